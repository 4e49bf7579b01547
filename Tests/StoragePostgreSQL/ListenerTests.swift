// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Luisteren naar NOTIFY` {
    @Test func `wordt gewekt, ook na een verbroken verbinding, en zwijgt na stop`() async throws {
        try await Proefdatabase.met { proef in
            let (server, naam) = (proef.server, proef.naam)
            let luistert =
                "pid IN (SELECT pid FROM pg_stat_activity WHERE datname = '\(naam)' AND query LIKE 'LISTEN%')"
            let keren = Gedeeld(0)
            let luisteraar = try PGListener(proef.settings, channel: "Werk \"1\"") { keren.pas { $0 += 1 } }
            try await Wachten.tot("roept als hij begint te luisteren") { keren.waarde == 1 }
            try await proef.pool.transaction(.write) { _ = try $0.run("NOTIFY \"Werk \"\"1\"\"\"") }
            try await Wachten.tot("hoort de melding") { keren.waarde == 2 }
            try await proef.pool.transaction(.write) { _ = try $0.run("NOTIFY iets_anders") }

            try await server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE \(luistert)")
            try await Wachten.tot("luistert weer, en roept") { keren.waarde == 3 }
            try await proef.pool.transaction(.write) { _ = try $0.run("NOTIFY \"Werk \"\"1\"\"\"") }
            try await Wachten.tot("hoort weer") { keren.waarde == 4 }

            luisteraar.stop()
            try await Wachten.tot("de verbinding is weg") {
                try await server.execute("SELECT count(*) FROM pg_stat_activity WHERE \(luistert)") == "0"
            }
        }
    }

    @Test func `begint ook als de server er nog niet is`() async throws {
        let server = try await PostgresServer.start()
        await server.stop()
        let keren = Gedeeld(0)
        let luisteraar = try PGListener(PGSettings(url: server.url()), channel: "werk") { keren.pas { $0 += 1 } }
        try await server.start()
        try await Wachten.tot("luistert") { keren.waarde == 1 }
        try await server.restart(.immediate)
        try await Wachten.tot("luistert weer") { keren.waarde == 2 }
        luisteraar.stop()
        await server.stop()
    }
}
