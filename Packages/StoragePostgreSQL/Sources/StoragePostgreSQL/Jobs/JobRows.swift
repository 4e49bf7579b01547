// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Jobs as rows.
enum JobRows {
    static let columns = "id, soort, inhoud, prioriteit, status, vanaf, pogingen, hoogstens, lease, fout"
    /// The same, of a table that is called `job` in a statement with others.
    static let joined = columns.split(separator: ", ").map { "job.\($0)" }.joined(separator: ", ")

    /// - Returns: per job its id; nil where a job with the same `uniek` waits or runs.
    static func insert(_ jobs: [NewJob], _ keys: GemeenteKeys, _ db: PGConnection) throws -> [Int64?] {
        guard !jobs.isEmpty else { return [] }
        // Numbers first, so that each row that was written can be told from those that were held back.
        let numbers = try db.rows(
            "SELECT nextval('regie.job_id_seq') FROM generate_series(1, $1)",
            [.int(Int64(jobs.count))]
        ).map { try $0.int(0) }
        let written = try db.rows(
            """
            INSERT INTO regie.job (gemeente, id, soort, inhoud, prioriteit, vanaf, hoogstens, uniek)
            SELECT $1, nieuw.id, nieuw.soort, nieuw.inhoud, nieuw.prioriteit,
                CASE nieuw.meteen WHEN 1 THEN LEAST(nieuw.vanaf, \(ServerTime.sql)) ELSE nieuw.vanaf END,
                nieuw.hoogstens, nieuw.uniek
            FROM unnest($2::bigint[], $3::text[], $4::bytea[], $5::bigint[], $6::bigint[], $7::bigint[], $8::text[],
                $9::bigint[]) AS nieuw (id, soort, inhoud, prioriteit, vanaf, hoogstens, uniek, meteen)
            ON CONFLICT DO NOTHING RETURNING id
            """,
            [
                .text(keys.gemeente.description), .ints(numbers), .texts(jobs.map(\.soort)),
                .bytesArray(try jobs.map { try StoredJob.seal($0, keys) }), .ints(jobs.map { Int64($0.prioriteit) }),
                .ints(jobs.map(\.vanaf.milliseconden)), .ints(jobs.map { Int64($0.hoogstens) }),
                .optTexts(jobs.map(\.uniek)), .ints(jobs.map { $0.meteen ? 1 : 0 }),
            ]
        )
        let there = Set(try written.map { try $0.int(0) })
        return numbers.map { there.contains($0) ? $0 : nil }
    }

    /// What becomes of claimed jobs that do not open: those whose key is still to come go back, without a try, a minute
    /// from now, for an hour at most (`klaar_op` holds since when). The others are dead letters at once: trying again changes
    /// nothing about a seal that does not fit, and as long as one waits its `uniek` keeps out the next of its kind.
    /// - Returns: the jobs as they are then.
    static func setUnreadable(_ jobs: [StoredJob], op tijdstip: Tijdstip, _ keys: GemeenteKeys, _ db: PGConnection)
        throws -> [Job]
    {
        guard !jobs.isEmpty else { return [] }
        let gemeente = PGValue.text(keys.gemeente.description)
        let waiting = jobs.filter { $0.waitsForKey(keys) }.map(\.id)
        let back = try db.rows(
            """
            UPDATE regie.job SET proces = NULL, fout = $2, vanaf = nu + $4, klaar_op = COALESCE(klaar_op, nu),
                status = CASE WHEN COALESCE(klaar_op, nu) BETWEEN nu - $5 AND nu THEN 0 ELSE 3 END,
                pogingen = GREATEST(0, pogingen - 1)
            FROM (SELECT LEAST($3, \(ServerTime.sql)) AS nu) AS klok
            WHERE gemeente = $1 AND id = ANY($6) RETURNING \(joined)
            """,
            [
                gemeente, .text(Unreadable.words), .int(tijdstip.milliseconden), .int(Unreadable.wait),
                .int(StoredJob.longestWait), .ints(waiting),
            ]
        )
        let dead = try db.rows(
            """
            UPDATE regie.job SET status = 3, proces = NULL, fout = $2 WHERE gemeente = $1 AND id = ANY($3)
            RETURNING \(columns)
            """,
            [gemeente, .text(Unreadable.words), .ints(jobs.filter { !$0.waitsForKey(keys) }.map(\.id))]
        )
        return try back.map { try stored($0).shown(keys) } + dead.map { try stored($0).shown(keys) }
    }

    /// The job that a row holds, still sealed.
    static func stored(_ row: PGRow) throws -> StoredJob {
        StoredJob(
            id: try row.int(0),
            soort: try row.text(1),
            inhoud: try row.bytes(2),
            prioriteit: Int(try row.int(3)),
            status: Int(try row.int(4)),
            vanaf: try row.int(5),
            pogingen: Int(try row.int(6)),
            hoogstens: Int(try row.int(7)),
            lease: try row.int(8),
            fout: try row.textOrNil(9)
        )
    }
}
