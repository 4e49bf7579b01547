// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import StorageCore

/// Puts a gemeente's rows in, inside one transaction that somebody else began and that ends with all of them or none.
///
/// As arrays and not by COPY, which row-level security refuses (decision 0016).
struct TransferWriter {
    let gemeente: Gemeentecode
    let db: PGConnection

    /// - Returns: what was sent, after it was read back and found the same.
    func write(_ pipe: TransferPipe) throws -> TransferProof {
        try TransferRoom(gemeente: gemeente, db: db).take()
        var reader = TransferReader(gemeente: gemeente, db: db)
        reader.auditAfter =
            try db.row("SELECT max(id) FROM regie.audit WHERE gemeente = $1", [text])?.intOrNil(0) ?? 0
        reader.auditBefore = try db.row("SELECT audit FROM regie.teller WHERE gemeente = $1", [text])?.int(0) ?? 0
        var sent = TransferDigest()
        while let batch = try pipe.take() {
            try insert(batch)
            sent.add(batch)
        }
        for (table, column) in Self.numbered { try passOver(table, column) }
        var found = TransferDigest()
        for table in TransferTable.all { try reader.rows(of: table) { found.add($0) } }
        let (sentProof, foundProof) = (sent.proof, found.proof)
        guard sentProof == foundProof else {
            throw RegieFout.notAsSent(sentProof.differences(foundProof), gemeente)
        }
        return foundProof
    }

    /// Where a number that came along must not be given out again.
    private static let numbered = [("inbox", "nr"), ("outbox", "nr"), ("job", "id")]
    private var text: PGValue { .text(gemeente.description) }

    private func insert(_ batch: TransferBatch) throws {
        let table = batch.table
        if table.name == "teller" { return try count(batch) }
        var values: [PGValue] = [text]
        var types: [String] = []
        for (place, column) in table.columns.enumerated() {
            switch column.kind {
            case .int:
                values.append(.optInts(batch.ints(place)))
                types.append("bigint")
            case .text:
                values.append(.optTexts(batch.texts(place)))
                types.append("text")
            case .bytes:
                values.append(.optBytes(batch.bytes(place)))
                types.append("bytea")
            }
        }
        let names = table.columns.map(\.name).joined(separator: ", ")
        let given = table.columns.map { column in
            table.name == "schema" && column.name == "gepauzeerd" ? "gepauzeerd <> 0" : column.name
        }.joined(separator: ", ")
        let arrays = types.enumerated().map { "$\($0.offset + 2)::\($0.element)[]" }.joined(separator: ", ")
        // Whoever linked when there was nothing to link left a head of nothing behind.
        let conflict =
            table.name == "audit_kop"
            ? "ON CONFLICT (gemeente) DO UPDATE SET nr = EXCLUDED.nr, code = EXCLUDED.code" : ""
        let made = try db.run(
            """
            INSERT INTO regie.\(table.name) (gemeente, \(names))
            SELECT $1, \(given) FROM unnest(\(arrays)) AS rij (\(names)) \(conflict)
            """,
            values
        )
        guard made == batch.count else { throw RegieFout.notAsSent([table.name], gemeente) }
    }

    /// On top of what was given out here before: the lines that stand there.
    private func count(_ batch: TransferBatch) throws {
        let counted = try db.run(
            "UPDATE regie.teller SET audit = audit + $2, inbox = inbox + $3, outbox = outbox + $4 WHERE gemeente = $1",
            [text] + batch.table.columns.indices.map { .int(batch.ints($0).first.flatMap { $0 } ?? 0) }
        )
        guard counted == 1, batch.count == 1 else { throw RegieFout.notAsSent([batch.table.name], gemeente) }
    }

    /// Draws numbers until what comes next is new here: all gemeenten draw from the same row, which the application's role
    /// cannot set.
    private func passOver(_ table: String, _ column: String) throws {
        let last = try db.row("SELECT max(\(column)) FROM regie.\(table) WHERE gemeente = $1", [text])?.intOrNil(0) ?? 0
        let sequence = "pg_get_serial_sequence('regie.\(table)', '\(column)')"
        while last > 0 {
            let now = try db.row("SELECT nextval(\(sequence))")?.int(0) ?? last
            guard now < last else { return }
            _ = try db.row(
                "SELECT count(nextval(\(sequence))) FROM generate_series(1, $1)",
                [.int(min(last - now, 500_000))]
            )
        }
    }
}
