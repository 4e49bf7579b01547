// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Marks and counts for what a gemeente wrote before there were any; once, when it is migrated for the first time. Later
/// a row without a mark is one that Regie did not write.
enum Marks {
    private static let stretch: Int64 = 5_000

    /// Does nothing when it was done before. Inside a transaction that is this gemeente's.
    static func fill(_ keys: GemeenteKeys, _ db: PGConnection) throws {
        let gemeente = PGValue.text(keys.gemeente.description)
        let first = try db.run(
            """
            INSERT INTO regie.teller (gemeente, audit, inbox, outbox) SELECT $1,
                (SELECT count(*) FROM regie.audit WHERE gemeente = $1),
                (SELECT count(*) FROM regie.inbox WHERE gemeente = $1),
                (SELECT count(*) FROM regie.outbox WHERE gemeente = $1)
            ON CONFLICT DO NOTHING
            """,
            [gemeente]
        )
        guard first == 1 else { return }
        try heads(keys, gemeente, db)
        try lines(keys, gemeente, db)
    }

    private static func heads(_ keys: GemeenteKeys, _ gemeente: PGValue, _ db: PGConnection) throws {
        var last: Int64 = -1
        while true {
            let rows = try db.rows(
                """
                SELECT id, laatste, hash FROM regie.dossier WHERE gemeente = $1 AND id > $2 AND merk IS NULL
                ORDER BY id LIMIT $3
                """,
                [gemeente, .int(last), .int(stretch)]
            )
            guard rows.count > 0 else { return }
            var (ids, marks): ([Int64], [Data]) = ([], [])
            for row in rows {
                last = try row.int(0)
                ids.append(last)
                marks.append(
                    try keys.headMark(
                        last,
                        laatste: Int(try row.int(1)),
                        hash: try row.bytes(2),
                        vernietigdOp: nil
                    )
                )
            }
            _ = try db.run(
                """
                UPDATE regie.dossier SET merk = nieuw.merk FROM unnest($2::bigint[], $3::bytea[]) AS nieuw (id, merk)
                WHERE dossier.gemeente = $1 AND dossier.id = nieuw.id
                """,
                [gemeente, .ints(ids), .bytesArray(marks)]
            )
        }
    }

    private static func lines(_ keys: GemeenteKeys, _ gemeente: PGValue, _ db: PGConnection) throws {
        var last: Int64 = -1
        while true {
            let rows = try db.rows(
                """
                SELECT id, \(AuditRows.said) FROM regie.audit WHERE gemeente = $1 AND id > $2 AND merk IS NULL
                ORDER BY id LIMIT $3
                """,
                [gemeente, .int(last), .int(stretch)]
            )
            guard rows.count > 0 else { return }
            var (ids, marks): ([Int64], [Data]) = ([], [])
            for row in rows {
                let line = try AuditRows.line(row)
                last = line.nummer
                ids.append(last)
                marks.append(try keys.lineMark(line.regel, reden: line.reden))
            }
            _ = try db.run(
                """
                UPDATE regie.audit SET merk = nieuw.merk FROM unnest($2::bigint[], $3::bytea[]) AS nieuw (id, merk)
                WHERE audit.gemeente = $1 AND audit.id = nieuw.id
                """,
                [gemeente, .ints(ids), .bytesArray(marks)]
            )
        }
    }
}
