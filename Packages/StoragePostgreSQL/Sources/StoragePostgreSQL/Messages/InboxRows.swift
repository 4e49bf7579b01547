// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Incoming messages as rows.
enum InboxRows {
    static let columns =
        "partner, bericht_id, soort, ontvangen_op, status, tot, toelichting, pogingen, dossier, inhoud, vergeefs"

    /// - Returns: per message, whether it was new.
    static func insert(_ messages: [SealedMessage], _ gemeente: Gemeentecode, _ db: PGConnection) throws -> [Bool] {
        guard !messages.isEmpty else { return [] }
        let persons = try queues(messages, gemeente, db)
        let written = try db.rows(
            """
            INSERT INTO regie.inbox
                (gemeente, partner, bericht_id, soort, ontvangen_op, persoon, inhoud, status, toelichting)
            SELECT $1, * FROM unnest(
                $2::text[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bytea[], $8::bigint[], $9::bytea[])
            ON CONFLICT (gemeente, partner, bericht_id) DO NOTHING RETURNING partner, bericht_id
            """,
            [
                .text(gemeente.description), .texts(messages.map(\.bericht.sleutel.partner.rawValue)),
                .texts(messages.map(\.bericht.sleutel.berichtId)), .texts(messages.map(\.bericht.soort)),
                .ints(messages.map(\.bericht.ontvangenOp.milliseconden)), .ints(persons),
                .bytesArray(messages.map(\.inhoud)), .ints(messages.map { Int64($0.status) }),
                .optBytes(messages.map(\.toelichting)),
            ]
        )
        Tellers.add(written.count, to: .inbox, db)
        var new = Set(try written.map { Berichtsleutel(Partner(rawValue: try $0.text(0)), try $0.text(1)) })
        // Of two that are the same in one call the first is the new one.
        return messages.map { new.remove($0.bericht.sleutel) != nil }
    }

    /// Under which number each message waits: while the key is being rotated an earlier one of the person may wait under
    /// that of the former key, and must be dealt with first.
    private static func queues(
        _ messages: [SealedMessage],
        _ gemeente: Gemeentecode,
        _ db: PGConnection
    ) throws -> [Int64] {
        let former = messages.flatMap { $0.personen.dropFirst() }
        guard !former.isEmpty else { return messages.map { $0.personen[0] } }
        try PersonLock.take(messages.flatMap(\.personen), gemeente, db)
        let waiting = Set(
            try db.rows(
                """
                SELECT DISTINCT persoon FROM regie.inbox WHERE gemeente = $1 AND status < 2 AND persoon = ANY($2)
                """,
                [.text(gemeente.description), .ints(former)]
            ).map { try $0.int(0) }
        )
        return messages.map { message in
            message.personen.dropFirst().first { waiting.contains($0) } ?? message.personen[0]
        }
    }

    /// What is to be dealt with now, oldest first, held for a job when one asks.
    static func pending(
        _ gemeente: Gemeentecode,
        op tijdstip: Tijdstip,
        deel: Int,
        van: Int,
        limiet: Int,
        greep: JobLease?,
        _ db: PGConnection
    ) throws -> [StoredInbox] {
        let chosen = """
            SELECT \(greep == nil ? columns : "nr AS plek") FROM regie.inbox AS dit
            WHERE gemeente = $1 AND status < 2 AND (status = 0 OR tot <= $2) AND persoon % $3 = $4
                AND NOT EXISTS (
                    SELECT 1 FROM regie.inbox AS eerder
                    WHERE eerder.gemeente = $1 AND eerder.persoon = dit.persoon AND eerder.nr < dit.nr
                        AND eerder.status < 2)
            """
        let arguments: [PGValue] = [
            .text(gemeente.description), .int(tijdstip.milliseconden), .int(Int64(max(1, van))), .int(Int64(deel)),
            .int(Int64(max(0, limiet))),
        ]
        guard let greep else { return try db.rows("\(chosen) ORDER BY nr LIMIT $5", arguments).map(stored) }
        try LeaseRows.require(greep, gemeente, db)
        try MessageHold.lock("inbox", gemeente, db)
        let held = try db.rows(
            """
            WITH keuze AS MATERIALIZED (
                \(chosen) AND \(MessageHold.isFree(job: "$6", lease: "$7"))
                ORDER BY nr LIMIT $5 FOR UPDATE OF dit SKIP LOCKED)
            UPDATE regie.inbox SET taak = $6, lease = $7 FROM keuze
            WHERE inbox.gemeente = $1 AND inbox.nr = keuze.plek
            RETURNING \(columns), nr
            """,
            arguments + [.int(greep.id), .int(greep.lease)]
        )
        return try held.map { (try $0.int(11), try stored($0)) }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    /// Records what a step made of a message; false when it was dealt with already, which must have one effect only.
    static func finish(
        _ done: Stap.Verwerking,
        dossier: Int64,
        _ keys: GemeenteKeys,
        _ db: PGConnection
    ) throws -> Bool {
        let row = try db.row(
            "SELECT status FROM regie.inbox WHERE gemeente = $1 AND partner = $2 AND bericht_id = $3 FOR UPDATE",
            key(done.bericht, keys.gemeente)
        )
        guard let row else { throw RegieFout.notInInbox(done.bericht) }
        guard Int(try row.int(0)) != InboxStatus.verwerkt.code else { return false }
        try set(done.bericht, done.status, vergeefs: done.vergeefs, dossier: dossier, keys, db)
        return true
    }

    static func set(
        _ sleutel: Berichtsleutel,
        _ status: InboxStatus,
        vergeefs: Bool = false,
        dossier: Int64?,
        _ keys: GemeenteKeys,
        _ db: PGConnection
    ) throws {
        let words = try SealedMessage.words(status, sleutel, keys)
        let changed = try db.run(
            """
            UPDATE regie.inbox SET status = $4, tot = $5, toelichting = $6, pogingen = pogingen + $7,
                vergeefs = CASE WHEN $4 = 0 THEN 0 ELSE vergeefs + $8 END, dossier = COALESCE($9, dossier),
                taak = NULL, lease = NULL
            WHERE gemeente = $1 AND partner = $2 AND bericht_id = $3
            """,
            key(sleutel, keys.gemeente) + [
                .int(Int64(status.code)), status.until.map { .int($0.milliseconden) } ?? .null,
                words.map(PGValue.bytes) ?? .null, .int(status.isTry ? 1 : 0), .int(vergeefs ? 1 : 0),
                dossier.map(PGValue.int) ?? .null,
            ]
        )
        guard changed == 1 else { throw RegieFout.notInInbox(sleutel) }
    }

    /// A message that does not open and is still to be dealt with: given up, so that those behind it go on. One that waits
    /// for a key is left for another process, and to be looked at again a little later.
    static func setUnreadable(
        _ message: StoredInbox,
        op tijdstip: Tijdstip,
        _ keys: GemeenteKeys,
        _ db: PGConnection
    ) throws {
        let key = key(message.sleutel, keys.gemeente)
        if Unreadable.waitsForKey(message.inhoud, keys) {
            _ = try db.run(
                """
                UPDATE regie.inbox SET status = 1, tot = $4, taak = NULL, lease = NULL
                WHERE gemeente = $1 AND partner = $2 AND bericht_id = $3 AND status < 2
                """,
                key + [.int(tijdstip.plus(milliseconden: Unreadable.wait).milliseconden)]
            )
            return
        }
        let status = InboxStatus.mislukt(waarom: Unreadable.words)
        _ = try db.run(
            """
            UPDATE regie.inbox SET status = $4, tot = NULL, toelichting = $5, pogingen = pogingen + 1,
                taak = NULL, lease = NULL
            WHERE gemeente = $1 AND partner = $2 AND bericht_id = $3 AND status < 2
            """,
            key + [
                .int(Int64(status.code)),
                try SealedMessage.words(status, message.sleutel, keys).map(PGValue.bytes) ?? .null,
            ]
        )
    }

    /// Lets what waits with a dossier be dealt with now; it is no try.
    static func wake(_ dossier: Int64, _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        _ = try db.run(
            """
            UPDATE regie.inbox SET status = 0, tot = NULL, toelichting = NULL
            WHERE gemeente = $1 AND status = 1 AND dossier = $2
            """,
            [.text(gemeente.description), .int(dossier)]
        )
    }

    /// The message that a row holds.
    static func stored(_ row: PGRow) throws -> StoredInbox { try stored(row, from: 0) }

    /// The message that a row holds.
    /// - Parameter first: the column at which it begins.
    static func stored(_ row: PGRow, from first: Int) throws -> StoredInbox {
        StoredInbox(
            sleutel: Berichtsleutel(Partner(rawValue: try row.text(first)), try row.text(first + 1)),
            soort: try row.text(first + 2),
            ontvangenOp: try row.int(first + 3),
            status: Int(try row.int(first + 4)),
            tot: try row.intOrNil(first + 5),
            toelichting: try row.bytesOrNil(first + 6),
            pogingen: Int(try row.int(first + 7)),
            dossier: try row.intOrNil(first + 8),
            inhoud: try row.bytes(first + 9),
            vergeefs: Int(try row.int(first + 10))
        )
    }

    static func key(_ sleutel: Berichtsleutel, _ gemeente: Gemeentecode) -> [PGValue] {
        [.text(gemeente.description), .text(sleutel.partner.rawValue), .text(sleutel.berichtId)]
    }
}
