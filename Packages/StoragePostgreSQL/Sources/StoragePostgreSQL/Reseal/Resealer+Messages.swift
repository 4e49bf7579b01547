// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension Resealer {
    /// Incoming messages, and the numbers under which those of one person wait.
    func messages(_ arguments: [PGValue]) throws -> SealedStretch {
        let rows = try db.rows(
            """
            SELECT nr, persoon, \(InboxRows.columns) FROM regie.inbox WHERE gemeente = $1 AND nr > $2
                AND ((length(inhoud) > 0 AND \(Self.versionBytes("inhoud")) <> $3)
                    OR \(Self.versionBytes("toelichting")) <> $3)
            ORDER BY nr LIMIT $4 FOR UPDATE
            """,
            arguments
        )
        var done: [(nr: Int64, former: Int64, message: Resealed.Message)] = []
        let stretch = try each(rows) { row in
            let message = try Resealed.message(try InboxRows.stored(row, from: 2), keys)
            done.append((try row.int(0), try row.int(1), message))
        }
        // Nobody adds a message of these persons until they all have their new number.
        try PersonLock.take(done.flatMap(\.message.personen), keys.gemeente, db)
        _ = try db.run(
            """
            UPDATE regie.inbox SET inhoud = COALESCE(nieuw.inhoud, inbox.inhoud),
                toelichting = COALESCE(nieuw.toelichting, inbox.toelichting),
                persoon = COALESCE(nieuw.persoon, inbox.persoon)
            FROM unnest($2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[]) AS nieuw (nr, inhoud, toelichting, persoon)
            WHERE inbox.gemeente = $1 AND inbox.nr = nieuw.nr
            """,
            [
                own, .ints(done.map(\.nr)), .optBytes(done.map(\.message.inhoud)),
                .optBytes(done.map(\.message.toelichting)), .optInts(done.map(\.message.personen.first)),
            ]
        )
        try follow(done.compactMap { item in item.message.personen.first.map { (item.former, $0) } })
        return stretch
    }

    /// All that waits of one person goes to the new number at once, so that the order stays.
    private func follow(_ moves: [(former: Int64, new: Int64)]) throws {
        let moves = Dictionary(moves.filter { $0.former != $0.new }) { first, _ in first }
        guard !moves.isEmpty else { return }
        _ = try db.run(
            """
            UPDATE regie.inbox SET persoon = wie.nieuw FROM unnest($2::bigint[], $3::bigint[]) AS wie (oud, nieuw)
            WHERE inbox.gemeente = $1 AND inbox.persoon = wie.oud AND inbox.status < 2
            """,
            [own, .ints(Array(moves.keys)), .ints(Array(moves.values))]
        )
    }
}
