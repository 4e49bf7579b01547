// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Jobs as rows.
enum JobRows {
    static let columns = "id, soort, inhoud, prioriteit, status, vanaf, pogingen, hoogstens, lease, fout"

    /// - Returns: its id; nil when a job with the same `uniek` waits or runs.
    static func insert(_ job: NewJob, _ keys: GemeenteKeys, _ db: Database) throws -> Int64? {
        try db.run(
            """
            INSERT INTO job (soort, inhoud, prioriteit, vanaf, hoogstens, uniek) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [
                job.soort, try StoredJob.seal(job, keys), job.prioriteit,
                job.vanaf.milliseconden, job.hoogstens, job.uniek,
            ]
        )
        return db.changesCount == 1 ? db.lastInsertedRowID : nil
    }

    /// What becomes of claimed jobs that do not open: those whose key is still to come go back, without a try, a minute
    /// from now, for an hour at most (`klaar_op` holds since when). The others are dead letters at once: trying again changes
    /// nothing about a seal that does not fit, and as long as one waits its `uniek` keeps out the next of its kind.
    /// - Returns: the jobs as they are then.
    static func setUnreadable(_ jobs: [StoredJob], op tijdstip: Tijdstip, _ keys: GemeenteKeys, _ db: Database) throws
        -> [Job]
    {
        let now = tijdstip.milliseconden
        return try jobs.compactMap { job in
            let row =
                if job.waitsForKey(keys) {
                    try db.row(
                        """
                        UPDATE job SET proces = NULL, fout = ?1, vanaf = ?2 + ?3, klaar_op = COALESCE(klaar_op, ?2),
                            status = CASE WHEN COALESCE(klaar_op, ?2) BETWEEN ?2 - ?4 AND ?2 THEN 0 ELSE 3 END,
                            pogingen = MAX(0, pogingen - 1)
                        WHERE id = ?5 RETURNING \(columns)
                        """,
                        [Unreadable.words, now, Unreadable.wait, StoredJob.longestWait, job.id]
                    )
                } else {
                    try db.row(
                        "UPDATE job SET status = 3, proces = NULL, fout = ? WHERE id = ? RETURNING \(columns)",
                        [Unreadable.words, job.id]
                    )
                }
            return try row.map { try stored($0).shown(keys) }
        }
    }

    /// Whether a job was done under this very lease before: the answer was lost, and whoever asks did it himself.
    static func wasDone(_ lease: JobLease, _ db: Database) throws -> Bool {
        try db.row("SELECT 1 FROM job WHERE id = ? AND lease = ? AND status = 2", [lease.id, lease.lease]) != nil
    }

    /// Whether this failure was recorded under this very lease before.
    static func hasFailed(_ lease: JobLease, _ fout: String, _ db: Database) throws -> Bool {
        try db.row(
            "SELECT 1 FROM job WHERE id = ? AND lease = ? AND fout = ? AND status IN (0, 3)",
            [lease.id, lease.lease, fout]
        ) != nil
    }

    /// The job that a row holds, still sealed.
    static func stored(_ row: Row) -> StoredJob {
        StoredJob(
            id: row[0],
            soort: row[1],
            inhoud: row[2],
            prioriteit: row[3],
            status: row[4],
            vanaf: row[5],
            pogingen: row[6],
            hoogstens: row[7],
            lease: row[8],
            fout: row[9]
        )
    }

    /// `?, ?, ?`: as many as there are kinds.
    static func marks(_ soorten: [String]) -> String {
        Array(repeating: "?", count: soorten.count).joined(separator: ", ")
    }

    /// The claim on a job as a condition of what is written because of it: throws `lease-verlopen` when it no longer holds.
    static func require(_ lease: JobLease?, _ db: Database) throws {
        guard let lease else { return }
        let held = try db.row("SELECT 1 FROM job WHERE id = ? AND lease = ? AND status = 1", [lease.id, lease.lease])
        guard held != nil else { throw RegieFout.leaseLost }
    }
}
