// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

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
        let context = SealContext.outbox(gemeente, bericht.berichtId, column: "inhoud")
        try db.run(
            "INSERT INTO outbox (bericht_id, partner, soort, dossier, gemaakt_op, inhoud) VALUES (?, ?, ?, ?, ?, ?)",
            [
                bericht.berichtId, bericht.partner.rawValue, bericht.soort, dossier, bericht.gemaaktOp.milliseconden,
                try key.seal(bericht.inhoud.bytes, context: context),
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
        guard let row else { throw unknown(done.berichtId) }
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
        let context = SealContext.outbox(gemeente, berichtId, column: "toelichting")
        let words = try status.words.map { try key.seal(Data($0.utf8), context: context) }
        try db.run(
            "UPDATE outbox SET status = ?, tot = ?, toelichting = ?, pogingen = pogingen + ? WHERE bericht_id = ?",
            [status.code, status.until?.milliseconden, words, status.isTry ? 1 : 0, berichtId]
        )
    }

    /// The message that a row holds.
    static func regel(_ row: Row, _ keys: GemeenteKeys) throws -> OutboxRegel {
        let berichtId: String = row[0]
        let number: Int64 = row[3]
        let key = try keys.unwrap(row[10], of: number)
        let inhoud = try key.open(row[9], context: SealContext.outbox(keys.gemeente, berichtId, column: "inhoud"))
        let context = SealContext.outbox(keys.gemeente, berichtId, column: "toelichting")
        let words = try (row[7] as Data?).map { try key.open($0, context: context) }
        return OutboxRegel(
            bericht: UitgaandBericht(
                berichtId: berichtId,
                partner: Partner(rawValue: row[1]),
                soort: row[2],
                dossier: try DossierID(number: number),
                inhoud: try JSON.lees(inhoud),
                gemaaktOp: Tijdstip(milliseconden: row[4])
            ),
            status: try OutboxStatus(
                code: row[5],
                until: row[6],
                words: words.map { String(decoding: $0, as: UTF8.self) }
            ),
            pogingen: row[8]
        )
    }

    static func unknown(_ berichtId: String) -> RegieFout {
        RegieFout(
            .nietGevonden,
            "Bericht \(berichtId) staat niet in de outbox.",
            watTeDoen: "Bekijk 'regie bericht list'."
        )
    }
}
