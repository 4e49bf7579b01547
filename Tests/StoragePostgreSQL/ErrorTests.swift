// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Fouten zonder gegevens` {
    private static let bsn = "999990019"

    @Test(arguments: [
        "INSERT INTO t VALUES ($1, 1)",
        "INSERT INTO t VALUES ($1 || 'x', -1)",
        "INSERT INTO t VALUES (NULLIF($1, $1), 1)",
        "INSERT INTO t VALUES ($1 || $1, 1)",
        "SELECT $1::date",
        "SELECT ('x' || $1)::bigint",
        "SELECT ($1 || $1 || $1)::bigint",
        "SELECT ('\"' || $1)::jsonb",
        "SELECT ('2020-13-' || $1)::timestamptz",
        "SELECT $1::text::uuid",
        "SELECT to_date($1, 'YYYY-MM-DD')",
    ])
    func `een melding herhaalt niets van wat er staat of werd gegeven`(_ sql: String) async throws {
        try await Proefdatabase.met { proef in
            try await proef.script(
                "CREATE TABLE t (a varchar(12) PRIMARY KEY, b bigint CHECK (b > 0)); INSERT INTO t VALUES ('\(Self.bsn)', 1)"
            )
            let fout = await fout {
                try await proef.pool.transaction(.write) { _ = try $0.run(sql, [.text(Self.bsn)]) }
            }
            let melding = try #require(fout)
            #expect(melding.kind == .sql && melding.sqlState != nil)
            #expect(!"\(melding)".contains(Self.bsn) && !String(reflecting: melding).contains(Self.bsn))
            #expect(melding.message.count > 10)
        }
    }

    @Test func `een onleesbaar adres noemt het wachtwoord niet`() async throws {
        for url in ["host=x geheim123", "postgresql://u:geheim123@[::1/d", "postgresql://u:x@h/d?geheim123=1"] {
            let pool = PGPool(PGSettings(url: url))
            let fout = await fout { try await pool.session { _ in } }
            #expect(fout?.kind == .protocolFault)
            #expect(!"\(String(describing: fout))".contains("geheim123"))
            await pool.close()
        }
    }

    @Test func `wat opnieuw mag, is te zien`() {
        #expect(PGError(.sql, "", sqlState: "40001").isRetryable)
        #expect(PGError(.sql, "", sqlState: "40P01").isRetryable)
        #expect(PGError(.connection, "").isRetryable)
        #expect(!PGError(.connection, "", sqlState: "28P01").isRetryable)
        #expect(!PGError(.sql, "", sqlState: "23505").isRetryable)
        #expect(!PGError(.timeout, "", sqlState: "57014").isRetryable)
        var onzeker = PGError(.connection, "")
        onzeker.commitUnknown = true
        #expect(!onzeker.isRetryable)
    }

    @Test func `twee die op elkaar wachten: een gaat door, de ander mag opnieuw`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script(
                "CREATE TABLE t (a bigint PRIMARY KEY, b bigint); INSERT INTO t VALUES (1, 0), (2, 0)"
            )
            let uit = await withTaskGroup(of: PGError?.self) { groep in
                for eerst in [1, 2] as [Int64] {
                    groep.addTask {
                        await fout {
                            try await proef.pool.transaction(.write) { verbinding in
                                try verbinding.run("UPDATE t SET b = b + 1 WHERE a = $1", [.int(eerst)])
                                try blokkeer {
                                    try await Wachten.tot("beide houden een rij") {
                                        try await proef.server.execute(
                                            "SELECT count(DISTINCT pid) >= 2 FROM pg_locks WHERE relation = 't'::regclass AND mode = 'RowExclusiveLock'",
                                            database: proef.naam
                                        ) == "t"
                                    }
                                }
                                try verbinding.run("UPDATE t SET b = b + 1 WHERE a = $1", [.int(3 - eerst)])
                            }
                        }
                    }
                }
                return await groep.reduce(into: [PGError?]()) { $0.append($1) }
            }
            let fouten = uit.compactMap { $0 }
            #expect(fouten.count == 1 && fouten.first?.sqlState == "40P01" && fouten.first?.isRetryable == true)
        }
    }
}
