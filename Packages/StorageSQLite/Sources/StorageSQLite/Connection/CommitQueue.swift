// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import Synchronization

/// Group commit: whoever writes at the same time shares a transaction, and so a flush to the disk.
///
/// While one transaction is being flushed the next one gathers, so that a thousand callers cost a few flushes and a
/// single caller waits for nobody. Each piece of work stands in a savepoint of its own: one that fails takes nothing
/// else with it. A caller resumes only after the commit that holds its work.
final class CommitQueue: Sendable {
    private struct Entry: Sendable {
        /// Does the work and returns who is to be told how the commit went.
        let run: @Sendable (Database) throws -> (@Sendable (RegieFout?) -> Void)
        let fail: @Sendable (RegieFout) -> Void
    }

    private struct State {
        var waiting: [Entry] = []
        var scheduled = false
    }

    /// More work than this goes to the next transaction, so that no caller waits long for strangers.
    private static let most = 1024

    private let pool: DatabasePool
    private let gemeente: Gemeentecode
    private let state = Mutex(State())

    init(_ pool: DatabasePool, gemeente: Gemeentecode) {
        self.pool = pool
        self.gemeente = gemeente
    }

    /// Runs work in a transaction; durable when this returns.
    func write<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(RegieFout) -> Value {
        let outcome: Result<Value, RegieFout> = await withCheckedContinuation { continuation in
            let entry = Entry(
                run: { db in
                    let value = try work(db)
                    return { fault in continuation.resume(returning: fault.map { .failure($0) } ?? .success(value)) }
                },
                fail: { continuation.resume(returning: .failure($0)) }
            )
            let mustSchedule = state.withLock { state in
                state.waiting.append(entry)
                defer { state.scheduled = true }
                return !state.scheduled
            }
            if mustSchedule { schedule() }
        }
        return try outcome.get()
    }

    private func schedule() {
        pool.asyncWriteWithoutTransaction { db in
            let batch = self.state.withLock { state in
                let batch = Array(state.waiting.prefix(Self.most))
                state.waiting.removeFirst(batch.count)
                return batch
            }
            self.commit(batch, db)
            let more = self.state.withLock { state in
                state.scheduled = !state.waiting.isEmpty
                return state.scheduled
            }
            // A turn of its own, so that other writers of this pool come in between.
            if more { self.schedule() }
        }
    }

    private func commit(_ batch: [Entry], _ db: Database) {
        var done: [@Sendable (RegieFout?) -> Void] = []
        var next = 0
        do {
            try db.beginTransaction(.immediate)
            for entry in batch {
                do {
                    done.append(try db.inStep { try entry.run(db) })
                } catch {
                    // A full disk may make SQLite give up the whole transaction.
                    guard db.isInsideTransaction else { throw error }
                    entry.fail(StorageFault.from(error, gemeente))
                }
                next += 1
            }
            try db.commit()
            for tell in done { tell(nil) }
        } catch {
            if db.isInsideTransaction { try? db.rollback() }
            let fault = StorageFault.from(error, gemeente)
            for tell in done { tell(fault) }
            for entry in batch[next...] { entry.fail(fault) }
        }
    }
}
