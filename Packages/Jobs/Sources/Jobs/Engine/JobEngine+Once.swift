// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
import Logging
import Synchronization

extension JobEngine {
    /// What `runOnce` did.
    public struct RoundReport: Hashable, Sendable {
        /// Jobs whose handler returned.
        public var done = 0
        /// Jobs whose handler threw: they stay in the queue for a later try, or are dead letters.
        public var failed = 0
        /// Whether the round was broken off by a stop.
        public var interrupted = false
    }

    /// Runs every job that is due once, gemeente by gemeente, the most pressing first, until nothing is due; then
    /// returns. Jobs that come of jobs run too; one that failed waits for a later round.
    ///
    /// A schedule that never ran counts as due. Throws when the storage fails: then the round is not what was asked.
    public func runOnce() async throws(RegieFout) -> RoundReport {
        var report = RoundReport()
        for store in stores {
            let process = newProcess()
            do throws(RegieFout) {
                try await askTime(store)
                if settings.exclusive { _ = try await rescueAll(store) }
                try await store.heartbeat(process, op: now(store))
                try await tickAll(store)
                try await drain(store, as: process, into: &report)
                try await store.release(process, op: now(store))
            } catch {
                // What it still holds is rescued when its heartbeat stays away.
                _ = await attempt("release", store) { () throws(RegieFout) in
                    try await store.release(process, op: now(store))
                }
                throw error
            }
        }
        return report
    }

    private func tickAll(_ store: any GemeenteStore) async throws(RegieFout) {
        for schedule in schedules {
            let plan = try await tick(schedule, store, once: true)
            guard plan.ticks.isEmpty, schedule.altijdBijEenmaal else { continue }
            let paused = try await store.findSchedule(schedule.naam)?.gepauzeerd ?? false
            if !paused { _ = try await store.enqueue([schedule.job(gewektOp: now(store))]) }
        }
    }

    private func drain(_ store: any GemeenteStore, as process: String, into report: inout RoundReport)
        async throws(RegieFout)
    {
        // A job can outlast the others' patience with a silent process.
        let beats = Task { [settings] in
            while !Task.isCancelled {
                try? await Task.sleep(for: settings.heartbeat)
                guard !Task.isCancelled else { return }
                _ = await self.attempt("heartbeat", store) { () throws(RegieFout) in
                    try await store.heartbeat(process, op: now(store))
                }
            }
        }
        defer { beats.cancel() }
        // One at a time: a batch would fix the order before the jobs that come of its first job are known.
        while true {
            let taken = try await take(store, process, 1)
            guard let job = taken.jobs.first else {
                // One that does not open must not end the round for those behind it.
                if taken.gesloten.isEmpty { return }
                report.failed += taken.gesloten.count
                continue
            }
            if Task.isCancelled || stopping.withLock({ $0 }) {
                report.interrupted = true
                return
            }
            switch await perform(job, in: store) {
            case .done: report.done += 1
            case .failed, .postponed: report.failed += 1
            case .interrupted: report.interrupted = true
            }
        }
    }

    /// Ends `runOnce` after the job that runs now.
    public func stopRound() { stopping.withLock { $0 = true } }
}
