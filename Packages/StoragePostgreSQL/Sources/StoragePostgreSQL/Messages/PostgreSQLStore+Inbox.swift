// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: InboxStore {
    func receive(_ berichten: [InkomendBericht], als status: InboxStatus) async throws(RegieFout) -> [Bool] {
        var sealed: [SealedMessage] = []
        sealed.reserveCapacity(berichten.count)
        for bericht in berichten { sealed.append(try SealedMessage(bericht, keys, als: status)) }
        let (messages, gemeente) = (sealed, gemeente)
        return try await database.write { db in try InboxRows.insert(messages, gemeente, db) }
    }

    func pendingInbox(
        op tijdstip: Tijdstip,
        deel: Int,
        van: Int,
        limiet: Int
    ) async throws(RegieFout) -> [InboxRegel] {
        let keys = keys
        let (good, bad) = try await database.read { db in
            let stored = try db.rows(
                """
                SELECT \(InboxRows.columns) FROM regie.inbox AS dit
                WHERE gemeente = $1 AND status < 2 AND (status = 0 OR tot <= $2) AND persoon % $3 = $4
                    AND NOT EXISTS (
                        SELECT 1 FROM regie.inbox AS eerder
                        WHERE eerder.gemeente = $1 AND eerder.persoon = dit.persoon AND eerder.nr < dit.nr
                            AND eerder.status < 2)
                ORDER BY nr LIMIT $5
                """,
                [
                    .text(keys.gemeente.description), .int(tijdstip.milliseconden), .int(Int64(max(1, van))),
                    .int(Int64(deel)), .int(Int64(max(0, limiet))),
                ]
            ).map(InboxRows.stored)
            return try stored.readable { try $0.regel(keys) }
        }
        if !bad.isEmpty {
            // One message that does not open must not keep all others from being read.
            let status = InboxStatus.mislukt(waarom: Unreadable.words)
            try await database.write { db in
                for message in bad { try InboxRows.set(message.sleutel, status, dossier: nil, keys, db) }
            }
        }
        return good
    }

    func setInbox(_ sleutel: Berichtsleutel, _ status: InboxStatus, dossier: DossierID?) async throws(RegieFout) {
        let keys = keys
        try await database.write { db in try InboxRows.set(sleutel, status, dossier: dossier?.number, keys, db) }
    }

    func findInbox(_ sleutel: Berichtsleutel) async throws(RegieFout) -> InboxRegel? {
        let keys = keys
        return try await database.read { db in
            try db.row(
                """
                SELECT \(InboxRows.columns) FROM regie.inbox
                WHERE gemeente = $1 AND partner = $2 AND bericht_id = $3
                """,
                InboxRows.key(sleutel, keys.gemeente)
            ).map { try InboxRows.stored($0).regel(keys) }
        }
    }

    func listInbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [InboxRegel] {
        let keys = keys
        let page = try MessagePage("inbox", gemeente, status, InboxStatus.woorden, limiet, overslaan)
        return try await database.read { db in
            try db.rows("SELECT \(InboxRows.columns) FROM regie.inbox \(page.sql)", page.arguments).map { row in
                let stored = try InboxRows.stored(row)
                return try (try? stored.regel(keys)) ?? stored.closed()
            }
        }
    }

    func countInbox() async throws(RegieFout) -> [String: Int] {
        let gemeente = gemeente
        return try await database.read { db in
            try MessagePage.counts("inbox", gemeente, InboxStatus.woorden, db)
        }
    }
}
