// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: InboxStore {
    func receive(_ berichten: [InkomendBericht], als status: InboxStatus) async throws(RegieFout) -> [Bool] {
        var sealed: [SealedMessage] = []
        sealed.reserveCapacity(berichten.count)
        for bericht in berichten { sealed.append(try SealedMessage(bericht, keys, als: status)) }
        let messages = sealed
        return try await database.write { db in try messages.map { try InboxRows.insert($0, db) } }
    }

    func pendingInbox(
        op tijdstip: Tijdstip,
        deel: Int,
        van: Int,
        limiet: Int,
        greep: JobLease?
    ) async throws(RegieFout) -> [InboxRegel] {
        let keys = keys
        let (good, bad) = try await database.read { db in
            try JobRows.require(greep, db)
            return try db.rows(
                """
                SELECT \(InboxRows.columns) FROM inbox AS dit INDEXED BY inbox_open
                WHERE status < 2 AND (status = 0 OR tot <= ?) AND persoon % ? = ?
                    AND NOT EXISTS (
                        SELECT 1 FROM inbox AS eerder INDEXED BY inbox_open_persoon
                        WHERE eerder.persoon = dit.persoon AND eerder.nr < dit.nr AND eerder.status < 2)
                ORDER BY nr LIMIT ?
                """,
                [tijdstip.milliseconden, max(1, van), deel, max(0, limiet)]
            ).map(InboxRows.stored).readable { try $0.regel(keys) }
        }
        if !bad.isEmpty {
            // One message that does not open must not keep all others from being read.
            try await database.write { db in
                // Since they were read the job may be another's, which has dealt with them.
                try JobRows.require(greep, db)
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
            try JobRows.require(greep, db)
            try InboxRows.set(sleutel, status, dossier: dossier?.number, keys, db)
        }
    }

    func findInbox(_ sleutel: Berichtsleutel) async throws(RegieFout) -> InboxRegel? {
        let keys = keys
        return try await database.read { db in
            try db.row(
                "SELECT \(InboxRows.columns) FROM inbox WHERE partner = ? AND bericht_id = ?",
                [sleutel.partner.rawValue, sleutel.berichtId]
            ).map { try InboxRows.stored($0).regel(keys) }
        }
    }

    func listInbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [InboxRegel] {
        let keys = keys
        let page = try MessagePage(status, InboxStatus.woorden, limiet, overslaan)
        return try await database.read { db in
            try db.rows("SELECT \(InboxRows.columns) FROM inbox \(page.sql)", page.arguments)
                .map(InboxRows.stored)
                .map { message in try (try? message.regel(keys)) ?? message.closed() }
        }
    }

    func countInbox() async throws(RegieFout) -> [String: Int] {
        try await database.read { db in
            try MessagePage.counts(db, "SELECT status, COUNT(*) FROM inbox GROUP BY status", InboxStatus.woorden)
        }
    }
}

/// A page of messages, newest first.
struct MessagePage: Sendable {
    let sql: String
    let arguments: [(any DatabaseValueConvertible & Sendable)?]

    init(_ status: String?, _ words: [String], _ limiet: Int, _ overslaan: Int) throws(RegieFout) {
        let window: [(any DatabaseValueConvertible & Sendable)?] = [max(0, limiet), max(0, overslaan)]
        guard let status else {
            sql = "ORDER BY nr DESC LIMIT ? OFFSET ?"
            arguments = window
            return
        }
        guard let code = words.firstIndex(of: status) else {
            throw RegieFout.unknownStatus(status, of: words)
        }
        sql = "WHERE status = ? ORDER BY nr DESC LIMIT ? OFFSET ?"
        arguments = [code] + window
    }

    /// Every word with its number, also when that is 0.
    static func counts(_ db: Database, _ sql: String, _ words: [String]) throws -> [String: Int] {
        var counts = Dictionary(uniqueKeysWithValues: words.map { ($0, 0) })
        for row in try db.rows(sql) {
            let code: Int = row[0]
            if words.indices.contains(code) { counts[words[code]] = row[1] }
        }
        return counts
    }
}
