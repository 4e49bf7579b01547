// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import StorageCore

/// The claim on a job, as a condition of what is written because of it.
enum LeaseRows {
    /// Throws `lease-verlopen` when the claim no longer holds. While the transaction lasts nobody else can take the job.
    /// - Returns: the process that holds it.
    @discardableResult
    static func require(_ lease: JobLease, _ gemeente: Gemeentecode, _ db: PGConnection) throws -> String? {
        let row = try db.row(
            "SELECT proces FROM regie.job WHERE gemeente = $1 AND id = $2 AND lease = $3 AND status = 1 FOR SHARE",
            [.text(gemeente.description), .int(lease.id), .int(lease.lease)]
        )
        guard let row else { throw RegieFout.leaseLost }
        return try row.textOrNil(0)
    }

    /// Throws `lease-verlopen` when the claim does not hold at this moment; for who only reads.
    static func check(_ lease: JobLease, _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        let row = try db.row(
            "SELECT 1::bigint FROM regie.job WHERE gemeente = $1 AND id = $2 AND lease = $3 AND status = 1",
            [.text(gemeente.description), .int(lease.id), .int(lease.lease)]
        )
        guard row != nil else { throw RegieFout.leaseLost }
    }
}
