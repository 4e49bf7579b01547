// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Metrics

/// What the engine counts. Labels are kinds and outcomes, never anything of a person.
struct JobMetrics: Sendable {
    private let runningGauge = Gauge(label: "regie_jobs_lopend")
    private let rescuedCounter = Counter(label: "regie_jobs_gered_total")

    /// Jobs that run now.
    func running(_ count: Int) { runningGauge.record(count) }

    /// Jobs taken over from a process that died.
    func rescued(_ count: Int) { rescuedCounter.increment(by: count) }

    /// A job ended.
    func ended(_ kind: String, _ outcome: JobOutcome, after duration: Duration) {
        let word =
            switch outcome {
            case .done: "gedaan"
            case .failed: "mislukt"
            case .postponed: "uitgesteld"
            case .interrupted: "afgebroken"
            }
        Counter(label: "regie_jobs_afgerond_total", dimensions: [("soort", kind), ("uitkomst", word)]).increment()
        Timer(label: "regie_job_duur_seconds", dimensions: [("soort", kind)]).recordNanoseconds(
            duration.milliseconden * 1_000_000
        )
    }

    /// An outcome came after the lease had gone to another.
    func staleLease(_ kind: String) {
        Counter(label: "regie_jobs_lease_verlopen_total", dimensions: [("soort", kind)]).increment()
    }

    /// A job was set aside, for it does not open.
    func setAside(_ kind: String) {
        Counter(label: "regie_jobs_opzij_total", dimensions: [("soort", kind)]).increment()
    }

    /// A tick became a job.
    func ticked(_ schedule: String) {
        Counter(label: "regie_schema_tikken_total", dimensions: [("schema", schedule)]).increment()
    }

    /// The storage failed the engine.
    func storeFailed(_ what: String) {
        Counter(label: "regie_opslag_fouten_total", dimensions: [("bij", what)]).increment()
    }
}
