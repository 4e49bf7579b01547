// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import Sealing
import StorageCore

/// Incoming messages as rows.
enum InboxRows {
    static let columns =
        "partner, bericht_id, soort, ontvangen_op, status, tot, toelichting, pogingen, dossier, inhoud, vergeefs"

    /// Asks first: ON CONFLICT DO NOTHING uses up a number all the same, and a gap reads as a message that was taken away.
    /// - Returns: whether it was new.
    static func insert(_ message: SealedMessage, _ db: Database) throws -> Bool {
        let bericht = message.bericht
        let persoon = try queue(message.personen, db)
        try db.run(
            """
            INSERT INTO inbox (partner, bericht_id, soort, ontvangen_op, persoon, inhoud, status, toelichting)
            SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
            WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE partner = ?1 AND bericht_id = ?2)
            """,
            [
                bericht.sleutel.partner.rawValue, bericht.sleutel.berichtId, bericht.soort,
                bericht.ontvangenOp.milliseconden, persoon, message.inhoud, message.status, message.toelichting,
            ]
        )
        return db.changesCount == 1
    }

    /// Under which number a message of a person waits: while the key is being rotated an earlier one may wait under that
    /// of the former key, and must be dealt with first.
    private static func queue(_ personen: [Int64], _ db: Database) throws -> Int64? {
        for persoon in personen.dropFirst() {
            let waiting = try db.row(
                "SELECT 1 FROM inbox INDEXED BY inbox_open_persoon WHERE persoon = ? AND status < 2 LIMIT 1",
                [persoon]
            )
            if waiting != nil { return persoon }
        }
        return personen.first
    }

    /// Records what a step made of a message; false when it was dealt with already, which must have one effect only.
    static func finish(_ done: Stap.Verwerking, dossier: Int64, _ keys: GemeenteKeys, _ db: Database) throws -> Bool {
        guard
            let row = try db.row(
                "SELECT status FROM inbox WHERE partner = ? AND bericht_id = ?",
                [done.bericht.partner.rawValue, done.bericht.berichtId]
            )
        else { throw RegieFout.notInInbox(done.bericht) }
        guard row[0] as Int != InboxStatus.verwerkt.code else { return false }
        try set(done.bericht, done.status, vergeefs: done.vergeefs, dossier: dossier, keys, db)
        return true
    }

    static func set(
        _ sleutel: Berichtsleutel,
        _ status: InboxStatus,
        vergeefs: Bool = false,
        dossier: Int64?,
        _ keys: GemeenteKeys,
        _ db: Database
    ) throws {
        let words = try SealedMessage.words(status, sleutel, keys)
        try db.run(
            """
            UPDATE inbox SET status = ?1, tot = ?2, toelichting = ?3, pogingen = pogingen + ?4,
                vergeefs = CASE ?1 WHEN 0 THEN 0 ELSE vergeefs + ?5 END, dossier = COALESCE(?6, dossier)
            WHERE partner = ?7 AND bericht_id = ?8
            """,
            [
                status.code, status.until?.milliseconden, words, status.isTry ? 1 : 0, vergeefs ? 1 : 0, dossier,
                sleutel.partner.rawValue, sleutel.berichtId,
            ]
        )
        guard db.changesCount == 1 else { throw RegieFout.notInInbox(sleutel) }
    }

    /// A message that does not open and is still to be dealt with: given up, so that those behind it go on. One that waits
    /// for a key is to be looked at again a little later.
    static func setUnreadable(
        _ message: StoredInbox,
        op tijdstip: Tijdstip,
        _ keys: GemeenteKeys,
        _ db: Database
    ) throws {
        let key = message.sleutel
        if Unreadable.waitsForKey(message.inhoud, keys) {
            try db.run(
                "UPDATE inbox SET status = 1, tot = ? WHERE partner = ? AND bericht_id = ? AND status < 2",
                [tijdstip.plus(milliseconden: Unreadable.wait).milliseconden, key.partner.rawValue, key.berichtId]
            )
            return
        }
        let status = InboxStatus.mislukt(waarom: Unreadable.words)
        try db.run(
            """
            UPDATE inbox SET status = ?, tot = NULL, toelichting = ?, pogingen = pogingen + 1
            WHERE partner = ? AND bericht_id = ? AND status < 2
            """,
            [status.code, try SealedMessage.words(status, key, keys), key.partner.rawValue, key.berichtId]
        )
    }

    /// Lets what waits with a dossier be dealt with now; it is no try.
    static func wake(_ dossier: Int64, _ db: Database) throws {
        try db.run(
            "UPDATE inbox SET status = 0, tot = NULL, toelichting = NULL WHERE status = 1 AND dossier = ?",
            [dossier]
        )
    }

    /// The message that a row holds.
    static func stored(_ row: Row) -> StoredInbox { stored(row, from: 0) }

    /// The message that a row holds.
    /// - Parameter first: the column at which it begins.
    static func stored(_ row: Row, from first: Int) -> StoredInbox {
        StoredInbox(
            sleutel: Berichtsleutel(Partner(rawValue: row[first]), row[first + 1]),
            soort: row[first + 2],
            ontvangenOp: row[first + 3],
            status: row[first + 4],
            tot: row[first + 5],
            toelichting: row[first + 6],
            pogingen: row[first + 7],
            dossier: row[first + 8],
            inhoud: row[first + 9],
            vergeefs: row[first + 10]
        )
    }
}
