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
        limiet: Int,
        greep: JobLease?
    ) async throws(RegieFout) -> [InboxRegel] {
        let keys = keys
        let work: @Sendable (PGConnection) throws -> (good: [InboxRegel], bad: [StoredInbox]) = { db in
            try InboxRows.pending(
                keys.gemeente,
                op: tijdstip,
                deel: deel,
                van: van,
                limiet: limiet,
                greep: greep,
                db
            ).readable { try $0.regel(keys) }
        }
        let (good, bad) = greep == nil ? try await database.read(work) : try await database.exclusive(work)
        if !bad.isEmpty {
            // One message that does not open must not keep all others from being read.
            try await database.write { db in
                // Since they were read the job may be another's, which has dealt with them.
                if let greep { try LeaseRows.require(greep, keys.gemeente, db) }
                for message in bad { try InboxRows.setUnreadable(message, op: tijdstip, keys, db) }
            }
        }
        return good
    }

    func setInbox(_ sleutel: Berichtsleutel, _ status: InboxStatus, dossier: DossierID?, greep: JobLease?)
        async throws(RegieFout)
    {
        let keys = keys
        try await database.write { db in
            if let greep { try LeaseRows.require(greep, keys.gemeente, db) }
            try InboxRows.set(sleutel, status, dossier: dossier?.number, keys, db)
        }
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
