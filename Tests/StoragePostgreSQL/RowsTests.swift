// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Rijen een voor een` {
    @Test(arguments: [true, false])
    func `elke rij komt langs`(_ prepared: Bool) async throws {
        try await Proefdatabase.met({ $0.prepared = prepared }) { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                for _ in 1...2 {
                    var som: Int64 = 0
                    try verbinding.each("SELECT generate_series(1, $1)", [.int(20_000)]) { som += try $0.int(0) }
                    #expect(som == 200_010_000)
                }
            }
        }
    }

    @Test func `wie halverwege stopt, houdt een bruikbare transactie`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                #expect(throws: MetOpzet.self) {
                    try verbinding.each("SELECT generate_series(1::bigint, 1000)") {
                        if try $0.int(0) == 1_000 { throw MetOpzet() }
                    }
                }
                #expect(
                    fout { try verbinding.each("SELECT generate_series(1::bigint, 5)") { _ = try $0.text(0) } }?.kind
                        == .protocolFault
                )
                try #expect(verbinding.row("SELECT 1::bigint")?.int(0) == 1)
            }
        }
    }

    @Test func `wie van een grote reeks maar het begin wil, kost hooguit een verbinding`() async throws {
        try await Proefdatabase.met { proef in
            await #expect(throws: MetOpzet.self) {
                try await proef.pool.transaction(.snapshot) { verbinding in
                    try verbinding.each("SELECT repeat('x', 1000), generate_series(1, 100000000)") { _ in
                        throw MetOpzet()
                    }
                }
            }
            try await #expect(proef.pool.transaction(.snapshot) { try $0.row("SELECT 1::bigint")?.int(0) } == 1)
        }
    }

    @Test func `een fout na de eerste rijen komt aan`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.session { verbinding in
                var gezien = 0
                let gooit = fout {
                    try verbinding.each("SELECT 10 / (5000 - n) FROM generate_series(1::bigint, 6000) n") { _ in
                        gezien += 1
                    }
                }
                #expect(gooit?.sqlState == "22012")
                #expect(gezien == 4_999)
                try #expect(verbinding.row("SELECT 1::bigint")?.int(0) == 1)
            }
        }
    }

    @Test func `tijdens het lezen kan de verbinding niets anders, en dat staat er`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                try verbinding.each("SELECT generate_series(1::bigint, 3)") { _ in
                    #expect(fout { try verbinding.run("SELECT 1") }?.kind == .protocolFault)
                }
                try #expect(verbinding.row("SELECT 1::bigint")?.int(0) == 1)
            }
        }
    }
}

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Rijen lezen met COPY` {
    private static func rijen(_ aantal: Int) -> String {
        """
        SELECT n, CASE WHEN n % 3 > 0 THEN 'n' || n END, convert_to(repeat('x', (n % 5)::int), 'UTF8')
        FROM generate_series(1::bigint, \(aantal)) AS n ORDER BY n
        """
    }

    @Test(arguments: [0, 1, 20_000])
    func `elke rij komt langs, met wat erin staat`(_ aantal: Int) async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                for _ in 1...2 {
                    var nummer = 0
                    try verbinding.copy(from: Self.rijen(aantal)) { rij in
                        nummer += 1
                        try #expect(rij.int() == Int64(nummer))
                        try #expect(rij.textOrNil() == (nummer % 3 > 0 ? "n\(nummer)" : nil))
                        try #expect(Array(rij.raw()) == Array(repeating: UInt8(ascii: "x"), count: nummer % 5))
                    }
                    #expect(nummer == aantal)
                }
                try #expect(verbinding.row("SELECT 1::bigint")?.int(0) == 1)
            }
        }
    }

    @Test(arguments: [
        "SELECT 7::integer", "SELECT NULL::bigint", "SELECT WHERE true", "SELECT 'zes'::text",
    ])
    func `wie een ander type vraagt dan er staat, krijgt geen getal`(_ vraag: String) async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.session { verbinding in
                let gooit = fout { try verbinding.copy(from: vraag) { _ = try $0.int() } }
                #expect(gooit?.kind == .protocolFault, "\(vraag)")
            }
        }
    }

    @Test func `een fout voor, in en na de eerste rijen komt aan, en de verbinding blijft bruikbaar`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.session { verbinding in
                #expect(fout { try verbinding.copy(from: "SELECT a FROM er_niet") { _ in } }?.sqlState == "42P01")
                #expect(fout { try verbinding.copy(from: "SELECT (") { _ in } }?.sqlState == "42601")
                var gezien = 0
                let deling = fout {
                    try verbinding.copy(from: "SELECT 10 / (5000 - n) FROM generate_series(1::bigint, 6000) n") { _ in
                        gezien += 1
                    }
                }
                #expect(deling?.sqlState == "22012" && gezien == 4_999)
                try #expect(verbinding.row("SELECT 1::bigint")?.int(0) == 1)
            }
        }
    }

    @Test func `wie halverwege stopt, kost een verbinding en niet meer`() async throws {
        try await Proefdatabase.met { proef in
            await #expect(throws: MetOpzet.self) {
                try await proef.pool.transaction(.snapshot) { verbinding in
                    // Not from a function in FROM: the server would work that out whole before the first row.
                    try verbinding.copy(from: "SELECT repeat('x', 1000), generate_series(1, 100000000)") { _ in
                        throw MetOpzet()
                    }
                }
            }
            try await #expect(proef.pool.transaction(.snapshot) { try $0.row("SELECT 1::bigint")?.int(0) } == 1)
        }
    }

    @Test func `tijdens het lezen kan de verbinding niets anders, en dat staat er`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                try verbinding.copy(from: "SELECT generate_series(1::bigint, 3)") { _ in
                    #expect(fout { try verbinding.run("SELECT 1") }?.kind == .protocolFault)
                }
                try #expect(verbinding.row("SELECT 1::bigint")?.int(0) == 1)
            }
        }
    }
}

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Rijen invoegen met COPY` {
    private static let tabel = "CREATE TABLE t (a bigint CONSTRAINT enig PRIMARY KEY, b text, c bytea, d boolean)"

    @Test func `alles komt aan zoals het ging`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script(Self.tabel)
            try await proef.pool.transaction(.write) { verbinding in
                let aantal = try verbinding.copy(into: "t (a, b, c, d)") { rijen in
                    for nummer in 0..<50_000 as Range<Int64> {
                        if nummer % 2 == 0 {
                            try rijen.row([.int(nummer), .text("n\(nummer)"), .bytes(Data([1, 0])), .bool(true)])
                        } else {
                            try rijen.start(4)
                            rijen.int(nummer)
                            rijen.null()
                            rijen.bytes(Data())
                            rijen.bool(false)
                        }
                    }
                }
                #expect(aantal == 50_000)
                let telling = try verbinding.row(
                    "SELECT sum(a)::bigint, count(b), sum(length(c))::bigint, count(*) FILTER (WHERE d), min(b) FROM t"
                )
                try #expect((0..<4).map { try telling?.int($0) } == [1_249_975_000, 25_000, 50_000, 25_000])
                try #expect(telling?.text(4) == "n0")
            }
        }
    }

    @Test func `een dubbele sleutel, een afgebroken reeks en een verkeerd type laten niets achter`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script(Self.tabel)
            try await proef.pool.session { verbinding in
                let dubbel = fout {
                    try verbinding.copy(into: "t (a)") { rijen in
                        for nummer in 0..<200_000 { try rijen.row([.int(Int64(nummer % 1_000))]) }
                    }
                }
                #expect(dubbel?.sqlState == "23505" && dubbel?.constraint == "enig")
                #expect(throws: MetOpzet.self) {
                    try verbinding.copy(into: "t (a)") { rijen in
                        for nummer in 0..<100_000 { try rijen.row([.int(Int64(nummer))]) }
                        throw MetOpzet()
                    }
                }
                // Three bytes are no number of eight: the server cannot even read the row.
                let vorm = fout { try verbinding.copy(into: "t (a)") { try $0.row([.text("zes")]) } }
                #expect(vorm?.kind == .protocolFault && vorm?.sqlState == "08P01")
                #expect(fout { try verbinding.copy(into: "er_niet (a)") { _ in } }?.sqlState == "42P01")
                try #expect(verbinding.rows("SELECT a FROM t").count == 0)
            }
        }
    }

    @Test func `wie COPY als statement geeft, hoort dat meteen`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script(Self.tabel)
            let pogingen: [@Sendable (PGConnection) throws -> Void] = [
                { try $0.script("COPY t FROM STDIN") },
                { try $0.run("COPY t TO STDOUT") },
                { try $0.each("COPY t FROM STDIN") { _ in } },
            ]
            for poging in pogingen {
                let fout = await fout { try await proef.pool.session(poging) }
                #expect(fout?.kind == .protocolFault)
            }
            try await #expect(proef.aantal("t") == 0)
        }
    }
}
