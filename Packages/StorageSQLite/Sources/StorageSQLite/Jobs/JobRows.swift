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

    /// Gives claimed jobs back that do not open, without a try, a minute from now: the key may still come.
    static func putBack(_ jobs: [StoredJob], op tijdstip: Tijdstip, _ db: Database) throws {
        for job in jobs {
            try db.run(
                """
                UPDATE job SET status = 0, proces = NULL, pogingen = MAX(0, pogingen - 1), fout = ?, vanaf = ? WHERE id = ?
                """,
                [Unreadable.words, tijdstip.plus(milliseconden: 60_000).milliseconden, job.id]
            )
        }
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
