// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Logging
import Synchronization

/// How one run of a job ended.
enum JobOutcome: Hashable, Sendable {
    /// The handler returned.
    case done
    /// The handler threw; in words without personal data.
    case failed(String)
    /// The storage failed it: that says nothing of the job.
    case postponed(String)
    /// The task was cancelled: the lease is lost, or the process stops.
    case interrupted
}

extension JobEngine {
    /// Runs one job and records how it ended.
    @discardableResult
    func perform(_ job: Job, in store: any GemeenteStore) async -> JobOutcome {
        let outcome = await execute(job, in: store)
        // Recorded in a task of its own: the outcome of a job must be written though the job itself was cancelled.
        await Task.detached { await self.record(outcome, of: job, in: store) }.value
        return outcome
    }

    /// Runs one job.
    func execute(_ job: Job, in store: any GemeenteStore) async -> JobOutcome {
        let begin = ContinuousClock.now
        let outcome = await outcome(of: job, in: store)
        metrics.ended(job.soort, outcome, after: ContinuousClock.now - begin)
        return outcome
    }

    /// Records how a job ended; those that are done together with others.
    func settle(_ outcome: JobOutcome, of job: Job, store place: Int) async {
        let store = stores[place]
        guard outcome == .done else {
            await Task.detached { await self.record(outcome, of: job, in: store) }.value
            return
        }
        logger.debug("job gedaan", metadata: details(job, store))
        let held = await recorders[place].record(JobLease(job.id, job.lease)) { leases in
            await self.persist(store) { () throws(RegieFout) in
                try await store.complete(leases, op: self.now(store))
            }?.written
        }
        if held == false { stale(job, store) }
    }

    private func outcome(of job: Job, in store: any GemeenteStore) async -> JobOutcome {
        guard let handler = handlers[job.soort] else { return .failed("Geen uitvoerder voor '\(job.soort)'.") }
        do {
            try await handler.run(job, in: store)
            // A handler that returns because it was cancelled did not finish its work.
            return Task.isCancelled ? .interrupted : .done
        } catch let error as RegieFout {
            if Task.isCancelled { return .interrupted }
            let words = "\(error.wat) [\(error.code.rawValue)]"
            return Self.storageFaults.contains(error.code) ? .postponed(words) : .failed(words)
        } catch {
            // Of an unknown error only the type: its text may hold anything.
            return Task.isCancelled ? .interrupted : .failed("Onverwachte fout (\(type(of: error))).")
        }
    }

    /// With these the storage as a whole is out of order, for this job and any other.
    /// `logboek-faalt` is that of the log which stands before the storage: without a line in it nothing is done.
    private static let storageFaults: [RegieFout.Code] = [.opslagFaalt, .opslagBezet, .logboekFaalt]

    func details(_ job: Job, _ store: any GemeenteStore) -> Logger.Metadata {
        ["gemeente": "\(store.gemeente)", "soort": "\(job.soort)", "job": "\(job.id)", "poging": "\(job.pogingen)"]
    }

    private func stale(_ job: Job, _ store: any GemeenteStore) {
        metrics.staleLease(job.soort)
        logger.notice(
            "uitkomst van een job komt te laat: hij is al overgenomen of geannuleerd",
            metadata: details(job, store)
        )
    }

    private func record(_ outcome: JobOutcome, of job: Job, in store: any GemeenteStore) async {
        var details = details(job, store)
        switch outcome {
        case .done: logger.debug("job gedaan", metadata: details)
        case .interrupted:
            // Not a try that failed: it goes back with all that its incarnation holds, or is somebody else's already.
            logger.notice("job afgebroken", metadata: details)
            return
        case .postponed(let words):
            details["fout"] = "\(words)"
            logger.warning("job uitgesteld: de opslag faalde; de poging telt niet", metadata: details)
        case .failed(let words):
            details["fout"] = "\(words)"
            if job.pogingen >= job.hoogstens {
                logger.error("job voorgoed mislukt; zie 'regie job list'", metadata: details)
            } else {
                logger.warning("job mislukt; hij wordt opnieuw geprobeerd", metadata: details)
            }
        }
        let recorded = await persist(store) { () throws(RegieFout) in
            try await self.write(outcome, of: job, in: store)
        }
        guard let recorded, !recorded.written else { return }
        guard recorded.again, outcome != .done else { return stale(job, store) }
        // A job that is to be tried later can be somebody's again by now, and then nothing tells who put it back.
        logger.notice("het antwoord van de opslag bleef weg, en de job is intussen verder", metadata: details)
    }

    /// Tries until it succeeds: while this process lives nobody rescues the job, so its outcome has to arrive. Nil when
    /// the engine gives up, at the end of the process.
    /// - Returns: what was written, and whether an attempt before it failed: what became of that one nobody knows.
    private func persist<T>(_ store: any GemeenteStore, _ write: () async throws(RegieFout) -> T) async
        -> (written: T, again: Bool)?
    {
        var again = false
        while !abandoned.withLock({ $0 }) {
            if let written = await attempt("outcome", store, write) { return (written, again) }
            again = true
            try? await Task.sleep(for: settings.poll)
        }
        return nil
    }

    /// - Returns: false when the lease was no longer ours.
    private func write(_ outcome: JobOutcome, of job: Job, in store: any GemeenteStore) async throws(RegieFout) -> Bool
    {
        switch outcome {
        case .interrupted: return true
        case .done: return try await store.complete(job.id, lease: job.lease, op: now(store))
        case .postponed(let words):
            var random = SystemRandomNumberGenerator()
            // Its tries are not counted, its claims are.
            let wait = settings.storageBackoff.wait(after: Int(clamping: job.lease), using: &random)
            let until = now(store).plus(milliseconden: wait)
            return try await store.postpone(job.id, lease: job.lease, fout: words, tot: until)
        case .failed(let words):
            var random = SystemRandomNumberGenerator()
            let wait = settings.backoff.wait(after: job.pogingen, using: &random)
            let again = job.pogingen >= job.hoogstens ? nil : now(store).plus(milliseconden: wait)
            return try await store.fail(job.id, lease: job.lease, fout: words, opnieuw: again)
        }
    }
}
