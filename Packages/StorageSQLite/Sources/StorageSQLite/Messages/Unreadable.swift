// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Messages that will not open: their key was destroyed, or something changed them from outside.
enum Unreadable {
    static let words = "De inhoud gaat niet open (verzegeling-faalt): de sleutel is een andere of is vernietigd."
}

extension [Row] {
    /// What could be read, and what names each of the others. A fault of the database itself is thrown.
    func readable<Value, Name>(
        _ read: (Row) throws -> Value,
        orElse name: (Row) -> Name
    ) throws -> (good: [Value], bad: [Name]) {
        var good: [Value] = []
        var bad: [Name] = []
        for row in self {
            do {
                good.append(try read(row))
            } catch {
                guard error is RegieFout else { throw error }
                bad.append(name(row))
            }
        }
        return (good, bad)
    }
}

extension OutboxRows {
    /// Ends a message without words: there is no key to seal them with.
    static func setUnreadable(_ berichtId: String, _ db: Database) throws {
        try db.run(
            "UPDATE outbox SET status = ?, tot = NULL, toelichting = NULL WHERE bericht_id = ?",
            [OutboxStatus.mislukt(waarom: "").code, berichtId]
        )
    }

    /// A row as a list shows it when it does not open.
    static func closed(_ row: Row) throws -> OutboxRegel {
        let code: Int = row[5]
        let refused = code == OutboxStatus.geweigerd(woorden: []).code
        return OutboxRegel(
            bericht: UitgaandBericht(
                berichtId: row[0],
                partner: Partner(rawValue: row[1]),
                soort: row[2],
                dossier: try DossierID(number: row[3]),
                inhoud: .null,
                gemaaktOp: Tijdstip(milliseconden: row[4])
            ),
            status: try OutboxStatus(code: code, until: row[6], words: refused ? nil : Unreadable.words),
            pogingen: row[8]
        )
    }
}

extension InboxRows {
    /// A row as a list shows it when it does not open.
    static func closed(_ row: Row) throws -> InboxRegel {
        InboxRegel(
            bericht: InkomendBericht(
                sleutel: Berichtsleutel(Partner(rawValue: row[0]), row[1]),
                soort: row[2],
                ontvangenOp: Tijdstip(milliseconden: row[3]),
                bsn: nil,
                vnummer: nil,
                ruw: []
            ),
            status: try InboxStatus(code: row[4], until: row[5], words: Unreadable.words),
            pogingen: row[7],
            vergeefs: row[10],
            dossier: try (row[8] as Int64?).map { try DossierID(number: $0) }
        )
    }
}
