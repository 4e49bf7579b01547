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

    /// What is to be sent now, oldest first, held for a job when one asks.
    static func pending(
        _ gemeente: Gemeentecode,
        op tijdstip: Tijdstip,
        deel: Int,
        van: Int,
        limiet: Int,
        greep: JobLease?,
        _ db: PGConnection
    ) throws -> [StoredOutbox] {
        // The id of a dossier is random, so its remainder divides the dossiers evenly.
        let chosen = """
            SELECT nr AS plek FROM regie.outbox AS dit
            WHERE gemeente = $1 AND status < 2 AND (status = 0 OR tot <= $2) AND dossier % $3 = $4
                AND NOT EXISTS (
                    SELECT 1 FROM regie.outbox AS eerder
                    WHERE eerder.gemeente = $1 AND eerder.dossier = dit.dossier AND eerder.nr < dit.nr
                        AND eerder.status < 2)
            """
        let arguments: [PGValue] = [
            .text(gemeente.description), .int(tijdstip.milliseconden), .int(Int64(max(1, van))), .int(Int64(deel)),
            .int(Int64(max(0, limiet))),
        ]
        guard let greep else {
            return try db.rows(
                """
                SELECT \(columns) \(from) WHERE outbox.gemeente = $1
                    AND nr IN (\(chosen) ORDER BY nr LIMIT $5) ORDER BY nr
                """,
                arguments
            ).map(stored)
        }
        try LeaseRows.require(greep, gemeente, db)
        try MessageHold.lock("outbox", gemeente, db)
        let held = try db.rows(
            """
            WITH keuze AS MATERIALIZED (
                \(chosen) AND \(MessageHold.isFree(job: "$6", lease: "$7"))
                ORDER BY nr LIMIT $5 FOR UPDATE OF dit SKIP LOCKED)
            UPDATE regie.outbox SET taak = $6, lease = $7 FROM keuze, regie.dossier
            WHERE outbox.gemeente = $1 AND outbox.nr = keuze.plek
                AND dossier.gemeente = $1 AND dossier.id = outbox.dossier
            RETURNING \(columns), nr
            """,
            arguments + [.int(greep.id), .int(greep.lease)]
        )
        return try held.map { (try $0.int(11), try stored($0)) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Whether a message is unfinished and held for a job.
    static func isHeld(_ berichtId: String, _ greep: JobLease, _ gemeente: Gemeentecode, _ db: PGConnection) throws
        -> Bool
    {
        try db.row(
            """
            SELECT 1::bigint FROM regie.outbox
            WHERE gemeente = $1 AND bericht_id = $2 AND status < 2 AND taak = $3 AND lease = $4
            """,
            [.text(gemeente.description), .text(berichtId), .int(greep.id), .int(greep.lease)]
        ) != nil
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
            UPDATE regie.outbox SET status = $3, tot = $4, toelichting = $5, pogingen = pogingen + $6,
                taak = NULL, lease = NULL
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

    /// One that was to be sent and does not open: see `InboxRows.setUnreadable`.
    static func setUnreadable(
        _ message: StoredOutbox,
        op tijdstip: Tijdstip,
        _ keys: GemeenteKeys,
        _ db: PGConnection
    ) throws {
        // The message is sealed under the key of its dossier, and that under a version of the gemeente's.
        let waits = Unreadable.waitsForKey(message.wrappedKey, keys)
        let tot: PGValue = waits ? .int(tijdstip.plus(milliseconden: Unreadable.wait).milliseconden) : .null
        _ = try db.run(
            """
            UPDATE regie.outbox SET status = $3, tot = $4, toelichting = NULL, pogingen = pogingen + $5,
                taak = NULL, lease = NULL
            WHERE gemeente = $1 AND bericht_id = $2 AND status < 2
            """,
            [
                .text(keys.gemeente.description), .text(message.berichtId),
                .int(waits ? 1 : Int64(OutboxStatus.mislukt(waarom: "").code)), tot, .int(waits ? 0 : 1),
            ]
        )
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
