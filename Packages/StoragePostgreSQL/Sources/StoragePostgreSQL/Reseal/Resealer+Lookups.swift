// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension Resealer {
    /// Only the facts can tell of what the blind indexes are; so they are made anew of these, a dossier at a time.
    func lookups(after last: Int64) throws -> SealedStretch {
        let rows = try db.rows(
            """
            SELECT DISTINCT dossier FROM regie.zoeksleutel WHERE gemeente = $1 AND dossier > $2 AND versie <> $3
            ORDER BY dossier LIMIT $4
            """,
            [own, .int(last), .int(Int64(version)), .int(Int64(limit))]
        )
        // A step of another process that changes them waits, in the order in which all lock many.
        let numbers = PGValue.ints(try rows.map { try $0.int(0) })
        var heads: [Int64: StoredHead] = [:]
        let found = try db.rows(
            """
            SELECT \(FactRows.headColumns) FROM regie.dossier WHERE gemeente = $1 AND id = ANY($2) ORDER BY id FOR UPDATE
            """,
            [own, numbers]
        )
        for row in found {
            let head = try FactRows.head(row)
            heads[head.number] = head
        }
        var (owners, blinds): ([Int64], [Data]) = ([], [])
        let stretch = try each(rows) { row in
            guard let head = heads[try row.int(0)] else { return }
            let made = try blindIndexes(head)
            blinds += made
            owners += made.map { _ in head.number }
        }
        _ = try db.run(
            "DELETE FROM regie.zoeksleutel WHERE gemeente = $1 AND dossier = ANY($2)",
            [own, .ints(Set(owners).sorted())]
        )
        _ = try db.run(
            """
            INSERT INTO regie.zoeksleutel (gemeente, dossier, blind, versie)
            SELECT $1, dossier, blind, $4 FROM unnest($2::bigint[], $3::bytea[]) AS nieuw (dossier, blind)
            """,
            [own, .ints(owners), .bytesArray(blinds), .int(Int64(version))]
        )
        return stretch
    }

    private func blindIndexes(_ head: StoredHead) throws -> [Data] {
        var reader = FactReader(keys.gemeente, dossier: head.number, key: try head.key(keys))
        for fact in try FactRows.facts(head.number, keys.gemeente, db) {
            try reader.take(fact)
        }
        return try reader.finish(head).zoeksleutels.map { try keys.blindIndex($0, under: version) }
    }
}
