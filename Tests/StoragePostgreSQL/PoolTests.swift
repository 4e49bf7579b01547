// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `De verbindingen verdelen` {
    @Test func `is alles bezet, dan eindigt het wachten met een fout, en daarna gaat het verder`() async throws {
        try await Proefdatabase.met({ ($0.poolSize, $0.acquireTimeout) = (2, 100) }) { proef in
            let pool = proef.pool
            try await pool.session { _ in
                try blokkeer {
                    try await pool.session { _ in
                        try blokkeer {
                            #expect(pool.statistics == PGPoolStatistics(open: 2, idle: 0, waiting: 0))
                            for _ in 1...3 {
                                let fout = await fout { try await pool.session { _ in } }
                                #expect(fout?.kind == .timeout && fout?.message == PGError.poolExhausted.message)
                            }
                            #expect(pool.statistics.waiting == 0)
                        }
                    }
                }
            }
            try await pool.session { _ in }
            #expect(pool.statistics == PGPoolStatistics(open: 2, idle: 2, waiting: 0))
        }
    }

    @Test func `wie het opgeeft, wacht niet langer`() async throws {
        try await Proefdatabase.met({ ($0.poolSize, $0.acquireTimeout) = (1, 60_000) }) { proef in
            let pool = proef.pool
            try await pool.session { _ in
                try blokkeer {
                    let taak = Task { try await pool.session { _ in } }
                    try await Wachten.tot("er wordt gewacht") { pool.statistics.waiting == 1 }
                    taak.cancel()
                    await #expect(throws: CancellationError.self) { try await taak.value }
                    #expect(pool.statistics.waiting == 0)
                    // Given up before it began.
                    let gedaan = Task {
                        withUnsafeCurrentTask { $0?.cancel() }
                        try await pool.session { _ in }
                    }
                    await #expect(throws: CancellationError.self) { try await gedaan.value }
                }
            }
        }
    }

    @Test func `velen delen weinig verbindingen, elk op een eigen draad`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 3 }) { proef in
            try await proef.script("CREATE TABLE t (a bigint PRIMARY KEY)")
            let tegelijk = Gedeeld<(nu: Int, meest: Int)>((0, 0))
            try await withThrowingTaskGroup(of: Void.self) { groep in
                for nummer in 0..<300 as Range<Int64> {
                    groep.addTask {
                        try await proef.pool.transaction(.write) { verbinding in
                            tegelijk.pas { $0 = ($0.nu + 1, max($0.meest, $0.nu + 1)) }
                            try verbinding.run("INSERT INTO t VALUES ($1)", [.int(nummer)])
                            tegelijk.pas { $0.nu -= 1 }
                        }
                    }
                }
                try await groep.waitForAll()
            }
            try await #expect(proef.aantal("t") == 300)
            #expect(tegelijk.waarde.meest <= 3)
            #expect(proef.pool.statistics.open <= 3)
        }
    }

    @Test func `sluiten wacht op wat loopt en weigert wat wacht of nog komt`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 1 }) { proef in
            let pool = proef.pool
            try await proef.script("CREATE TABLE t (a bigint)")
            let (server, naam) = (proef.server, proef.naam)
            let gesloten = Gedeeld(false)
            try await pool.transaction(.write) { verbinding in
                try blokkeer {
                    let wacht = Task { try await pool.session { _ in } }
                    try await Wachten.tot("er wordt gewacht") { pool.statistics.waiting == 1 }
                    Task {
                        await pool.close()
                        gesloten.pas { $0 = true }
                    }
                    await #expect(fout { try await wacht.value }?.message == PGError.closed.message)
                    await #expect(fout { try await pool.session { _ in } }?.message == PGError.closed.message)
                }
                #expect(!gesloten.waarde)
                try verbinding.run("INSERT INTO t VALUES (1)")
            }
            await pool.close()
            try await #expect(server.execute("SELECT count(*) FROM t", database: naam) == "1")
            try await Wachten.tot("de verbinding is weg") {
                try await server.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = '\(naam)'") == "0"
            }
        }
    }

    @Test func `een sessie laat geen slot, instelling of transactie achter`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 1 }) { proef in
            try await proef.pool.session { try $0.script("SET work_mem = '77MB'; SELECT pg_advisory_lock(1); BEGIN") }
            try await proef.pool.session { verbinding in
                try #expect(verbinding.row("SHOW work_mem")?.text(0) != "77MB")
                #expect(
                    try verbinding.rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
                        .count == 0
                )
            }
        }
    }

    @Test func `een verbinding die in rust te lang stil was, wordt eerst gevraagd of zij leeft`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 1 }) { proef in
            let (server, naam) = (proef.server, proef.naam)
            try await proef.pool.session { try $0.script("SELECT 1") }
            try await server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(naam)'"
            )
            // Outside a transaction nothing is tried twice, so the dead one must be seen beforehand.
            try await proef.pool.session { try $0.script("SELECT 1") }
        }
    }
}
