// SPDX-License-Identifier: EUPL-1.2

import Dispatch
public import Inburgering
import Synchronization

/// A few batches between a source and a target that each work on a thread of their own: while one is read the one before is
/// written, and memory stays bounded. Both ends wait for each other by blocking that thread, which is no thread of Swift's.
public final class TransferPipe: Sendable {
    private struct State {
        var waiting: [TransferBatch] = []
        var failure: RegieFout?
        var isClosed = false
    }

    /// Batches under way at most.
    private static let depth = 3

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let filled = DispatchSemaphore(value: 0)
    private let done = DispatchSemaphore(value: 0)

    private init() {
        // Not as its first value: a semaphore that goes while it stands below that ends the process.
        for _ in 0..<Self.depth { room.signal() }
    }

    /// Lets a source send into a pipe that somebody reads from.
    /// - Parameter receive: takes from the pipe until there is no more. It throws what the source did.
    public static func connect<Value: Sendable>(
        _ source: any TransferSource,
        _ gemeente: Gemeentecode,
        _ receive: @Sendable (TransferPipe) async throws(RegieFout) -> Value
    ) async throws(RegieFout) -> Value {
        let pipe = TransferPipe()
        let sending = Task {
            do throws(RegieFout) {
                try await source.send(gemeente) { try pipe.put($0) }
            } catch {
                pipe.fail(error)
            }
        }
        let outcome: Result<Value, RegieFout>
        do throws(RegieFout) {
            outcome = .success(try await receive(pipe))
        } catch {
            outcome = .failure(error)
        }
        pipe.close()
        await sending.value
        return try outcome.get()
    }

    /// The next batch; nil when there is no more.
    public func take() throws(RegieFout) -> TransferBatch? {
        filled.wait()
        let (batch, failure): (TransferBatch?, RegieFout?) = state.withLock { state in
            if !state.waiting.isEmpty { return (state.waiting.removeFirst(), nil) }
            return (nil, state.failure)
        }
        if let failure { throw failure }
        if batch != nil { room.signal() }
        return batch
    }

    private func put(_ batch: TransferBatch?) throws {
        guard let batch else {
            // Nothing waits behind this signal: that is the end.
            filled.signal()
            // The source may let go when all is kept, or nothing.
            done.wait()
            return
        }
        room.wait()
        let isOpen = state.withLock { state in
            if !state.isClosed { state.waiting.append(batch) }
            return !state.isClosed
        }
        guard isOpen else { throw RegieFout(.opslagFaalt, "De ontvanger stopte.") }
        filled.signal()
    }

    private func fail(_ fault: RegieFout) {
        state.withLock { $0.failure = fault }
        filled.signal()
    }

    /// Nobody takes any more.
    private func close() {
        state.withLock { $0.isClosed = true }
        room.signal()
        done.signal()
    }
}
