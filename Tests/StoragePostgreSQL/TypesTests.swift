// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Waarden heen en terug` {
    @Test(arguments: [true, false])
    func `elk type komt terug zoals het ging`(_ prepared: Bool) async throws {
        try await Proefdatabase.met({ $0.prepared = prepared }) { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                let alle = Data((0...255).map { UInt8($0) })
                let rij = try verbinding.row(
                    "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9::bigint",
                    [
                        .int(.max), .int(.min), .text("Zoë 🙂 \n'\"\\"), .text(""), .bytes(alle), .bytes(Data()),
                        .bool(true), .bool(false), .null,
                    ]
                )
                let gelezen = try #require(rij)
                try #expect(gelezen.int(0) == .max)
                try #expect(gelezen.int(1) == .min)
                try #expect(gelezen.text(2) == "Zoë 🙂 \n'\"\\")
                try #expect(gelezen.text(3) == "")
                try #expect(gelezen.bytes(4) == alle)
                try #expect(gelezen.bytes(5) == Data())
                try #expect(gelezen.bool(6) && !gelezen.bool(7))
                try #expect(gelezen.intOrNil(8) == nil)
                #expect(gelezen.isNull(8) && !gelezen.isNull(0))
                #expect(gelezen.withBytes(4) { Data($0) } == alle)
                #expect(gelezen.withBytes(8) { $0.count } == 0)
            }
        }
    }

    @Test func `reeksen komen aan, ook leeg en met gaten`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                let vol = try verbinding.rows(
                    "SELECT a, b, c FROM unnest($1, $2, $3) WITH ORDINALITY AS t(a, b, c, n) ORDER BY n",
                    [.ints([1, -2]), .texts(["één", ""]), .bytesArray([Data([0, 255]), Data()])]
                )
                #expect(vol.count == 2)
                try #expect(vol.map { try $0.int(0) } == [1, -2])
                try #expect(vol.map { try $0.text(1) } == ["één", ""])
                try #expect(vol.map { try $0.bytes(2) } == [Data([0, 255]), Data()])
                let gaten = try verbinding.rows(
                    "SELECT a, b, c FROM unnest($1, $2, $3) WITH ORDINALITY AS t(a, b, c, n) ORDER BY n",
                    [.optInts([nil, 7]), .optTexts(["x", nil]), .optBytes([nil, Data([9])])]
                )
                try #expect(gaten.map { try $0.intOrNil(0) } == [nil, 7])
                try #expect(gaten.map { try $0.textOrNil(1) } == ["x", nil])
                try #expect(gaten.map { try $0.bytesOrNil(2) } == [nil, Data([9])])
                let leeg = try verbinding.row(
                    "SELECT cardinality($1)::bigint, cardinality($2)::bigint, cardinality($3)::bigint",
                    [.ints([]), .optTexts([]), .bytesArray([])]
                )
                try #expect((0..<3).map { try leeg?.int($0) } == [0, 0, 0])
            }
        }
    }

    @Test func `een ander type dan de kolom heeft, is een fout van het programma`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.pool.transaction(.snapshot) { verbinding in
                let rij = try #require(try verbinding.row("SELECT 1::int4, 'tekst', NULL::bigint, 8::float8"))
                #expect(fout { _ = try rij.int(0) }?.kind == .protocolFault)
                #expect(fout { _ = try rij.int(1) }?.kind == .protocolFault)
                #expect(fout { _ = try rij.int(2) }?.kind == .protocolFault)
                #expect(fout { _ = try rij.int(3) }?.kind == .protocolFault)
                #expect(fout { _ = try rij.bytes(1) }?.kind == .protocolFault)
                #expect(fout { _ = try rij.text(9) }?.kind == .protocolFault)
            }
        }
    }

    @Test func `het aantal geraakte rijen klopt`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script("CREATE TABLE t (a bigint)")
            try await proef.pool.transaction(.write) { verbinding in
                try #expect(verbinding.run("INSERT INTO t SELECT generate_series(1, 10)") == 10)
                try #expect(verbinding.run("UPDATE t SET a = -a WHERE a > $1", [.int(7)]) == 3)
                try #expect(verbinding.run("DELETE FROM t WHERE a > 100") == 0)
            }
        }
    }
}
