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

    /// The job that a row holds.
    static func job(_ row: Row, _ keys: GemeenteKeys) throws -> Job {
        try StoredJob(
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
        ).job(keys)
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
