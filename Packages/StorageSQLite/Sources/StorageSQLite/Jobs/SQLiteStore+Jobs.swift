// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: JobStore {
    func enqueue(_ jobs: [NewJob]) async throws(RegieFout) -> [Int64?] {
        let keys = keys
        return try await database.write { db in try jobs.map { try JobRows.insert($0, keys, db) } }
    }

    func take(
        soorten: [String],
        aantal: Int,
        door proces: String,
        op tijdstip: Tijdstip
    ) async throws(RegieFout) -> Takengreep {
        guard !soorten.isEmpty, aantal > 0 else { return Takengreep() }
        let keys = keys
        return try await database.write { db in
            let wanted = try db.rows(
                """
                SELECT id FROM job INDEXED BY job_wacht
                WHERE status = 0 AND vanaf <= ? AND soort IN (\(JobRows.marks(soorten)))
                ORDER BY prioriteit, vanaf, id LIMIT ?
                """,
                [tijdstip.milliseconden] + soorten + [aantal]
            )
            let (good, bad) = try wanted.compactMap { wanted in
                try db.row(
                    """
                    UPDATE job SET status = 1, proces = ?, lease = lease + 1, pogingen = pogingen + 1 WHERE id = ?
                    RETURNING \(JobRows.columns)
                    """,
                    [proces, wanted[0] as Int64]
                ).map(JobRows.stored)
            }.readable { try $0.job(keys) }
            // One job that does not open must not keep all others from being done.
            return Takengreep(jobs: good, gesloten: try JobRows.setUnreadable(bad, op: tijdstip, keys, db))
        }
    }

    func complete(_ id: Int64, lease: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool {
        try await complete([JobLease(id, lease)], op: tijdstip).first ?? false
    }

    func complete(_ leases: [JobLease], op tijdstip: Tijdstip) async throws(RegieFout) -> [Bool] {
        try await database.write { db in
            try leases.map { lease in
                try db.run(
                    """
                    UPDATE job SET status = 2, klaar_op = ?, fout = NULL, proces = NULL
                    WHERE id = ? AND lease = ? AND status = 1
                    """,
                    [tijdstip.milliseconden, lease.id, lease.lease]
                )
                return try db.changesCount == 1 || JobRows.wasDone(lease, db)
            }
        }
    }

    func fail(_ id: Int64, lease: Int64, fout: String, opnieuw: Tijdstip?) async throws(RegieFout) -> Bool {
        try await database.write { db in
            try db.run(
                """
                UPDATE job SET status = CASE WHEN ?1 IS NULL OR pogingen >= hoogstens THEN 3 ELSE 0 END,
                    vanaf = COALESCE(?1, vanaf), fout = ?2, proces = NULL, klaar_op = NULL
                WHERE id = ?3 AND lease = ?4 AND status = 1
                """,
                [opnieuw?.milliseconden, fout, id, lease]
            )
            return try db.changesCount == 1 || JobRows.hasFailed(JobLease(id, lease), fout, db)
        }
    }

    func postpone(_ id: Int64, lease: Int64, fout: String, tot: Tijdstip) async throws(RegieFout) -> Bool {
        try await database.write { db in
            try db.run(
                """
                UPDATE job SET status = 0, vanaf = ?, fout = ?, proces = NULL, pogingen = MAX(0, pogingen - 1),
                    klaar_op = NULL
                WHERE id = ? AND lease = ? AND status = 1
                """,
                [tot.milliseconden, fout, id, lease]
            )
            return try db.changesCount == 1 || JobRows.hasFailed(JobLease(id, lease), fout, db)
        }
    }

    func cancel(_ id: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool {
        try await database.write { db in
            try db.run(
                "UPDATE job SET status = 4, proces = NULL, klaar_op = ? WHERE id = ? AND status IN (0, 1, 3)",
                [tijdstip.milliseconden, id]
            )
            return db.changesCount == 1
        }
    }

    func findJob(_ id: Int64) async throws(RegieFout) -> Job? {
        let keys = keys
        return try await database.read { db in
            try db.row("SELECT \(JobRows.columns) FROM job WHERE id = ?", [id]).map {
                try JobRows.stored($0).shown(keys)
            }
        }
    }

    func listJobs(status: Job.Status?, limiet: Int) async throws(RegieFout) -> [Job] {
        let keys = keys
        return try await database.read { db in
            let rows =
                if let status {
                    try db.rows(
                        "SELECT \(JobRows.columns) FROM job WHERE status = ? ORDER BY id DESC LIMIT ?",
                        [status.code, max(0, limiet)]
                    )
                } else {
                    try db.rows("SELECT \(JobRows.columns) FROM job ORDER BY id DESC LIMIT ?", [max(0, limiet)])
                }
            return try rows.map { try JobRows.stored($0).shown(keys) }
        }
    }

    func closedJobs(hoogstens: Int) async throws(RegieFout) -> [Job] {
        let keys = keys
        return try await database.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT \(JobRows.columns) FROM job WHERE status IN (0, 1, 3) ORDER BY id"
            )
            var closed: [Job] = []
            while closed.count < hoogstens, let row = try rows.next() {
                let job = try JobRows.stored(row).shown(keys)
                if job.zegel != .past { closed.append(job) }
            }
            return closed
        }
    }

    func nextDue(soorten: [String]) async throws(RegieFout) -> Tijdstip? {
        try await database.read { db in
            // Kind by kind, so that each answer is the first entry of an index.
            try soorten.compactMap { soort in
                try db.row("SELECT MIN(vanaf) FROM job INDEXED BY job_eerste WHERE status = 0 AND soort = ?", [soort])
                    .flatMap { $0[0] as Int64? }
            }.min().map(Tijdstip.init(milliseconden:))
        }
    }
}
