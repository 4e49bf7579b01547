// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What the dispatcher hears. `store` is the place of a gemeente's store in the engine's list.
enum DispatchEvent: Sendable {
    /// Time passed.
    case tick
    /// Somebody has work of this kind for a gemeente.
    case wake(store: Int, kind: String)
    /// Somebody put a job in a gemeente's queue.
    case look(store: Int)
    /// The job for a wake-up is in the queue (or could not be put there: the schedule's tick remains).
    case woken(store: Int, kind: String)
    /// A claim came back; nil when the store failed, so that nobody knows what it claimed.
    case claimed(store: Int, process: String, asked: Int, jobs: [Job]?)
    /// A job's handler returned: its place is free, its outcome is being recorded.
    case ended(store: Int, job: Int64)
    /// A job ended and its outcome is recorded.
    case finished(store: Int, job: Int64)
    /// A heartbeat came back, with the jobs whose lease is no longer ours.
    case beaten(store: Int, succeeded: Bool, lost: [Int64], rescued: Int)
    /// The schedules were looked at: whether jobs came of it, and when to look again.
    case planned(store: Int, made: Int, next: Tijdstip?)
    /// A process incarnation was released.
    case released(store: Int, process: String)
    /// Stop in good order: finish what runs.
    case stop
    /// Stop now: interrupt what runs.
    case stopNow
}

/// What the dispatcher wants done.
enum DispatchAction: Hashable, Sendable {
    /// Say that these incarnations live, rescue what dead ones left, look whether our leases still hold.
    case beat(store: Int, processes: [String], running: [Lease], first: Bool)
    /// Look at the schedules.
    case plan(store: Int)
    /// Put the job for a wake-up in the queue.
    case enqueue(store: Int, kind: String)
    /// Claim jobs.
    case claim(store: Int, process: String, count: Int)
    /// Run a job.
    case start(store: Int, job: Job)
    /// Cancel the task of a job.
    case interrupt(store: Int, job: Int64)
    /// Give back what an incarnation holds.
    case release(store: Int, process: String)
    /// Nothing is left to do: end.
    case end

    /// A claim on a job, as it was when we got it.
    struct Lease: Hashable, Sendable {
        let job: Int64
        let number: Int64
    }
}
