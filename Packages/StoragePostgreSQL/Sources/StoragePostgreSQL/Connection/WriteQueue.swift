// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Synchronization

/// Group commit: whoever writes at the same time shares a transaction, and so a flush to the disk.
///
/// While transactions are under way the next one gathers, so that a thousand callers cost a few flushes and a single caller
/// waits for nobody. Each piece of work stands in a savepoint of its own: one that fails takes nothing else with it. When
/// another process stood in the way (deadlock, lost connection before the commit), each piece is done again by itself. A
/// caller resumes only after the commit that holds its work.
final class WriteQueue: Sendable {
    private struct Entry: Sendable {
        /// Does the work and returns who is to be told how the commit went. May be called again.
        let run: @Sendable (PGConnection) throws -> Told
        let fail: Told
    }

    private typealias Told = @Sendable (RegieFout?) -> Void

    private struct State {
        var waiting: [Entry] = []
        var running = 0
    }

    /// Pieces of work in one transaction.
    private static let most = 200
    /// Transactions at the same time.
    private static let side = 2

    private let pool: PGPool
    private let gemeente: Gemeentecode
    private let local: [(String, String)]
    private let state = Mutex(State())

    init(_ pool: PGPool, gemeente: Gemeentecode, local: [(String, String)]) {
        self.pool = pool
        self.gemeente = gemeente
        self.local = local
    }

    func write<Value: Sendable>(_ work: @escaping @Sendable (PGConnection) throws -> Value) async throws(RegieFout)
        -> Value
    {
        let outcome: Result<Value, RegieFout> = await withCheckedContinuation { continuation in
            let unexplained = RegieFout(.opslagFaalt, "De opslag zei niet wat er misging.")
            let entry = Entry(
                run: { db in
                    let value = try work(db)
                    return { fault in
                        continuation.resume(returning: fault.map { .failure($0) } ?? .success(value))
                    }
                },
                fail: { continuation.resume(returning: .failure($0 ?? unexplained)) }
            )
            let mustRun = state.withLock { state in
                state.waiting.append(entry)
                guard state.running < Self.side else { return false }
                state.running += 1
                return true
            }
            if mustRun { Task.detached { await self.drain() } }
        }
        return try outcome.get()
    }

    private func drain() async {
        while true {
            let batch = state.withLock { state in
                let batch = Array(state.waiting.prefix(Self.most))
                state.waiting.removeFirst(batch.count)
                if batch.isEmpty { state.running -= 1 }
                return batch
            }
            if batch.isEmpty { return }
            await commit(batch, turn: 1)
        }
    }

    private func commit(_ batch: [Entry], turn: Int) async {
        do {
            let told = try await pool.transaction(.write, local: local) { [place, gemeente] db in
                // One alone needs no savepoint: its failure is that of the transaction.
                if batch.count == 1 {
                    let told = try batch[0].run(db)
                    try Tellers.write(gemeente, db)
                    return [told]
                }
                let told: [Told] = try batch.map { entry in
                    do {
                        return try db.savepoint { try entry.run(db) }
                    } catch {
                        guard error is RegieFout || StorageFault.isConstraint(error) else { throw error }
                        let fault = StorageFault.from(error, place)
                        // Whether the others' commit succeeds does not change that this one failed.
                        return { _ in entry.fail(fault) }
                    }
                }
                try Tellers.write(gemeente, db)
                return told
            }
            for tell in told { tell(nil) }
        } catch {
            guard (error as? PGError)?.isRetryable ?? false, turn < GemeenteDatabase.tries else {
                let fault = StorageFault.from(error, place)
                for entry in batch { entry.fail(fault) }
                return
            }
            await Pause.wait(after: turn)
            for entry in batch { await commit([entry], turn: turn + 1) }
        }
    }

    private var place: String { "opslag van gemeente \(gemeente)" }
}
