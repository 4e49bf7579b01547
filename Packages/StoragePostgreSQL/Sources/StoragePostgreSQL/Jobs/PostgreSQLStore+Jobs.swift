// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: JobStore {
    func enqueue(_ jobs: [NewJob]) async throws(RegieFout) -> [Int64?] {
        let keys = keys
        let numbers = try await database.exclusive { db in try JobRows.insert(jobs, keys, db) }
        if numbers.contains(where: { $0 != nil }) { database.bell.ring(gemeente) }
        return numbers
    }

    func take(
        soorten: [String],
        aantal: Int,
        door proces: String,
        op tijdstip: Tijdstip
    ) async throws(RegieFout) -> Takengreep {
        guard !soorten.isEmpty, aantal > 0 else { return Takengreep() }
        let keys = keys
        return try await database.exclusive { db in
            let (good, bad) = try db.rows(
                """
                WITH keuze AS MATERIALIZED (
                    SELECT id FROM regie.job
                    WHERE gemeente = $1 AND status = 0 AND vanaf <= LEAST($2, \(ServerTime.sql)) AND soort = ANY($3)
                    ORDER BY prioriteit, vanaf, id LIMIT $4 FOR UPDATE SKIP LOCKED)
                UPDATE regie.job SET status = 1, proces = $5, lease = lease + 1, pogingen = pogingen + 1
                FROM keuze WHERE job.gemeente = $1 AND job.id = keuze.id
                RETURNING \(JobRows.joined)
                """,
                [
                    .text(keys.gemeente.description), .int(tijdstip.milliseconden), .texts(soorten),
                    .int(Int64(aantal)), .text(proces),
                ]
            ).map(JobRows.stored).readable { try $0.job(keys) }
            // One job that does not open must not keep all others from being done.
            return Takengreep(
                jobs: good.sorted { ($0.prioriteit, $0.vanaf, $0.id) < ($1.prioriteit, $1.vanaf, $1.id) },
                gesloten: try JobRows.setUnreadable(bad, op: tijdstip, keys, db)
            )
        }
    }

    func complete(_ id: Int64, lease: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool {
        try await complete([JobLease(id, lease)], op: tijdstip).first ?? false
    }

    func complete(_ leases: [JobLease], op tijdstip: Tijdstip) async throws(RegieFout) -> [Bool] {
        guard !leases.isEmpty else { return [] }
        let gemeente = gemeente.description
        return try await database.exclusive { db in
            let now = try db.rows(
                """
                UPDATE regie.job SET status = 2, klaar_op = $2, fout = NULL, proces = NULL
                FROM unnest($3::bigint[], $4::bigint[]) AS greep (id, lease)
                WHERE job.gemeente = $1 AND job.id = greep.id AND job.lease = greep.lease AND job.status = 1
                RETURNING job.id
                """,
                [
                    .text(gemeente), .int(tijdstip.milliseconden), .ints(leases.map(\.id)),
                    .ints(leases.map(\.lease)),
                ]
            ).map { try $0.int(0) }
            var done = Set(now)
            let rest = leases.filter { !done.contains($0.id) }
            if !rest.isEmpty { done.formUnion(try Self.doneBefore(rest, gemeente, db)) }
            return leases.map { done.contains($0.id) }
        }
    }

    /// Those that were done under these very leases before: the answer was lost, and whoever asks did it himself.
    private static func doneBefore(_ leases: [JobLease], _ gemeente: String, _ db: PGConnection) throws -> [Int64] {
        try db.rows(
            """
            SELECT job.id FROM regie.job
            JOIN unnest($2::bigint[], $3::bigint[]) AS greep (id, lease) ON job.id = greep.id AND job.lease = greep.lease
            WHERE job.gemeente = $1 AND job.status = 2
            """,
            [.text(gemeente), .ints(leases.map(\.id)), .ints(leases.map(\.lease))]
        ).map { try $0.int(0) }
    }

    /// Whether this failure was recorded under this very lease before.
    private static func failedBefore(_ lease: JobLease, _ fout: String, _ gemeente: String, _ db: PGConnection) throws
        -> Bool
    {
        try db.row(
            """
            SELECT 1::bigint FROM regie.job
            WHERE gemeente = $1 AND id = $2 AND lease = $3 AND fout = $4 AND status IN (0, 3)
            """,
            [.text(gemeente), .int(lease.id), .int(lease.lease), .text(fout)]
        ) != nil
    }

    func fail(_ id: Int64, lease: Int64, fout: String, opnieuw: Tijdstip?) async throws(RegieFout) -> Bool {
        let gemeente = gemeente.description
        return try await database.exclusive { db in
            try db.run(
                """
                UPDATE regie.job SET
                    status = CASE WHEN $2::bigint IS NULL OR pogingen >= hoogstens THEN 3 ELSE 0 END,
                    vanaf = COALESCE($2::bigint, vanaf), fout = $3, proces = NULL, klaar_op = NULL
                WHERE gemeente = $1 AND id = $4 AND lease = $5 AND status = 1
                """,
                [
                    .text(gemeente), opnieuw.map { .int($0.milliseconden) } ?? .null, .text(fout), .int(id),
                    .int(lease),
                ]
            ) == 1 || Self.failedBefore(JobLease(id, lease), fout, gemeente, db)
        }
    }

    func postpone(_ id: Int64, lease: Int64, fout: String, tot: Tijdstip) async throws(RegieFout) -> Bool {
        let gemeente = gemeente.description
        return try await database.exclusive { db in
            try db.run(
                """
                UPDATE regie.job SET status = 0, vanaf = $2, fout = $3, proces = NULL,
                    pogingen = GREATEST(0, pogingen - 1), klaar_op = NULL
                WHERE gemeente = $1 AND id = $4 AND lease = $5 AND status = 1
                """,
                [.text(gemeente), .int(tot.milliseconden), .text(fout), .int(id), .int(lease)]
            ) == 1 || Self.failedBefore(JobLease(id, lease), fout, gemeente, db)
        }
    }

    func cancel(_ id: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool {
        let gemeente = gemeente.description
        return try await database.exclusive { db in
            try db.run(
                """
                UPDATE regie.job SET status = 4, proces = NULL, klaar_op = $3
                WHERE gemeente = $1 AND id = $2 AND status IN (0, 1, 3)
                """,
                [.text(gemeente), .int(id), .int(tijdstip.milliseconden)]
            ) == 1
        }
    }

    func findJob(_ id: Int64) async throws(RegieFout) -> Job? {
        let keys = keys
        return try await database.read { db in
            try db.row(
                "SELECT \(JobRows.columns) FROM regie.job WHERE gemeente = $1 AND id = $2",
                [.text(keys.gemeente.description), .int(id)]
            ).map { try JobRows.stored($0).shown(keys) }
        }
    }

    func listJobs(status: Job.Status?, limiet: Int) async throws(RegieFout) -> [Job] {
        let keys = keys
        // The status in the text and not as an argument: only so can the planner choose the index of what waits or failed.
        let only = status.map { " AND status = \($0.code)" } ?? ""
        return try await database.read { db in
            try db.rows(
                "SELECT \(JobRows.columns) FROM regie.job WHERE gemeente = $1\(only) ORDER BY id DESC LIMIT $2",
                [.text(keys.gemeente.description), .int(Int64(max(0, limiet)))]
            ).map { try JobRows.stored($0).shown(keys) }
        }
    }

    func closedJobs(hoogstens: Int) async throws(RegieFout) -> [Job] {
        let keys = keys
        return try await database.read(patient: true) { db in
            var closed: [Job] = []
            try db.each(
                "SELECT \(JobRows.columns) FROM regie.job WHERE gemeente = $1 AND status IN (0, 1, 3) ORDER BY id",
                [.text(keys.gemeente.description)]
            ) { row in
                guard closed.count < hoogstens else { return }
                let job = try JobRows.stored(row).shown(keys)
                if job.zegel != .past { closed.append(job) }
            }
            return closed
        }
    }

    func nextDue(soorten: [String]) async throws(RegieFout) -> Tijdstip? {
        let gemeente = gemeente.description
        return try await database.read { db in
            // Kind by kind, so that each answer is the first entry of an index.
            try db.row(
                """
                SELECT min(eerste) FROM unnest($2::text[]) AS kind (soort), LATERAL (
                    SELECT vanaf AS eerste FROM regie.job
                    WHERE gemeente = $1 AND status = 0 AND job.soort = kind.soort ORDER BY vanaf LIMIT 1) AS wacht
                """,
                [.text(gemeente), .texts(soorten)]
            )?.intOrNil(0).map(Tijdstip.init(milliseconden:))
        }
    }
}
