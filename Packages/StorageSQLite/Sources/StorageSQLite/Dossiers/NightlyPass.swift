// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import Synchronization

/// The nightly assessment: walks all dossiers in the order of the table, in batches, with a few workers.
///
/// A worker takes the next stretch of dossiers, reads and assesses it on one snapshot without keeping a row, and keeps
/// only the lines that differ from what stands there (by digest). Those are written thousands of dossiers at a time. A
/// dossier that cannot be read stops nobody else: it is reported when all others are done.
final class NightlyPass: Sendable {
    private struct State {
        var next: Int64 = -1
        var seen = 0
        var changed = 0
        var broken: [RegieFout] = []
        var failure: RegieFout?
    }

    /// Changed dossiers per write transaction: enough that a page of an index is written once for many lines, few enough
    /// to hold up others for less than a second or so, on a night in which everything changes.
    private static let perWrite = 10_000

    private let database: GemeenteDatabase
    private let batch: Int
    private let assess: @Sendable (Dossier) -> [Werkregel]
    private let state = Mutex(State())

    init(_ database: GemeenteDatabase, batch: Int, assess: @escaping @Sendable (Dossier) -> [Werkregel]) {
        self.database = database
        self.batch = batch
        self.assess = assess
    }

    func run() async throws(RegieFout) -> (gezien: Int, gewijzigd: Int) {
        let workers = min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 4)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<workers {
                group.addTask {
                    await withCheckedContinuation { continuation in
                        // A thread of its own: this computes for seconds, and Swift's own threads are for short work.
                        DispatchQueue(label: "regie-beoordeling-\(number)").async {
                            self.work()
                            continuation.resume()
                        }
                    }
                }
            }
        }
        let (seen, changed, broken, failure) = state.withLock { ($0.seen, $0.changed, $0.broken, $0.failure) }
        if let failure { throw failure }
        if let first = broken.first {
            throw RegieFout(
                first.code,
                "\(broken.count) van \(seen + broken.count) dossiers konden niet worden beoordeeld; de eerste: "
                    // Which one is in the sentence: that is all that a job's line shows.
                    + (first.waar.map { "\($0): " } ?? "") + first.wat,
                watTeDoen: first.watTeDoen
            )
        }
        return (seen, changed)
    }

    private func work() {
        var pending: [ChangedLines] = []
        do {
            while let range = try nextRange() {
                let outcome = try database.pool.read { db in
                    var reader = BatchReader(db: db, gemeente: database.gemeente, keys: database.keys, assess: assess)
                    try reader.read(after: range.lowerBound, through: range.upperBound)
                    return reader
                }
                pending += outcome.changed
                state.withLock { state in
                    state.seen += outcome.seen
                    state.broken += outcome.broken
                }
                if pending.count >= Self.perWrite {
                    try write(pending)
                    pending.removeAll(keepingCapacity: true)
                }
            }
            try write(pending)
        } catch {
            let fault = StorageFault.from(error, database.gemeente)
            state.withLock { $0.failure = fault }
        }
    }

    /// The next stretch of dossiers, (lower, upper]; nil when all were given out or something failed.
    private func nextRange() throws -> Range<Int64>? {
        try state.withLock { state in
            guard state.failure == nil else { return nil }
            let lower = state.next
            let (upper, last) = try database.pool.read { db in
                (
                    try db.row("SELECT id FROM dossier WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?", [lower, batch - 1]),
                    try db.row("SELECT MAX(id) FROM dossier")
                )
            }
            guard let end = (upper ?? last)?[0] as Int64?, end > lower else { return nil }
            state.next = end
            return lower..<end
        }
    }

    private func write(_ lines: [ChangedLines]) throws {
        guard !lines.isEmpty else { return }
        var changed = 0
        try database.pool.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                for change in lines where try change.write(db, database.gemeente) { changed += 1 }
                return .commit
            }
        }
        state.withLock { $0.changed += changed }
    }
}
