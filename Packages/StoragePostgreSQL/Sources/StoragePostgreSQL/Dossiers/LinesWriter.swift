// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import StorageCore

/// Writes the changed assessment lines of many dossiers at once.
struct LinesWriter {
    let db: PGConnection
    let gemeente: Gemeentecode

    /// A dossier that was changed after it was read is left alone: whoever did that has assessed it anew.
    /// - Returns: how many dossiers got new lines.
    func write(_ changes: [ChangedLines]) throws -> Int {
        // In the order of their ids, which is the order in which every writer of many locks them.
        let changes = changes.sorted { $0.head.number < $1.head.number }
        let written = Set(
            try db.rows(
                """
                WITH nieuw AS MATERIALIZED (
                    SELECT dossier.id, wens.regels
                    FROM unnest($2::bigint[], $3::bigint[], $4::bytea[], $5::bytea[]) AS wens (id, laatste, was, regels)
                    JOIN regie.dossier ON dossier.gemeente = $1 AND dossier.id = wens.id
                        AND dossier.laatste = wens.laatste AND dossier.regels IS NOT DISTINCT FROM wens.was
                        AND dossier.vernietigd_op IS NULL
                    ORDER BY dossier.id FOR UPDATE OF dossier)
                UPDATE regie.dossier SET regels = nieuw.regels FROM nieuw
                WHERE dossier.gemeente = $1 AND dossier.id = nieuw.id RETURNING dossier.id
                """,
                [
                    .text(gemeente.description), .ints(changes.map(\.head.number)),
                    .ints(changes.map { Int64($0.head.laatste) }), .optBytes(changes.map(\.head.lines)),
                    .optBytes(changes.map(\.digest)),
                ]
            ).map { try $0.int(0) }
        )
        let mine = changes.filter { written.contains($0.head.number) }
        let numbers: [PGValue] = [
            .text(gemeente.description), .ints(mine.map(\.head.number)), .text(SealedLine.fromAssessment),
        ]
        _ = try db.run(
            "DELETE FROM regie.werkregel WHERE gemeente = $1 AND dossier = ANY($2) AND herkomst = $3",
            numbers
        )
        // Not by COPY: PostgreSQL refuses that to a role that row-level security holds for.
        try WorkRows.insert(mine.flatMap(\.lines), gemeente, db)
        // The lines of other origins follow the klantmanager.
        let leaders = mine.compactMap { change in change.lines.first.map { (change.head.number, $0.klantmanager) } }
        _ = try db.run(
            """
            UPDATE regie.werkregel SET klantmanager = wie.klantmanager
            FROM unnest($2::bigint[], $4::text[]) AS wie (dossier, klantmanager)
            WHERE werkregel.gemeente = $1 AND werkregel.dossier = wie.dossier AND werkregel.herkomst <> $3
                AND werkregel.klantmanager IS DISTINCT FROM wie.klantmanager
            """,
            [
                .text(gemeente.description), .ints(leaders.map(\.0)), .text(SealedLine.fromAssessment),
                .optTexts(leaders.map(\.1)),
            ]
        )
        return written.count
    }
}
