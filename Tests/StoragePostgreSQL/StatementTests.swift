// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

@testable import PostgreSQLClient

private func bewaard(_ verbinding: PGConnection) throws -> Int64 {
    try verbinding.row("SELECT count(*) FROM pg_prepared_statements")?.int(0) ?? -1
}

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Bewaarde statements` {
    @Test func `een tekst wordt een keer voorbereid, en de oudste maakt plaats`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 1 }) { proef in
            try await proef.pool.session { verbinding in
                _ = try bewaard(verbinding)
                for ronde in 1...3 {
                    try #expect(verbinding.row("SELECT $1", [.int(Int64(ronde))])?.int(0) == Int64(ronde))
                }
                try #expect(bewaard(verbinding) == 2)
                for nummer in 0..<600 { try verbinding.run("SELECT $1 + \(nummer)", [.int(1)]) }
                try #expect(bewaard(verbinding) <= Int64(StatementCache.bound))
                #expect(verbinding.statements.count == StatementCache.bound)
            }
            // A session leaves nothing behind.
            try await proef.pool.session { try #expect(bewaard($0) <= 1) }
        }
    }

    @Test func `wie NULL geeft, laat het type open voor wie later komt`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script("CREATE TABLE t (a bigint, b text)")
            try await proef.pool.transaction(.write) { verbinding in
                let sql = "INSERT INTO t VALUES ($1, $2)"
                try verbinding.run(sql, [.null, .null])
                try verbinding.run(sql, [.int(1), .null])
                try verbinding.run(sql, [.null, .text("x")])
                // Both types are known by now, each from the call that gave a value.
                #expect(verbinding.statements.name(sql, [20, 25]) != nil)
                try verbinding.run(sql, [.int(2), .text("y")])
                try verbinding.run(sql, [.null, .null])
                let rijen = try verbinding.rows("SELECT a, b FROM t ORDER BY a, b")
                try #expect(rijen.map { try $0.intOrNil(0) } == [1, 2, nil, nil, nil])
            }
        }
    }

    @Test func `na een wijziging van de tabel lukt de volgende poging`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 1 }) { proef in
            try await proef.script("CREATE TABLE t (a bigint); INSERT INTO t VALUES (1)")
            let lees: @Sendable (PGConnection) throws -> Int64? = { try $0.row("SELECT * FROM t")?.int(0) }
            try await #expect(proef.pool.transaction(.snapshot, lees) == 1)
            try await proef.server.execute("ALTER TABLE t ADD b bigint", database: proef.naam)
            let fout = await fout { _ = try await proef.pool.transaction(.snapshot, lees) }
            #expect(fout?.sqlState == "0A000" && fout?.isRetryable == true)
            try await #expect(proef.pool.transaction(.snapshot, lees) == 1)
        }
    }

    @Test func `een statement dat niet voor te bereiden is, blijft een fout van zichzelf`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 1 }) { proef in
            try await proef.pool.session { verbinding in
                for _ in 1...2 {
                    #expect(fout { try verbinding.run("SELECT * FROM er_niet") }?.sqlState == "42P01")
                    #expect(fout { try verbinding.each("SELECT * FROM er_niet") { _ in } as Void }?.sqlState == "42P01")
                }
                try verbinding.script("CREATE TABLE er_niet (a bigint)")
                try #expect(verbinding.rows("SELECT * FROM er_niet").count == 0)
            }
        }
    }
}

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Meer statements in een keer` {
    @Test(arguments: [true, false])
    func `alle uitkomsten komen in volgorde`(_ prepared: Bool) async throws {
        try await Proefdatabase.met({ $0.prepared = prepared }) { proef in
            try await proef.script("CREATE TABLE t (a bigint PRIMARY KEY)")
            try await proef.pool.transaction(.write) { verbinding in
                let invoegen = (1...500).map { PGStatement("INSERT INTO t VALUES ($1)", [.int($0)]) }
                let uit = try verbinding.batch(invoegen + [PGStatement("SELECT count(*), sum(a)::bigint FROM t")])
                #expect(uit.count == 501)
                #expect(uit.dropLast().allSatisfy { $0.affected == 1 })
                try #expect(uit[500][0].int(0) == 500 && uit[500][0].int(1) == 125_250)
                try #expect(verbinding.batch([]).isEmpty)
            }
        }
    }

    @Test(arguments: [true, false])
    func `de eerste fout telt, de rest wordt overgeslagen, en de verbinding blijft bruikbaar`(
        _ prepared: Bool
    ) async throws {
        try await Proefdatabase.met({ $0.prepared = prepared }) { proef in
            try await proef.script("CREATE TABLE t (a bigint CONSTRAINT enig PRIMARY KEY); CREATE TABLE u (a bigint)")
            try await proef.pool.session { verbinding in
                let gooit = fout {
                    _ = try verbinding.batch([
                        PGStatement("INSERT INTO t VALUES ($1)", [.int(1)]),
                        PGStatement("INSERT INTO t VALUES ($1)", [.int(1)]),
                        PGStatement("INSERT INTO u VALUES ($1)", [.int(1)]),
                        PGStatement("SELECT * FROM er_niet"),
                    ])
                }
                #expect(gooit?.sqlState == "23505" && gooit?.constraint == "enig")
                try #expect(verbinding.rows("SELECT a FROM t").count == 0)
                // What was never prepared is prepared now.
                try #expect(verbinding.run("INSERT INTO u VALUES ($1)", [.int(1)]) == 1)
            }
        }
    }

    @Test func `een grote reeks heen en terug loopt niet vast op volle buffers`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                let groot = String(repeating: "x", count: 200_000)
                let uit = try verbinding.batch((1...100).map { _ in PGStatement("SELECT $1", [.text(groot)]) })
                try #expect(uit.allSatisfy { try $0[0].text(0).utf8.count == 200_000 })
            }
        }
    }
}
