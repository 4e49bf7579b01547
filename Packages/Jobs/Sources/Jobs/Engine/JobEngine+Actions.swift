// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Logging
import Synchronization

extension JobEngine {
    /// Does one action of the dispatcher's that is I/O on a store; gives what the dispatcher must hear of it.
    func carryOut(_ action: DispatchAction) async -> DispatchEvent? {
        switch action {
        case .beat(let index, let processes, let running, let first):
            await beat(index, processes, running, first: first)
        case .plan(let index):
            await plan(index)
        case .enqueue(let index, let kind):
            await enqueue(index, kind)
        case .claim(let index, let process, let count):
            .claimed(store: index, process: process, asked: count, jobs: await claim(stores[index], process, count))
        case .release(let index, let process):
            await release(index, process)
        case .start, .interrupt, .end: nil
        }
    }

    private func beat(_ index: Int, _ processes: [String], _ running: [DispatchAction.Lease], first: Bool) async
        -> DispatchEvent
    {
        let store = stores[index]
        let rescued = await attempt("heartbeat", store) { () throws(RegieFout) in
            var rescued: [Int64] = []
            try await askTime(store)
            if first, settings.exclusive {
                // Before our own first sign of life: nothing that is held can be ours.
                rescued = try await rescueAll(store)
            }
            for process in processes { try await store.heartbeat(process, op: now(store)) }
            rescued += try await store.rescue(naStilte: settings.silence, soorten: kinds, op: now(store))
            return rescued
        }
        refusing.withLock { failing in
            failing.remove(store.gemeente)
            if rescued == nil { failing.insert(store.gemeente) }
        }
        guard let rescued else { return .beaten(store: index, succeeded: false, lost: [], rescued: 0) }
        if !rescued.isEmpty {
            metrics.rescued(rescued.count)
            logger.warning(
                "jobs van een gestopt proces overgenomen",
                metadata: ["gemeente": "\(store.gemeente)", "aantal": "\(rescued.count)"]
            )
        }
        var lost: [Int64] = []
        for lease in running {
            let job = await attempt("lease", store) { () throws(RegieFout) in try await store.findJob(lease.job) }
            // What cannot be looked up now is looked up at the next heartbeat.
            guard let job else { continue }
            if job?.lease != lease.number || job?.status != .bezig { lost.append(lease.job) }
        }
        return .beaten(store: index, succeeded: true, lost: lost, rescued: rescued.count)
    }

    /// Everything that is held goes back: only right while no other process can be at work.
    func rescueAll(_ store: any GemeenteStore) async throws(RegieFout) -> [Int64] {
        try await store.rescue(naStilte: nil, soorten: kinds, op: now(store))
    }

    private func plan(_ index: Int) async -> DispatchEvent {
        let store = stores[index]
        var made = 0
        var next: Tijdstip?
        for schedule in schedules {
            let plan = await attempt("schedule", store) { () throws(RegieFout) in
                try await self.tick(schedule, store, once: false)
            }
            guard let plan else { continue }
            made += plan.ticks.count
            if let due = plan.next { next = min(next ?? due, due) }
        }
        // The dispatcher counts from our own clock.
        let ahead = next.map { $0.milliseconden - now(store).milliseconden }
        return .planned(store: index, made: made, next: ahead.map { klok.nu.plus(milliseconden: $0) })
    }

    /// Makes the ticks of one schedule that are due.
    func tick(_ schedule: Schedule, _ store: any GemeenteStore, once: Bool) async throws(RegieFout) -> TickPlan {
        let state = try await store.findSchedule(schedule.naam)
        let plan = TickPlan.plan(schedule, state, now: now(store), once: once)
        if let from = plan.countFrom {
            if let state, state.laatste > from {
                logger.warning(
                    "de klok is teruggezet; het schema telt opnieuw vanaf nu",
                    metadata: ["schema": "\(schedule.naam)", "gemeente": "\(store.gemeente)"]
                )
            }
            try await store.setPaused(schedule.naam, state?.gepauzeerd ?? false, vanaf: from)
        }
        for due in plan.ticks where try await store.tick(schedule.naam, op: due, job: schedule.job(op: due)) {
            metrics.ticked(schedule.naam)
        }
        return plan
    }

    private func enqueue(_ index: Int, _ kind: String) async -> DispatchEvent {
        let now = now(stores[index])
        let job =
            schedules.first { $0.soort == kind }?.job(gewektOp: now)
            ?? NewJob(kind, vanaf: now, uniek: kind, meteen: true)
        _ = await attempt("enqueue", stores[index]) { () throws(RegieFout) in
            try await stores[index].enqueue([job])
        }
        return .woken(store: index, kind: kind)
    }

    private func claim(_ store: any GemeenteStore, _ process: String, _ count: Int) async -> [Job]? {
        await attempt("claim", store) { () throws(RegieFout) in try await take(store, process, count) }?.jobs
    }

    /// Takes jobs out of the queue, and tells of those that were set aside: else only whoever looks would know.
    func take(_ store: any GemeenteStore, _ process: String, _ count: Int) async throws(RegieFout) -> Takengreep {
        let taken = try await store.take(soorten: kinds, aantal: count, door: process, op: now(store))
        for job in taken.gesloten {
            let details = details(job, store)
            guard job.status == .mislukt else {
                logger.warning("job gaat niet open: de sleutel is hier nog niet; hij komt terug", metadata: details)
                continue
            }
            metrics.setAside(job.soort)
            logger.error(
                "job opzij gezet: hij gaat niet open (verzegeling-faalt); zie 'regie doctor'",
                metadata: details
            )
        }
        return taken
    }

    private func release(_ index: Int, _ process: String) async -> DispatchEvent {
        _ = await attempt("release", stores[index]) { () throws(RegieFout) in
            try await stores[index].release(process, op: now(stores[index]))
        }
        return .released(store: index, process: process)
    }

    /// Tries something on a store; nil when it failed, which is logged and counted. The engine goes on: a storage that
    /// fails for a while must not end the process that will need it again.
    func attempt<T>(_ what: String, _ store: any GemeenteStore, _ body: () async throws(RegieFout) -> T) async -> T? {
        do throws(RegieFout) {
            return try await body()
        } catch {
            metrics.storeFailed(what)
            logger.error(
                "de opslag faalt",
                metadata: [
                    "gemeente": "\(store.gemeente)", "bij": "\(what)", "code": "\(error.code.rawValue)",
                    "fout": "\(error.wat)", "watTeDoen": "\(error.watTeDoen)",
                ]
            )
            return nil
        }
    }
}
