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
    }

    /// The incarnation under which is claimed now.
    var process: String
    /// Former incarnations, given up because a claim got lost; each goes when nothing of it runs.
    var retired: Set<String> = []
    /// Jobs that run, by id.
    var running: [Int64: Running] = [:]
    /// Jobs claimed and not yet started, with the incarnation that holds them.
    var waiting: [(job: Job, process: String)] = []

    /// How many jobs an outstanding claim asked for; nil when there is none.
    var claiming: Int?
    /// Claim as soon as there is room.
    var hungry = true
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

    /// Adds claimed jobs, the most pressing first.
    mutating func add(_ jobs: [Job], of process: String) {
        waiting += jobs.map { ($0, process) }
        waiting.sort { ($0.job.prioriteit, $0.job.id) < ($1.job.prioriteit, $1.job.id) }
    }

    /// The place of the first waiting job that may begin: not one of a kind that is to run alone and runs already.
    func firstToStart(single: Set<String>) -> Int? {
        let busy = single.intersection(running.values.map(\.kind))
        return waiting.firstIndex { !busy.contains($0.job.soort) }
    }

    /// Whether a former incarnation holds nothing any more.
    func isIdle(_ process: String) -> Bool {
        !running.values.contains { $0.process == process } && !waiting.contains { $0.process == process }
    }
}
