// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: OutboxStore {
    func pendingOutbox(
        op tijdstip: Tijdstip,
        deel: Int,
        van: Int,
        limiet: Int,
        greep: JobLease?
    ) async throws(RegieFout) -> [OutboxRegel] {
        let keys = keys
        let work: @Sendable (PGConnection) throws -> (good: [OutboxRegel], bad: [StoredOutbox]) = { db in
            try OutboxRows.pending(
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
            // One message that does not open must not keep all others from being sent.
            try await database.write { db in
                // Since they were read the job may be another's, which has dealt with them.
                if let greep { try LeaseRows.require(greep, keys.gemeente, db) }
                for message in bad { try OutboxRows.setUnreadable(message, op: tijdstip, keys, db) }
            }
        }
        return good
    }

    func maySend(_ berichtId: String, greep: JobLease) async throws(RegieFout) -> Bool {
        let gemeente = gemeente
        return try await database.read { db in
            try LeaseRows.check(greep, gemeente, db)
            return try OutboxRows.isHeld(berichtId, greep, gemeente, db)
        }
    }

    func setOutbox(_ berichtId: String, _ status: OutboxStatus, greep: JobLease?) async throws(RegieFout) {
        let keys = keys
        try await database.write { db in
            if let greep { try LeaseRows.require(greep, keys.gemeente, db) }
            guard let stored = try Self.find(berichtId, keys.gemeente, db) else {
                throw RegieFout.notInOutbox(berichtId)
            }
            // Without its key (destroyed, or another's) a message still gets a status, but no words.
            if let key = try? keys.unwrap(stored.wrappedKey, of: stored.dossier) {
                try OutboxRows.set(berichtId, status, key, keys.gemeente, db)
            } else {
                try OutboxRows.setUnreadable(berichtId, keys.gemeente, db)
            }
        }
    }

    func sentAfter(_ berichtId: String) async throws(RegieFout) -> String? {
        let keys = keys
        return try await database.read { db in
            guard let own = try Self.find(berichtId, keys.gemeente, db) else {
                throw RegieFout.notInOutbox(berichtId)
            }
            let onderwerp = try own.regel(keys).bericht.onderwerp
            let later = try db.rows(
                """
                SELECT \(OutboxRows.columns) \(OutboxRows.from)
                WHERE outbox.gemeente = $1 AND outbox.dossier = $2 AND partner = $3 AND status = $4 AND nr > (
                    SELECT nr FROM regie.outbox AS dit WHERE dit.gemeente = $1 AND dit.bericht_id = $5)
                ORDER BY nr DESC
                """,
                [
                    .text(keys.gemeente.description), .int(own.dossier), .text(own.partner),
                    .int(Int64(OutboxStatus.verzonden.code)), .text(berichtId),
                ]
            )
            for row in later {
                let stored = try OutboxRows.stored(row)
                if try stored.regel(keys).bericht.onderwerp == onderwerp { return stored.berichtId }
            }
            return nil
        }
    }

    func findOutbox(_ berichtId: String) async throws(RegieFout) -> OutboxRegel? {
        let keys = keys
        return try await database.read { db in try Self.find(berichtId, keys.gemeente, db)?.regel(keys) }
    }

    func listOutbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [OutboxRegel] {
        let keys = keys
        let page = try MessagePage("outbox", gemeente, status, OutboxStatus.woorden, limiet, overslaan)
        return try await database.read { db in
            try db.rows("SELECT \(OutboxRows.columns) \(OutboxRows.from) \(page.sql)", page.arguments).map { row in
                let stored = try OutboxRows.stored(row)
                return try (try? stored.regel(keys)) ?? stored.closed()
            }
        }
    }

    func countOutbox() async throws(RegieFout) -> [String: Int] {
        let gemeente = gemeente
        return try await database.read { db in
            try MessagePage.counts("outbox", gemeente, OutboxStatus.woorden, db)
        }
    }

    private static func find(_ berichtId: String, _ gemeente: Gemeentecode, _ db: PGConnection) throws -> StoredOutbox?
    {
        try db.row(
            "SELECT \(OutboxRows.columns) \(OutboxRows.from) WHERE outbox.gemeente = $1 AND bericht_id = $2",
            [.text(gemeente.description), .text(berichtId)]
        ).map(OutboxRows.stored)
    }
}
