// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Niets wacht eindeloos` {
    @Test func `een statement dat te lang duurt, eindigt op de server, en de verbinding blijft`() async throws {
        try await Proefdatabase.met({ ($0.poolSize, $0.statementTimeout) = (1, 100) }) { proef in
            let pid: @Sendable (PGConnection) throws -> Int64? = {
                try $0.row("SELECT pg_backend_pid()::bigint")?.int(0)
            }
            let voor = try await proef.pool.transaction(.write, pid)
            let fout = await fout { try await proef.pool.transaction(.write) { _ = try $0.run("SELECT pg_sleep(60)") } }
            #expect(fout?.kind == .timeout && fout?.sqlState == "57014")
            try await #expect(proef.pool.transaction(.write, pid) == voor)
        }
    }

    @Test func `een server die stilvalt, kost een verbinding en geen draad`() async throws {
        try await Proefdatabase.met({ ($0.poolSize, $0.statementTimeout) = (1, 100) }) { proef in
            let stil = Gedeeld<pid_t>(0)
            let begin = ContinuousClock.now
            let gooit = await fout {
                try await proef.pool.transaction(.write) { verbinding in
                    let pid = pid_t(try verbinding.row("SELECT pg_backend_pid()::bigint")?.int(0) ?? 0)
                    stil.pas { $0 = pid }
                    kill(pid, SIGSTOP)
                    defer {
                        // The answer may still come; nobody may take it for his own.
                        let daarna = ContinuousClock.now
                        #expect(fout { try verbinding.run("SELECT 1") }?.kind == .connection)
                        #expect(daarna.duration(to: .now) < .seconds(1))
                    }
                    try verbinding.run("SELECT 1")
                }
            }
            #expect(gooit?.kind == .timeout && gooit?.sqlState == nil)
            #expect(begin.duration(to: .now) < .seconds(20))
            try await #expect(proef.pool.transaction(.write) { try $0.row("SELECT 1::bigint")?.int(0) } == 1)
            kill(stil.waarde, SIGCONT)
        }
    }

    @Test func `een server die wel opneemt maar niets zegt, geeft een fout op tijd`() async throws {
        let zwijger = try Zwijger()
        var settings = PGSettings(url: "host=127.0.0.1 port=\(zwijger.poort) user=u dbname=d")
        settings.connectTimeout = 200
        let pool = PGPool(settings)
        let fout = await fout { try await pool.session { try $0.script("SELECT 1") } }
        #expect(fout?.kind == .timeout)
        #expect(pool.statistics == PGPoolStatistics(open: 0, idle: 0, waiting: 0))
        await pool.close()
    }

    @Test func `niemand thuis is een fout van de verbinding`() async throws {
        let pool = PGPool(PGSettings(url: "host=127.0.0.1 port=\(try Poort.vrij()) user=u dbname=d"))
        let fout = await fout { try await pool.session { try $0.script("SELECT 1") } }
        #expect(fout?.kind == .connection && fout?.isRetryable == true && fout?.commitUnknown == false)
        await pool.close()
    }

    @Test func `wachten op een slot heeft een einde`() async throws {
        try await Proefdatabase.met({ $0.lockTimeout = 50 }) { proef in
            try await proef.script("CREATE TABLE t (a bigint)")
            try await proef.pool.transaction(.write) { verbinding in
                try verbinding.run("LOCK TABLE t")
                try blokkeer {
                    let fout = await fout { _ = try await proef.aantal("t") }
                    #expect(fout?.kind == .timeout && fout?.sqlState == "55P03")
                }
            }
        }
    }

    @Test func `een transactie die niets doet, wordt door de server beëindigd`() async throws {
        try await Proefdatabase.met { proef in
            let (server, naam) = (proef.server, proef.naam)
            let kort = [("idle_in_transaction_session_timeout", "50")]
            let fout = await fout {
                try await proef.pool.transaction(.write, local: kort) { verbinding in
                    try blokkeer {
                        try await Wachten.tot("de server beëindigt de transactie", binnen: 30) {
                            try await server.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = '\(naam)'")
                                == "0"
                        }
                    }
                    try verbinding.run("SELECT 1")
                }
            }
            #expect(fout?.kind == .timeout && fout?.sqlState == "25P03")
            try await #expect(proef.pool.transaction(.write) { try $0.row("SELECT 1::bigint")?.int(0) } == 1)
        }
    }
}

/// Listens, and never says a word: what a half-open connection looks like.
final class Zwijger: Sendable {
    let poort: Int
    private let greep: Int32

    init() throws {
        poort = try Poort.vrij()
        greep = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var adres = sockaddr_in()
        adres.sin_family = sa_family_t(AF_INET)
        adres.sin_port = UInt16(poort).bigEndian
        adres.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let lengte = socklen_t(MemoryLayout<sockaddr_in>.size)
        let uitkomst = withUnsafeMutablePointer(to: &adres) { plek in
            plek.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(greep, $0, lengte) }
        }
        guard uitkomst == 0, listen(greep, 16) == 0 else { throw TeLaat(description: "geen luisterende socket") }
    }

    deinit { close(greep) }
}
