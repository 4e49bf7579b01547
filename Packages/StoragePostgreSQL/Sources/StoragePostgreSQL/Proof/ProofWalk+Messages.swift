// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import StorageCore

extension ProofWalk {
    /// Every message and job opens, unless its dossier was destroyed.
    mutating func messages() throws {
        try db.each(
            """
            SELECT \(InboxRows.columns), nr FROM regie.inbox WHERE gemeente = $1 AND (length(inhoud) > 0
                OR dossier IS NULL OR NOT EXISTS (
                    SELECT 1 FROM regie.dossier AS weg
                    WHERE weg.gemeente = $1 AND weg.id = inbox.dossier AND weg.vernietigd_op IS NOT NULL))
            ORDER BY nr
            """,
            [own]
        ) { row in
            let message = try InboxRows.stored(row)
            if (try? message.regel(keys)) == nil {
                report.add("inkomend bericht \(try row.int(11))", "Het bericht gaat niet open.")
            }
        }
        try db.each(
            """
            SELECT \(OutboxRows.columns), nr \(OutboxRows.from)
            WHERE outbox.gemeente = $1 AND vernietigd_op IS NULL ORDER BY nr
            """,
            [own]
        ) { row in
            let message = try OutboxRows.stored(row)
            if (try? message.regel(keys)) == nil {
                report.add("uitgaand bericht \(try row.int(11))", "Het bericht gaat niet open.")
            }
        }
        // Not what was cancelled: that is how a job that does not open is dealt with, and nobody will do it.
        try db.each(
            "SELECT \(JobRows.columns) FROM regie.job WHERE gemeente = $1 AND status <> 4 ORDER BY id",
            [own]
        ) { row in
            let number = try row.int(0)
            do {
                _ = try JobRows.stored(row).job(keys)
            } catch is RegieFout {
                report.add("taak \(number)", "De inhoud gaat niet open.")
            }
        }
    }
}
