// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere && PgBouncer.isThere, "PgBouncer staat niet op deze machine"))
struct `Door PgBouncer in transactiestand` {
    @Test func `meer verbindingen dan de server er heeft, en instellingen blijven bij hun transactie`() async throws {
        try await Proefdatabase.met { proef in
            let bouncer = try await PgBouncer(before: proef.server, size: 3)
            let pool = PGPool(PGSettings(url: bouncer.url(database: proef.naam), poolSize: 12, prepared: false))
            try await proef.script("CREATE TABLE t (a bigint, b text)")
            try await withThrowingTaskGroup(of: Void.self) { groep in
                for nummer in 0..<400 as Range<Int64> {
                    groep.addTask {
                        let gemeente = "\(1_000 + nummer)"
                        try await pool.transaction(.write, local: [("regie.gemeente", gemeente)]) { verbinding in
                            _ = try verbinding.batch([
                                PGStatement("INSERT INTO t VALUES ($1, $2)", [.int(nummer), .text(gemeente)]),
                                PGStatement("SELECT $1", [.null]),
                            ])
                            let gezien = try verbinding.row("SELECT current_setting('regie.gemeente')")?.text(0)
                            #expect(gezien == gemeente)
                        }
                    }
                }
                try await groep.waitForAll()
            }
            try await #expect(proef.aantal("t") == 400)
            try await pool.transaction(.write) { verbinding in
                try #expect(verbinding.copy(into: "t (a, b)") { try $0.row([.int(1), .null]) } == 1)
                var som: Int64 = 0
                try verbinding.each("SELECT a FROM t") { som += try $0.int(0) }
                #expect(som == 400 * 399 / 2 + 1)
            }
            let zonder = try await pool.transaction(.snapshot) {
                try $0.row("SELECT current_setting('regie.gemeente', true)")?.textOrNil(0)
            }
            #expect(zonder ?? "" == "")
            let fout = await fout {
                try await pool.transaction(.write, local: [("statement_timeout", "50")]) {
                    _ = try $0.run("SELECT pg_sleep(60)")
                }
            }
            #expect(fout?.kind == .timeout && fout?.sqlState == "57014")
            await pool.close()
            await bouncer.stop()
        }
    }

    @Test func `valt PgBouncer weg, dan is dat een verloren verbinding`() async throws {
        try await Proefdatabase.met { proef in
            let bouncer = try await PgBouncer(before: proef.server)
            let pool = PGPool(PGSettings(url: bouncer.url(database: proef.naam), poolSize: 1, prepared: false))
            let fout = await fout {
                try await pool.transaction(.write) { verbinding in
                    try verbinding.run("SELECT 1")
                    try blokkeer { await bouncer.stop() }
                    try verbinding.run("SELECT 1")
                }
            }
            #expect(fout?.kind == .connection && fout?.isRetryable == true)
            await pool.close()
        }
    }
}
