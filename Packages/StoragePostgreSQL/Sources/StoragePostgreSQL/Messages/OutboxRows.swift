// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Outgoing messages as rows, sealed under the key of their dossier.
enum OutboxRows {
    static let columns = """
        bericht_id, partner, soort, outbox.dossier, gemaakt_op, status, tot, toelichting, pogingen, inhoud,
        dossier.sleutel
        """
    /// With the key of the dossier, which each row needs.
    static let from = """
        FROM regie.outbox JOIN regie.dossier ON dossier.gemeente = outbox.gemeente AND dossier.id = outbox.dossier
        """

    static func insert(
        _ bericht: UitgaandBericht,
        _ dossier: Int64,
        _ key: DossierKey,
        _ gemeente: Gemeentecode,
        _ db: PGConnection
    ) throws {
        _ = try db.run(
            """
            INSERT INTO regie.outbox (gemeente, bericht_id, partner, soort, dossier, gemaakt_op, inhoud)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                .text(gemeente.description), .text(bericht.berichtId), .text(bericht.partner.rawValue),
                .text(bericht.soort),
                .int(dossier), .int(bericht.gemaaktOp.milliseconden),
                .bytes(try StoredOutbox.seal(bericht, gemeente, key)),
            ]
        )
        Tellers.add(1, to: .outbox, db)
    }

    /// Records in a step what became of a message; false when that was recorded before.
    static func finish(
        _ done: Stap.Verzending,
        dossier: Int64,
        _ key: DossierKey,
        _ gemeente: Gemeentecode,
        _ db: PGConnection
    ) throws -> Bool {
        let row = try db.row(
            "SELECT status FROM regie.outbox WHERE gemeente = $1 AND bericht_id = $2 AND dossier = $3 FOR UPDATE",
            [.text(gemeente.description), .text(done.berichtId), .int(dossier)]
        )
        guard let row else { throw RegieFout.notInOutbox(done.berichtId) }
        guard Int(try row.int(0)) != OutboxStatus.verzonden.code else { return false }
        try set(done.berichtId, done.status, key, gemeente, db)
        return true
    }

    /// - Parameter key: of the dossier; nil when it does not open, and then there are no words.
    static func set(
        _ berichtId: String,
        _ status: OutboxStatus,
        _ key: DossierKey?,
        _ gemeente: Gemeentecode,
        _ db: PGConnection
    ) throws {
        let words = try key.flatMap { try StoredOutbox.words(status, berichtId, gemeente, $0) }
        _ = try db.run(
            """
            UPDATE regie.outbox SET status = $3, tot = $4, toelichting = $5, pogingen = pogingen + $6
            WHERE gemeente = $1 AND bericht_id = $2
            """,
            [
                .text(gemeente.description), .text(berichtId), .int(Int64(status.code)),
                status.until.map { .int($0.milliseconden) } ?? .null, words.map(PGValue.bytes) ?? .null,
                .int(status.isTry ? 1 : 0),
            ]
        )
    }

    /// A message that does not open: given up, so that those behind it go on.
    static func setUnreadable(_ berichtId: String, _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        try set(berichtId, .mislukt(waarom: Unreadable.words), nil, gemeente, db)
    }

    /// The message that a row holds.
    static func stored(_ row: PGRow) throws -> StoredOutbox {
        StoredOutbox(
            berichtId: try row.text(0),
            partner: try row.text(1),
            soort: try row.text(2),
            dossier: try row.int(3),
            gemaaktOp: try row.int(4),
            status: Int(try row.int(5)),
            tot: try row.intOrNil(6),
            toelichting: try row.bytesOrNil(7),
            pogingen: Int(try row.int(8)),
            inhoud: try row.bytes(9),
            wrappedKey: try row.bytes(10)
        )
    }
}
