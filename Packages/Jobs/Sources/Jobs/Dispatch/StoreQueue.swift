// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What the dispatcher knows of one gemeente's queue.
struct StoreQueue: Sendable {
    /// A job that runs here.
    struct Running: Sendable {
        let kind: String
        let lease: Int64
        let process: String
        var interrupted = false
        /// Whether its handler returned: it takes no place any more, its lease is still ours.
        var ended = false
    }

    /// The incarnation under which is claimed now.
    var process: String
    /// Former incarnations, given up because a claim got lost; each goes when nothing of it runs.
    var retired: Set<String> = []
    /// Jobs that run or of which the outcome is being recorded, by id.
    private(set) var running: [Int64: Running] = [:]
    /// How many of those take a place.
    private(set) var occupied = 0
    /// How many of those there are of each kind.
    private var kinds: [String: Int] = [:]
    /// Jobs claimed and not yet started, with the incarnation that holds them.
    var waiting: [(job: Job, process: String)] = []

    /// How many jobs an outstanding claim asked for; nil when there is none.
    var claiming: Int?
    /// Claim as soon as there is room.
    var hungry = true
    /// How many jobs are claimed ahead. Grows while claims are used up in no time, so that short jobs do not cost a
    /// claim each; long ones are left in the queue, for another process may come to them sooner.
    var ahead = 0
    /// When the last full claim came in.
    var lastFull: Duration?
    /// Claim at this time in any case.
    var pollAt: Duration = .zero

    var beating = false
    var beatAt: Duration = .zero
    /// When the last heartbeat that succeeded was begun; nil when there was none.
    var lastBeat: Duration?
    /// When, and under which incarnation, the heartbeat that is under way was begun.
    var beatBegun: (at: Duration, process: String) = (.zero, "")
    /// Whether any heartbeat ever succeeded.
    var known = false

    var planning = false
    var planAt: Duration = .zero

    /// Kinds for which a wake-up came that is not yet in the queue.
    var wanted: Set<String> = []
    /// Kinds whose wake-up is being put in the queue.
    var enqueuing: Set<String> = []

    init(process: String) { self.process = process }

    /// Incarnations that must be kept alive.
    var processes: [String] { [process] + retired.sorted() }

    /// A job begins.
    mutating func begin(_ job: Job, of process: String) {
        running[job.id] = Running(kind: job.soort, lease: job.lease, process: process)
        occupied += 1
        kinds[job.soort, default: 0] += 1
    }

    /// Its handler returned.
    mutating func end(_ job: Int64) {
        guard running[job]?.ended == false else { return }
        running[job]?.ended = true
        occupied -= 1
    }

    /// Its outcome is recorded.
    mutating func forget(_ job: Int64) {
        end(job)
        guard let gone = running.removeValue(forKey: job) else { return }
        kinds[gone.kind, default: 1] -= 1
    }

    /// Marks a job that must stop; false when it was marked before, or is done.
    mutating func interrupt(_ job: Int64) -> Bool {
        guard let known = running[job], !known.interrupted, !known.ended else { return false }
        running[job]?.interrupted = true
        return true
    }

    /// Whether a job of this kind runs, or is being recorded.
    func runs(_ kind: String) -> Bool { kinds[kind, default: 0] > 0 }

    /// How much is claimed ahead from now on, after a claim that brought all it asked for or less.
    mutating func learn(full: Bool, least: Int, at elapsed: Duration) {
        defer { lastFull = full ? elapsed : nil }
        guard full, let lastFull, elapsed - lastFull < Self.noTime else {
            ahead = full ? max(least, ahead / 2) : least
            return
        }
        ahead = min(max(least, ahead) * 2, Self.farAhead)
    }

    /// Used up within this, a claim was too small.
    private static let noTime = Duration.milliseconds(100)
    /// Never more than this ahead.
    private static let farAhead = 400

    /// Adds claimed jobs, the most pressing first.
    mutating func add(_ jobs: [Job], of process: String) {
        waiting += jobs.map { ($0, process) }
        waiting.sort { ($0.job.prioriteit, $0.job.id) < ($1.job.prioriteit, $1.job.id) }
    }

    /// The place of the first waiting job that may begin: not one of a kind that is to run alone and runs already.
    func firstToStart(single: Set<String>) -> Int? {
        waiting.firstIndex { !single.contains($0.job.soort) || !runs($0.job.soort) }
    }

    /// Whether a former incarnation holds nothing any more.
    func isIdle(_ process: String) -> Bool {
        !running.values.contains { $0.process == process } && !waiting.contains { $0.process == process }
    }
}
