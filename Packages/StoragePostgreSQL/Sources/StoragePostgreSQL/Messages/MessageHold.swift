// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient

/// Messages that a job has in hand: no other job gets them while it is at work.
///
/// A hold names the job and its lease and has no time of its own: it ends with the outcome of the message, and with the
/// job, whether that is done, failed, or taken over from a process that fell silent.
enum MessageHold {
    /// A message (`dit`) that no other job than `$job`, `$lease` has in hand.
    static func isFree(job: String, lease: String) -> String {
        """
        NOT EXISTS (
            SELECT 1 FROM regie.job WHERE job.gemeente = $1 AND job.id = dit.taak AND job.lease = dit.lease
                AND job.status = 1 AND NOT (job.id = \(job) AND job.lease = \(lease)))
        """
    }

    /// Whoever chooses messages waits for whoever chooses them now, and sees what that one took: the next statement does.
    static func lock(_ table: String, _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        _ = try db.rows(
            "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text",
            [.text("regie.\(table) \(gemeente)")]
        )
    }
}
