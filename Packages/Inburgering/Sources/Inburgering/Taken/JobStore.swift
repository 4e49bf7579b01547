// SPDX-License-Identifier: EUPL-1.2

/// The queue of one gemeente.
///
/// Time is handed in by the engine. A storage that processes share has a clock of its own, and goes by that where one
/// process could harm another by having a wrong one: who lives, who is silent, and whose time has come.
public protocol JobStore: Sendable {
    /// What time it is by the storage's own clock; nil when that of whoever asks is as good. The engine reckons the
    /// instants that it hands in from this one.
    func servertijd() async throws(RegieFout) -> Tijdstip?

    /// Adds jobs, durable when this returns.
    /// - Returns: per job its id, or nil where `uniek` held it back.
    func enqueue(_ jobs: [NewJob]) async throws(RegieFout) -> [Int64?]

    /// Claims jobs whose time has come, of these kinds only, by priority and time: raises `lease` and `pogingen`. By
    /// `tijdstip`, and never before it has come by the storage's own clock.
    ///
    /// One that does not open is `mislukt` at once when its seal does not fit. When its key is still to come here it comes
    /// back a minute later, for an hour at most.
    func take(soorten: [String], aantal: Int, door proces: String, op tijdstip: Tijdstip) async throws(RegieFout)
        -> Takengreep

    /// A process incarnation says that it lives; makes it known when it is new. At `tijdstip`, unless the storage has a
    /// clock of its own.
    func heartbeat(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout)

    /// A process stops in good order: what it still holds becomes `klaar` at once without counting as a try, and its
    /// heartbeat goes.
    func release(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout)

    /// Jobs held by processes that were silent for longer than `stilte` become `klaar` again (or `mislukt` after the last
    /// try). Kinds that are not in `soorten` are left alone: another build may know them.
    /// - Parameters:
    ///   - stilte: before `tijdstip`, or before the present of the storage's own clock; nil for all processes.
    /// - Returns: ids.
    func rescue(naStilte stilte: Duration?, soorten: [String], op tijdstip: Tijdstip) async throws(RegieFout)
        -> [Int64]

    /// Done. False when the lease is stale: another claim came after it, and nothing changes. True as well when this very
    /// lease said so before: whoever did not hear the answer asks again.
    func complete(_ id: Int64, lease: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool

    /// Done, many at a time, durable when this returns: per lease what `complete(_:lease:op:)` gives.
    func complete(_ leases: [JobLease], op tijdstip: Tijdstip) async throws(RegieFout) -> [Bool]

    /// Failed: again at an instant, or for good when nil or after the last try. False when the lease is stale. True as well
    /// when this very lease recorded the same before.
    func fail(_ id: Int64, lease: Int64, fout: String, opnieuw: Tijdstip?) async throws(RegieFout) -> Bool

    /// Could not be done through no fault of its own (the storage failed): back in the queue, not before an instant, and
    /// that try does not count. False when the lease is stale. True as well when this very lease recorded the same before.
    func postpone(_ id: Int64, lease: Int64, fout: String, tot: Tijdstip) async throws(RegieFout) -> Bool

    /// Cancels a job that is not done, a dead letter too; false when there is no such job. Kept as long as one that was done
    /// at this instant.
    func cancel(_ id: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool

    /// One job; nil when unknown.
    func findJob(_ id: Int64) async throws(RegieFout) -> Job?

    /// Jobs, newest first, at most `limiet`, of one status or all.
    func listJobs(status: Job.Status?, limiet: Int) async throws(RegieFout) -> [Job]

    /// Jobs that do not open among those that wait, run or failed for good: oldest first, at most `hoogstens`, however many
    /// there are that do open.
    func closedJobs(hoogstens: Int) async throws(RegieFout) -> [Job]

    /// When the next waiting job of these kinds is due; nil when there is none.
    func nextDue(soorten: [String]) async throws(RegieFout) -> Tijdstip?

    /// Removes jobs that were done or cancelled before an instant, and ticks of before it; at most `hoogstens` of each.
    /// A job that failed for good stays (dead letter), and so does the last tick of each schedule.
    /// - Returns: how many jobs and ticks went; 0 when nothing is left to remove.
    func prune(voor tijdstip: Tijdstip, hoogstens: Int) async throws(RegieFout) -> Int

    /// A schedule's tick with its job, in one transaction; false when that tick was there already. A tick counts also
    /// when `uniek` holds its job back.
    func tick(_ schema: String, op tik: Tijdstip, job: NewJob) async throws(RegieFout) -> Bool

    /// The state of a schedule; nil when it never ticked and was never paused.
    func findSchedule(_ schema: String) async throws(RegieFout) -> ScheduleState?

    /// Pauses or resumes a schedule. Resuming starts from `vanaf`: what was missed while paused stays missed.
    func setPaused(_ schema: String, _ gepauzeerd: Bool, vanaf: Tijdstip) async throws(RegieFout)
}

extension JobStore {
    /// Those of `take` that opened: for whoever leaves the others to the engine.
    public func claim(
        soorten: [String],
        aantal: Int,
        door proces: String,
        op tijdstip: Tijdstip
    ) async throws(RegieFout) -> [Job] {
        try await take(soorten: soorten, aantal: aantal, door: proces, op: tijdstip).jobs
    }

    /// That of whoever asks is as good.
    public func servertijd() async throws(RegieFout) -> Tijdstip? { nil }
}

/// What was taken out of the queue.
public struct Takengreep: Hashable, Sendable {
    /// To be done.
    public let jobs: [Job]
    /// Those that do not open, as they are now: back in the queue, or `mislukt`.
    public let gesloten: [Job]
    /// - Parameters: see the properties.
    public init(jobs: [Job] = [], gesloten: [Job] = []) {
        self.jobs = jobs
        self.gesloten = gesloten
    }
}

/// A claim on a job, as it was when it was got.
public struct JobLease: Hashable, Sendable {
    /// The job.
    public let id: Int64
    /// Its fencing number.
    public let lease: Int64
    /// - Parameters: see the properties.
    public init(_ id: Int64, _ lease: Int64) {
        self.id = id
        self.lease = lease
    }
}

/// What is stored of a schedule.
public struct ScheduleState: Hashable, Sendable {
    /// The last tick that became a job, or the instant from which it counts.
    public var laatste: Tijdstip
    /// Whether `laatste` is a tick, and not an instant from which the schedule counts: where it was first seen or resumed, or
    /// where the clock was set back.
    public var isTik: Bool
    /// Whether it is paused.
    public var gepauzeerd: Bool
    /// - Parameters: see the properties.
    public init(laatste: Tijdstip, isTik: Bool, gepauzeerd: Bool) {
        self.laatste = laatste
        self.isTik = isTik
        self.gepauzeerd = gepauzeerd
    }

    /// The last tick that became a job; nil when it only counts from an instant.
    public var tick: Tijdstip? { isTik ? laatste : nil }
}

/// Runs the jobs of one kind.
public protocol JobHandler: Sendable {
    /// The kind it runs.
    var soort: String { get }
    /// Does the work, for one gemeente. Throwing makes the engine try again later, with backoff; cancellation of the
    /// task means that the lease is lost or the process stops, and it should return soon.
    func run(_ job: Job, in store: any GemeenteStore) async throws
}
