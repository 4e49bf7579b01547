// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The engine's mind: hears events, answers with actions, does no I/O and has no clock.
///
/// It shares `workers` places over the stores, keeps heartbeats going, asks for schedules to be looked at, and winds
/// down in order. Whatever it cannot be sure of (a claim whose answer was lost) it gives up by taking a new incarnation:
/// what the old one may hold without our knowing is released, or rescued like that of any dead process.
struct Dispatcher: Sendable {
    let settings: JobEngine.Settings
    private let newProcess: @Sendable () -> String
    /// Kinds of which a gemeente never runs two at a time.
    private let single: Set<String>
    var stores: [StoreQueue]
    private var turn = 0
    private var stopping: Duration?
    private var interrupting = false
    private var releasing: Set<String> = []
    private var ended = false

    init(
        stores count: Int,
        settings: JobEngine.Settings,
        single: Set<String> = [],
        newProcess: @escaping @Sendable () -> String
    ) {
        self.settings = settings
        self.single = single
        self.newProcess = newProcess
        stores = (0..<count).map { _ in StoreQueue(process: newProcess()) }
    }

    /// Jobs that run now.
    var runningCount: Int { stores.reduce(0) { $0 + $1.occupied } }
    /// Jobs that run or of which the outcome is being recorded.
    private var unfinished: Int { stores.reduce(0) { $0 + $1.running.count } }
    /// The ids under which this engine is known in a store.
    func processes(of store: Int) -> [String] { stores[store].processes }

    /// One step.
    mutating func handle(_ event: DispatchEvent, at moment: Moment) -> [DispatchAction] {
        guard !ended else { return [] }
        var actions: [DispatchAction] = []
        switch event {
        case .tick: break
        case .wake(let store, let kind): stores[store].wanted.insert(kind)
        case .look(let store): stores[store].hungry = true
        case .woken(let store, let kind):
            stores[store].enqueuing.remove(kind)
            stores[store].hungry = true
        case .claimed(let store, let process, let asked, let jobs):
            claimed(store, process, asked, jobs, moment)
        case .ended(let store, let job): stores[store].end(job)
        case .finished(let store, let job): stores[store].forget(job)
        case .beaten(let store, let succeeded, let lost, let rescued):
            actions += beaten(store, succeeded, lost, rescued, moment)
        case .planned(let store, let made, let next): planned(store, made, next, moment)
        case .released(let store, let process):
            releasing.remove(process)
            stores[store].retired.remove(process)
        case .stop: stopping = stopping ?? moment.elapsed
        case .stopNow:
            stopping = stopping ?? moment.elapsed
            actions += interruptAll()
        }
        return actions + (stopping == nil ? proceed(moment) : windDown(moment))
    }

    private mutating func claimed(_ store: Int, _ process: String, _ asked: Int, _ jobs: [Job]?, _ moment: Moment) {
        stores[store].claiming = nil
        stores[store].pollAt = moment.elapsed + settings.poll
        guard let jobs else {
            stores[store].hungry = false
            renew(store, beatAt: moment.elapsed + settings.poll)
            return
        }
        stores[store].hungry = jobs.count >= asked
        stores[store].learn(full: jobs.count >= asked, least: settings.workers, at: moment.elapsed)
        stores[store].add(jobs, of: process)
    }

    private mutating func beaten(_ store: Int, _ succeeded: Bool, _ lost: [Int64], _ rescued: Int, _ moment: Moment)
        -> [DispatchAction]
    {
        stores[store].beating = false
        stores[store].beatAt = moment.elapsed + (succeeded ? settings.heartbeat : settings.poll)
        guard succeeded else { return [] }
        stores[store].known = true
        let (begun, process) = stores[store].beatBegun
        if process == stores[store].process {
            stores[store].lastBeat = begun
        } else {
            // A new incarnation was taken meanwhile, and nobody knows it yet.
            stores[store].beatAt = moment.elapsed
        }
        if rescued > 0 { stores[store].hungry = true }
        return lost.compactMap { interrupt(store, $0) }
    }

    private mutating func planned(_ store: Int, _ made: Int, _ next: Tijdstip?, _ moment: Moment) {
        stores[store].planning = false
        if made > 0 { stores[store].hungry = true }
        // Never further ahead than a moment: somebody may set the clock or resume a schedule.
        let ahead = next.map { Duration.milliseconds(max(0, $0.milliseconden - moment.wall.milliseconden)) }
        stores[store].planAt = moment.elapsed + min(ahead ?? settings.look, settings.look)
    }

    // MARK: The ordinary course

    private mutating func proceed(_ moment: Moment) -> [DispatchAction] {
        var actions = beats(moment)
        for store in stores.indices {
            actions += interruptSilent(store, moment)
            for process in stores[store].retired.sorted()
            where stores[store].isIdle(process) && releasing.insert(process).inserted {
                actions.append(.release(store: store, process: process))
            }
            guard stores[store].lastBeat != nil else { continue }
            if !stores[store].planning, stores[store].planAt <= moment.elapsed {
                stores[store].planning = true
                actions.append(.plan(store: store))
            }
            for kind in stores[store].wanted.sorted() where canEnqueue(store, kind) {
                stores[store].wanted.remove(kind)
                stores[store].enqueuing.insert(kind)
                actions.append(.enqueue(store: store, kind: kind))
            }
        }
        actions += starts()
        actions += claims(moment)
        turn = stores.isEmpty ? 0 : (turn + 1) % stores.count
        return actions
    }

    /// Not while a job of that kind runs: it may be past the look that would have seen the new work, and its key would
    /// hold the new job back.
    private func canEnqueue(_ store: Int, _ kind: String) -> Bool {
        !stores[store].enqueuing.contains(kind) && !stores[store].runs(kind)
    }

    private mutating func starts() -> [DispatchAction] {
        var actions: [DispatchAction] = []
        var free = settings.workers - runningCount
        while free > 0, let (store, place) = nextToStart {
            let (job, process) = stores[store].waiting.remove(at: place)
            stores[store].begin(job, of: process)
            actions.append(.start(store: store, job: job))
            free -= 1
        }
        return actions
    }

    /// Of the stores with a job that may begin, the one that has the fewest running, and the place of that job.
    private var nextToStart: (store: Int, place: Int)? {
        order.compactMap { store in stores[store].firstToStart(single: single).map { (store, $0) } }
            .min { stores[$0.0].occupied < stores[$1.0].occupied }
    }

    private mutating func claims(_ moment: Moment) -> [DispatchAction] {
        let wishing = order.filter { wishes($0, moment) }
        // Twice the places, so that a worker that comes free finds its next job ready.
        var room = 2 * settings.workers
        for store in stores {
            room -=
                store.occupied + min(store.waiting.count, settings.workers) + min(store.claiming ?? 0, settings.workers)
        }
        guard room > 0, !wishing.isEmpty else { return [] }
        // A gemeente with a long queue leaves room for those whose work comes a moment later.
        let share = max(1, 2 * settings.workers / min(stores.count, settings.workers))
        var actions: [DispatchAction] = []
        for store in wishing where room > 0 {
            let ahead = max(0, stores[store].ahead - settings.workers)
            // A claim costs the same for one job as for many: not before half of what was claimed ahead is used up.
            guard stores[store].waiting.count <= (settings.workers + ahead) / 2 else { continue }
            let count = min(share, room) + ahead
            stores[store].claiming = count
            room -= min(share, room)
            actions.append(.claim(store: store, process: stores[store].process, count: count))
        }
        return actions
    }

    private func wishes(_ store: Int, _ moment: Moment) -> Bool {
        let queue = stores[store]
        return queue.claiming == nil && isAlive(store, moment) && (queue.hungry || queue.pollAt <= moment.elapsed)
    }

    /// The stores, beginning with whose turn it is.
    private var order: [Int] { stores.indices.map { ($0 + turn) % stores.count } }

    // MARK: Life and leases

    private mutating func beats(_ moment: Moment) -> [DispatchAction] {
        var actions: [DispatchAction] = []
        for store in stores.indices where !stores[store].beating && stores[store].beatAt <= moment.elapsed {
            stores[store].beating = true
            stores[store].beatBegun = (moment.elapsed, stores[store].process)
            let running = stores[store].running.filter { !$0.value.interrupted && !$0.value.ended }
            actions.append(
                .beat(
                    store: store,
                    processes: stores[store].processes,
                    running: running.map { .init(job: $0.key, number: $0.value.lease) }.sorted { $0.job < $1.job },
                    first: !stores[store].known
                )
            )
        }
        return actions
    }

    /// Whether others still take us for alive: with room to spare, for their look may come at any moment.
    private func isAlive(_ store: Int, _ moment: Moment) -> Bool {
        stores[store].lastBeat.map { moment.elapsed - $0 < settings.silence } ?? false
    }

    /// Gives up an incarnation. The new one claims nothing before it has made itself known.
    private mutating func renew(_ store: Int, beatAt: Duration) {
        stores[store].retired.insert(stores[store].process)
        stores[store].process = newProcess()
        stores[store].lastBeat = nil
        stores[store].beatAt = beatAt
    }

    /// Without a heartbeat for so long, others may have taken our jobs: what runs must stop, and what nobody took goes
    /// back to the queue when the storage can be reached again.
    private mutating func interruptSilent(_ store: Int, _ moment: Moment) -> [DispatchAction] {
        guard stores[store].lastBeat != nil, !isAlive(store, moment) else { return [] }
        stores[store].waiting = []
        renew(store, beatAt: moment.elapsed)
        return stores[store].running.keys.sorted().compactMap { interrupt(store, $0) }
    }

    private mutating func interrupt(_ store: Int, _ job: Int64) -> DispatchAction? {
        stores[store].interrupt(job) ? .interrupt(store: store, job: job) : nil
    }

    private mutating func interruptAll() -> [DispatchAction] {
        interrupting = true
        return stores.indices.flatMap { store in
            stores[store].running.keys.sorted().compactMap { interrupt(store, $0) }
        }
    }

    // MARK: Winding down

    private mutating func windDown(_ moment: Moment) -> [DispatchAction] {
        guard let began = stopping else { return [] }
        let past = moment.elapsed - began
        var actions: [DispatchAction] = []
        if !interrupting, past >= settings.grace { actions += interruptAll() }
        let giveUp = past >= settings.grace + settings.interruptGrace
        for store in stores.indices { stores[store].waiting = [] }
        let busy = unfinished > 0 || stores.contains { $0.claiming != nil || $0.beating }
        if busy, !giveUp { return actions + beats(moment) }
        if releasing.isEmpty, stores.contains(where: { $0.lastBeat != nil || !$0.retired.isEmpty }) {
            for store in stores.indices {
                for process in stores[store].processes { actions.append(release(store, process)) }
                stores[store].lastBeat = nil
                stores[store].retired = []
            }
            return actions
        }
        if releasing.isEmpty || giveUp {
            ended = true
            actions.append(.end)
        }
        return actions
    }

    private mutating func release(_ store: Int, _ process: String) -> DispatchAction {
        releasing.insert(process)
        return .release(store: store, process: process)
    }
}
