// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Synchronization

/// Connections to one server, shared. What is given to it runs on the thread of a connection that nobody else uses.
package final class PGPool: Sendable {
    private let settings: PGSettings
    private let standard: LocalSettings
    private let state: Mutex<PoolState>

    /// Connections are made when they are needed.
    package init(_ settings: PGSettings) {
        self.settings = settings
        standard = LocalSettings(settings)
        state = Mutex(PoolState(size: settings.poolSize))
    }

    /// Does `work` in a transaction: committed when it returns, undone when it throws.
    ///
    /// - Parameters:
    ///   - mode: what it may do.
    ///   - local: settings of PostgreSQL that hold in this transaction alone.
    package func transaction<T: Sendable>(
        _ mode: PGMode,
        local: [(String, String)] = [],
        _ work: @escaping @Sendable (PGConnection) throws -> T
    ) async throws -> T {
        try await perform { try $0.transaction(mode, local, work) }
    }

    /// Does `work` without a transaction: migrations, files. The server forgets afterwards what was set or locked.
    ///
    /// - Parameter answerWithin: how long the server may stay silent, in milliseconds; zero for as long as the connection
    ///   lives, because a migration can take its time.
    package func session<T: Sendable>(
        answerWithin: Int = 0,
        _ work: @escaping @Sendable (PGConnection) throws -> T
    ) async throws -> T {
        try await perform { try $0.session(answerWithin, work) }
    }

    /// Waits for what runs; what still waits for a connection, and what comes after, fails.
    package func close() async {
        await withCheckedContinuation { continuation in
            let waiting = state.withLock { $0.close { continuation.resume() } }
            for job in waiting { job.fail(PGError.closed) }
            closeIfDone()
        }
    }

    package var statistics: PGPoolStatistics { state.withLock { $0.statistics } }

    private func perform<T: Sendable>(_ body: @escaping @Sendable (Lane) throws -> T) async throws -> T {
        let id = state.withLock { $0.newID() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let job = PoolJob(
                    id: id,
                    deadline: .now + .milliseconds(settings.acquireTimeout),
                    run: { lane in
                        let outcome = Result { try body(lane) }
                        return { continuation.resume(with: outcome) }
                    },
                    fail: { continuation.resume(throwing: $0) }
                )
                submit(job)
                // The handler may have come before the job was there to withdraw.
                if Task.isCancelled { withdraw(id) }
            }
        } onCancel: {
            withdraw(id)
        }
    }

    private enum Decision {
        case go(Lane)
        case wait(ContinuousClock.Instant?)
        case refuse
    }

    private func submit(_ job: PoolJob) {
        let decision: Decision = state.withLock { state in
            if state.isClosed { return .refuse }
            if let lane = state.take({ Lane(settings, standard) }) { return .go(lane) }
            return .wait(state.wait(job))
        }
        switch decision {
        case .go(let lane): lane.queue.async { self.work(job, lane) }
        case .wait(let moment): watch(moment)
        case .refuse: job.fail(PGError.closed)
        }
    }

    /// On the lane's own thread: one job after another, as long as there are.
    private func work(_ job: PoolJob, _ lane: Lane) {
        let deliver = job.run(lane)
        // The connection is free before the caller hears of it: his next call finds it.
        let next = state.withLock { $0.next(for: lane) }
        deliver()
        if let next {
            lane.queue.async { self.work(next, lane) }
        } else {
            closeIfDone()
        }
    }

    private func withdraw(_ id: UInt64) {
        state.withLock { $0.withdraw(id) }?.fail(CancellationError())
    }

    private func watch(_ moment: ContinuousClock.Instant?) {
        guard let moment else { return }
        let left = ContinuousClock.now.duration(to: moment).components
        let nanoseconds = max(0, left.seconds * 1_000_000_000 + left.attoseconds / 1_000_000_000)
        DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(Int(nanoseconds))) { [weak self] in
            guard let self else { return }
            let (over, next) = state.withLock { $0.expire(.now) }
            for job in over { job.fail(PGError.poolExhausted) }
            watch(next)
        }
    }

    private func closeIfDone() {
        guard let (lanes, done) = state.withLock({ $0.closed() }) else { return }
        let group = DispatchGroup()
        for lane in lanes { lane.queue.async(group: group) { lane.close() } }
        group.notify(queue: .global()) { for tell in done { tell() } }
    }
}
