// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Incoming messages as rows. The identity of the person and the raw message are sealed together under the gemeente's
/// own key: no dossier is known yet.
enum InboxRows {
    static let columns =
        "partner, bericht_id, soort, ontvangen_op, status, tot, toelichting, pogingen, dossier, inhoud, vergeefs"

    /// A message ready to be written: made on the caller's thread.
    struct Sealed: Sendable {
        let bericht: InkomendBericht
        /// The first is what is written, unless an earlier message of the person waits under another.
        let personen: [Int64]
        let inhoud: Data

        init(_ bericht: InkomendBericht, _ keys: GemeenteKeys) throws(RegieFout) {
            self.bericht = bericht
            if let bsn = bericht.bsn {
                personen = try keys.orderingKeys(.bsn(bsn))
            } else if let vnummer = bericht.vnummer {
                personen = try keys.orderingKeys(.vnummer(vnummer))
            } else {
                personen = [try keys.orderingKey(of: bericht.sleutel)]
            }
            var plain = ByteWriter(capacity: bericht.ruw.count + 13)
            plain.write(UInt8(1))
            plain.write(bericht.bsn?.waarde ?? 0)
            plain.write(bericht.vnummer?.waarde ?? 0)
            plain.append(bericht.ruw)
            let context = SealContext.inbox(keys.gemeente, bericht.sleutel, column: "inhoud")
            inhoud = try keys.seal(plain.bytes, for: .inbox, context: context)
        }
    }

    /// - Returns: whether it was new.
    static func insert(_ message: Sealed, _ db: Database) throws -> Bool {
        let bericht = message.bericht
        let persoon = try queue(message.personen, db)
        try db.run(
            """
            INSERT INTO inbox (partner, bericht_id, soort, ontvangen_op, persoon, inhoud) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (partner, bericht_id) DO NOTHING
            """,
            [
                bericht.sleutel.partner.rawValue, bericht.sleutel.berichtId, bericht.soort,
                bericht.ontvangenOp.milliseconden, persoon, message.inhoud,
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
        else { throw unknown(done.bericht) }
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
        let context = SealContext.inbox(keys.gemeente, sleutel, column: "toelichting")
        let words = try status.words.map { try keys.seal(Data($0.utf8), for: .inbox, context: context) }
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
        guard db.changesCount == 1 else { throw unknown(sleutel) }
    }

    /// Lets what waits with a dossier be dealt with now; it is no try.
    static func wake(_ dossier: Int64, _ db: Database) throws {
        try db.run(
            "UPDATE inbox SET status = 0, tot = NULL, toelichting = NULL WHERE status = 1 AND dossier = ?",
            [dossier]
        )
    }

    /// The numbers under which the person of an opened message is kept in order.
    static func persons(
        _ plain: Data,
        _ sleutel: Berichtsleutel,
        _ keys: GemeenteKeys
    ) throws(RegieFout) -> [Int64] {
        let plain = [UInt8](plain)
        guard plain.count >= 13, plain[0] == 1 else {
            throw RegieFout(.opslagNieuwer, "Een bericht in de inbox heeft een onbekende vorm.")
        }
        if let bsn = Bsn(nineDigits: plain[1..<5].reduce(0) { $0 << 8 | Int($1) }) {
            return try keys.orderingKeys(.bsn(bsn))
        }
        if let vnummer = VNummer(waarde: plain[5..<13].reduce(0) { $0 << 8 | Int($1) }) {
            return try keys.orderingKeys(.vnummer(vnummer))
        }
        return [try keys.orderingKey(of: sleutel)]
    }

    /// The message that a row holds.
    static func regel(_ row: Row, _ keys: GemeenteKeys) throws -> InboxRegel {
        let sleutel = Berichtsleutel(Partner(rawValue: row[0]), row[1])
        let plain = [UInt8](
            try keys.open(row[9], for: .inbox, context: SealContext.inbox(keys.gemeente, sleutel, column: "inhoud"))
        )
        guard plain.count >= 13, plain[0] == 1 else {
            throw RegieFout(.opslagNieuwer, "Een bericht in de inbox heeft een onbekende vorm.")
        }
        let bsn = plain[1..<5].reduce(0) { $0 << 8 | Int($1) }
        let vnummer = plain[5..<13].reduce(0) { $0 << 8 | Int($1) }
        let context = SealContext.inbox(keys.gemeente, sleutel, column: "toelichting")
        let words = try (row[6] as Data?).map { try keys.open($0, for: .inbox, context: context) }
        return InboxRegel(
            bericht: InkomendBericht(
                sleutel: sleutel,
                soort: row[2],
                ontvangenOp: Tijdstip(milliseconden: row[3]),
                bsn: bsn == 0 ? nil : Bsn(nineDigits: bsn),
                vnummer: VNummer(waarde: vnummer),
                ruw: Array(plain[13...])
            ),
            status: try InboxStatus(
                code: row[4],
                until: row[5],
                words: words.map { String(decoding: $0, as: UTF8.self) }
            ),
            pogingen: row[7],
            vergeefs: row[10],
            dossier: try (row[8] as Int64?).map { try DossierID(number: $0) }
        )
    }

    private static func unknown(_ sleutel: Berichtsleutel) -> RegieFout {
        RegieFout(
            .nietGevonden,
            "Bericht \(sleutel.berichtId) van \(sleutel.partner) staat niet in de inbox.",
            watTeDoen: "Bekijk 'regie bericht list'."
        )
    }
}

extension Bsn {
    /// From a number that was a BSN when it was stored.
    fileprivate init?(nineDigits number: Int) {
        let text = String(number)
        self.init(String(repeating: "0", count: max(0, 9 - text.utf8.count)) + text)
    }
}
