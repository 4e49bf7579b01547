// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

@testable import PostgreSQLClient

/// Writers that go on whatever happens to the server, and count what was acknowledged.
private final class Schrijvers: Sendable {
    let pool: PGPool
    let bevestigd = Gedeeld<Set<Int64>>([])
    let onzeker = Gedeeld<Set<Int64>>([])

    init(pool: PGPool) { self.pool = pool }

    /// Until `stop`, each number once; a number of which the fate is unknown is not tried again.
    func schrijf(_ nummers: Range<Int64>) async throws {
        for nummer in nummers {
            let grens = ContinuousClock.now + .seconds(60)
            while true {
                do {
                    try await pool.transaction(.write) { _ = try $0.run("INSERT INTO t VALUES ($1)", [.int(nummer)]) }
                    bevestigd.pas { $0.insert(nummer) }
                } catch let fout as PGError where fout.commitUnknown {
                    onzeker.pas { $0.insert(nummer) }
                } catch let fout as PGError where fout.isRetryable && ContinuousClock.now < grens {
                    await Wachten.even()
                    continue
                }
                break
            }
        }
    }
}

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `De server valt weg` {
    /// What was acknowledged is there, and nothing that was neither acknowledged nor uncertain.
    private func beproef(
        _ pool: PGPool,
        stoor: @Sendable @escaping (_ bezig: () -> Bool) async throws -> Void
    ) async throws {
        try await pool.session { try $0.script("CREATE TABLE t (a bigint PRIMARY KEY)") }
        let schrijvers = Schrijvers(pool: pool)
        let bezig = Gedeeld(true)
        try await withThrowingTaskGroup(of: Void.self) { groep in
            groep.addTask { try await stoor { bezig.waarde } }
            try await withThrowingTaskGroup(of: Void.self) { schrijven in
                for deel in 0..<8 as Range<Int64> {
                    schrijven.addTask { try await schrijvers.schrijf(deel * 400..<(deel + 1) * 400) }
                }
                try await schrijven.waitForAll()
            }
            bezig.pas { $0 = false }
            try await groep.waitForAll()
        }
        let rijen = try await pool.transaction(.snapshot) { Set(try $0.rows("SELECT a FROM t").map { try $0.int(0) }) }
        let (bevestigd, onzeker) = (schrijvers.bevestigd.waarde, schrijvers.onzeker.waarde)
        #expect(bevestigd.union(onzeker).count == 3_200)
        #expect(bevestigd.isSubset(of: rijen))
        #expect(rijen.isSubset(of: bevestigd.union(onzeker)))
    }

    @Test func `alle verbindingen verbroken terwijl er geschreven wordt`() async throws {
        try await Proefdatabase.met { proef in
            let (server, naam) = (proef.server, proef.naam)
            let keren = Gedeeld(0)
            try await beproef(proef.pool) { bezig in
                while bezig() {
                    try await server.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(naam)'"
                    )
                    keren.pas { $0 += 1 }
                }
            }
            #expect(keren.waarde > 1)
        }
    }

    @Test(arguments: [PostgresServer.StopMode.fast, .immediate])
    func `herstart van de server terwijl er geschreven wordt`(_ mode: PostgresServer.StopMode) async throws {
        let server = try await PostgresServer.start()
        let pool = PGPool(PGSettings(url: server.url(), poolSize: 4))
        try await beproef(pool) { bezig in
            repeat { try await server.restart(mode) } while bezig()
        }
        await pool.close()
        await server.stop()
    }

    @Test func `de server gedood met kill -9 terwijl er geschreven wordt`() async throws {
        let server = try await PostgresServer.start()
        let pool = PGPool(PGSettings(url: server.url(), poolSize: 4))
        try await beproef(pool) { bezig in
            repeat {
                await server.kill9()
                try await server.start()
            } while bezig()
        }
        await pool.close()
        await server.stop()
    }

    @Test func `een proefserver laat niets achter`() async throws {
        var server: PostgresServer? = try await PostgresServer.start()
        let map = try #require(server?.map)
        let vraag = ["-f", map.path]
        try await #expect(Programma.draai("/usr/bin/pgrep", vraag, map: map).code == 0)
        server = nil
        try await Wachten.tot("de server en zijn map zijn weg", binnen: 30) {
            guard !FileManager.default.fileExists(atPath: map.path) else { return false }
            return try await Programma.draai("/usr/bin/pgrep", vraag, map: map.deletingLastPathComponent()).code == 1
        }
    }
}
