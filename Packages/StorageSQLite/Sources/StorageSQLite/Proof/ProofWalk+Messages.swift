// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension ProofWalk {
    /// Every message and job opens, unless its dossier was destroyed, and none is missing.
    mutating func messages() throws {
        try numbers("inbox", "inkomend bericht")
        try numbers("outbox", "uitgaand bericht")
        let inbox = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(InboxRows.columns), nr FROM inbox WHERE length(inhoud) > 0
                    OR dossier IS NULL OR dossier NOT IN (SELECT id FROM dossier WHERE vernietigd_op IS NOT NULL)
                ORDER BY nr
                """
        )
        while let row = try inbox.next() {
            if !opens({ try InboxRows.stored(row).regel(keys) }) {
                report.add("inkomend bericht \(row[11] as Int64)", "Het bericht gaat niet open.")
            }
        }
        let outbox = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(OutboxRows.columns), nr \(OutboxRows.from) WHERE vernietigd_op IS NULL ORDER BY nr
                """
        )
        while let row = try outbox.next() {
            if !opens({ try OutboxRows.stored(row).regel(keys) }) {
                report.add("uitgaand bericht \(row[11] as Int64)", "Het bericht gaat niet open.")
            }
        }
        // Not what was cancelled: that is how a job that does not open is dealt with, and nobody will do it.
        let jobs = try Row.fetchCursor(db, sql: "SELECT \(JobRows.columns) FROM job WHERE status <> 4 ORDER BY id")
        while let row = try jobs.next() {
            if !opens({ try JobRows.stored(row).job(keys) }) {
                report.add("taak \(row[0] as Int64)", "De inhoud gaat niet open.")
            }
        }
    }

    private func opens<Value>(_ read: () throws -> Value) -> Bool { (try? read()) != nil }
}
