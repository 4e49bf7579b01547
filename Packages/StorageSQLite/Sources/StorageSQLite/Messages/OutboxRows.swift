// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import Sealing
import StorageCore

/// Outgoing messages as rows, sealed under the key of their dossier.
enum OutboxRows {
    static let columns =
        "bericht_id, partner, soort, outbox.dossier, gemaakt_op, status, tot, toelichting, pogingen, inhoud, sleutel"
    /// With the key of the dossier, which each row needs.
    static let from = "FROM outbox JOIN dossier ON dossier.id = outbox.dossier"

    static func insert(
        _ bericht: UitgaandBericht,
        _ dossier: Int64,
        _ key: DossierKey,
        _ gemeente: Gemeentecode,
        _ db: Database
    ) throws {
        try db.run(
            "INSERT INTO outbox (bericht_id, partner, soort, dossier, gemaakt_op, inhoud) VALUES (?, ?, ?, ?, ?, ?)",
            [
                bericht.berichtId, bericht.partner.rawValue, bericht.soort, dossier, bericht.gemaaktOp.milliseconden,
                try StoredOutbox.seal(bericht, gemeente, key),
            ]
        )
    }

    /// Records in a step what became of a message; false when that was recorded before.
    static func finish(
        _ done: Stap.Verzending,
        dossier: Int64,
        _ key: DossierKey,
        _ gemeente: Gemeentecode,
        _ db: Database
    ) throws -> Bool {
        let row = try db.row(
            "SELECT status FROM outbox WHERE bericht_id = ? AND dossier = ?",
            [done.berichtId, dossier]
        )
        guard let row else { throw RegieFout.notInOutbox(done.berichtId) }
        guard row[0] as Int != OutboxStatus.verzonden.code else { return false }
        try set(done.berichtId, done.status, key, gemeente, db)
        return true
    }

    static func set(
        _ berichtId: String,
        _ status: OutboxStatus,
        _ key: DossierKey,
        _ gemeente: Gemeentecode,
        _ db: Database
    ) throws {
        let words = try StoredOutbox.words(status, berichtId, gemeente, key)
        try db.run(
            "UPDATE outbox SET status = ?, tot = ?, toelichting = ?, pogingen = pogingen + ? WHERE bericht_id = ?",
            [status.code, status.until?.milliseconden, words, status.isTry ? 1 : 0, berichtId]
        )
    }

    /// Ends a message without words: there is no key to seal them with.
    static func setUnreadable(_ berichtId: String, _ db: Database) throws {
        try db.run(
            "UPDATE outbox SET status = ?, tot = NULL, toelichting = NULL WHERE bericht_id = ?",
            [OutboxStatus.mislukt(waarom: "").code, berichtId]
        )
    }

    /// One that was to be sent and does not open: see `InboxRows.setUnreadable`.
    static func setUnreadable(
        _ message: StoredOutbox,
        op tijdstip: Tijdstip,
        _ keys: GemeenteKeys,
        _ db: Database
    ) throws {
        // The message is sealed under the key of its dossier, and that under a version of the gemeente's.
        let waits = Unreadable.waitsForKey(message.wrappedKey, keys)
        try db.run(
            "UPDATE outbox SET status = ?, tot = ?, toelichting = NULL WHERE bericht_id = ? AND status < 2",
            [
                waits ? 1 : OutboxStatus.mislukt(waarom: "").code,
                waits ? tijdstip.plus(milliseconden: Unreadable.wait).milliseconden : nil, message.berichtId,
            ]
        )
    }

    /// The message that a row holds.
    static func stored(_ row: Row) -> StoredOutbox {
        StoredOutbox(
            berichtId: row[0],
            partner: row[1],
            soort: row[2],
            dossier: row[3],
            gemaaktOp: row[4],
            status: row[5],
            tot: row[6],
            toelichting: row[7],
            pogingen: row[8],
            inhoud: row[9],
            wrappedKey: row[10]
        )
    }
}
