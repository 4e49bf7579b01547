// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

/// Gathers jobs that are done, so that those that end at about the same time are recorded in one transaction: while one
/// batch is being written the next one gathers.
final class DoneRecorder: Sendable {
    private struct State {
        var waiting: [(lease: JobLease, tell: CheckedContinuation<Bool?, Never>)] = []
        var writing = false
    }

    /// In one transaction.
    private static let most = 500

    private let state = Mutex(State())

    /// Records that a job is done.
    /// - Parameter write: writes a batch, and gives per lease whether it still held; nil when it gave up.
    /// - Returns: whether the lease still held; nil when the writer gave up.
    func record(_ lease: JobLease, write: @escaping @Sendable ([JobLease]) async -> [Bool]?) async -> Bool? {
        await withCheckedContinuation { tell in
            let mustWrite = state.withLock { state in
                state.waiting.append((lease, tell))
                defer { state.writing = true }
                return !state.writing
            }
            if mustWrite { Task.detached { await self.drain(write) } }
        }
    }

    private func drain(_ write: ([JobLease]) async -> [Bool]?) async {
        while true {
            let batch = state.withLock { state in
                let batch = Array(state.waiting.prefix(Self.most))
                state.waiting.removeFirst(batch.count)
                if batch.isEmpty { state.writing = false }
                return batch
            }
            guard !batch.isEmpty else { return }
            let held = await write(batch.map(\.lease))
            for (place, entry) in batch.enumerated() {
                entry.tell.resume(returning: held.flatMap { place < $0.count ? $0[place] : nil })
            }
        }
    }
}
