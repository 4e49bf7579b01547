// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: OutboxStore {
    func pendingOutbox(
        op tijdstip: Tijdstip,
        deel: Int,
        van: Int,
        limiet: Int,
        greep: JobLease?
    ) async throws(RegieFout) -> [OutboxRegel] {
        let keys = keys
        let (good, bad) = try await database.read { db in
            try JobRows.require(greep, db)
            // The id of a dossier is random, so its remainder divides the dossiers evenly.
            return try db.rows(
                """
                SELECT \(OutboxRows.columns) FROM outbox INDEXED BY outbox_open
                    CROSS JOIN dossier ON dossier.id = outbox.dossier
                WHERE status < 2 AND (status = 0 OR tot <= ?) AND outbox.dossier % ? = ?
                    AND NOT EXISTS (
                        SELECT 1 FROM outbox AS eerder INDEXED BY outbox_open_dossier
                        WHERE eerder.dossier = outbox.dossier AND eerder.nr < outbox.nr AND eerder.status < 2)
                ORDER BY nr LIMIT ?
                """,
                [tijdstip.milliseconden, max(1, van), deel, max(0, limiet)]
            ).map(OutboxRows.stored).readable { try $0.regel(keys) }
        }
        if !bad.isEmpty {
            // One message that does not open must not keep all others from being sent.
            try await database.write { db in
                // Since they were read the job may be another's, which has dealt with them.
                try JobRows.require(greep, db)
                for message in bad { try OutboxRows.setUnreadable(message, op: tijdstip, keys, db) }
            }
        }
        return good
    }

    func maySend(_ berichtId: String, greep: JobLease) async throws(RegieFout) -> Bool {
        try await database.read { db in
            try JobRows.require(greep, db)
            return try db.row("SELECT 1 FROM outbox WHERE bericht_id = ? AND status < 2", [berichtId]) != nil
        }
    }

    func setOutbox(_ berichtId: String, _ status: OutboxStatus, greep: JobLease?) async throws(RegieFout) {
        let keys = keys
        try await database.write { db in
            try JobRows.require(greep, db)
            let row = try db.row("SELECT outbox.dossier, sleutel \(OutboxRows.from) WHERE bericht_id = ?", [berichtId])
            guard let row else { throw RegieFout.notInOutbox(berichtId) }
            // Without its key (destroyed, or another's) a message still gets a status, but no words.
            if let key = try? keys.unwrap(row[1], of: row[0]) {
                try OutboxRows.set(berichtId, status, key, keys.gemeente, db)
            } else {
                try OutboxRows.setUnreadable(berichtId, db)
            }
        }
    }

    func sentAfter(_ berichtId: String) async throws(RegieFout) -> String? {
        let keys = keys
        return try await database.read { db in
            let own = try db.row(
                "SELECT \(OutboxRows.columns), nr \(OutboxRows.from) WHERE bericht_id = ?",
                [berichtId]
            )
            guard let own else { throw RegieFout.notInOutbox(berichtId) }
            let onderwerp = try OutboxRows.stored(own).regel(keys).bericht.onderwerp
            let later = try db.rows(
                """
                SELECT \(OutboxRows.columns) \(OutboxRows.from)
                WHERE outbox.dossier = ? AND nr > ? AND partner = ? AND status = ? ORDER BY nr DESC
                """,
                [own[3] as Int64, own[11] as Int64, own[1] as String, OutboxStatus.verzonden.code]
            )
            for message in later.map(OutboxRows.stored) where try message.regel(keys).bericht.onderwerp == onderwerp {
                return message.berichtId
            }
            return nil
        }
    }

    func findOutbox(_ berichtId: String) async throws(RegieFout) -> OutboxRegel? {
        let keys = keys
        return try await database.read { db in
            try db.row("SELECT \(OutboxRows.columns) \(OutboxRows.from) WHERE bericht_id = ?", [berichtId])
                .map { try OutboxRows.stored($0).regel(keys) }
        }
    }

    func listOutbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [OutboxRegel] {
        let keys = keys
        let page = try MessagePage(status, OutboxStatus.woorden, limiet, overslaan)
        return try await database.read { db in
            try db.rows("SELECT \(OutboxRows.columns) \(OutboxRows.from) \(page.sql)", page.arguments)
                .map(OutboxRows.stored)
                .map { message in try (try? message.regel(keys)) ?? message.closed() }
        }
    }

    func countOutbox() async throws(RegieFout) -> [String: Int] {
        try await database.read { db in
            try MessagePage.counts(db, "SELECT status, COUNT(*) FROM outbox GROUP BY status", OutboxStatus.woorden)
        }
    }
}
