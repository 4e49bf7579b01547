// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Jobs

extension Health {
    /// What is measured when `/metrics` is asked for. A store that does not answer gives no samples: a gap, not a zero.
    func samples() async -> [MetricSample] {
        var out: [MetricSample] = []
        for store in sources.stores {
            let gemeente = ("gemeente", store.gemeente.description)
            do throws(RegieFout) {
                for (status, count) in try await store.countInbox() {
                    out.append(.init("regie_inbox_berichten", [gemeente, ("status", status)], Double(count)))
                }
                for (status, count) in try await store.countOutbox() {
                    out.append(.init("regie_outbox_berichten", [gemeente, ("status", status)], Double(count)))
                }
                out.append(.init("regie_dossiers", [gemeente], Double(try await store.countDossiers())))
                let dead = try await store.listJobs(status: .mislukt, limiet: Self.mostDeadLetters).count
                out.append(.init("regie_jobs_dode_brieven", [gemeente], Double(dead)))
                for schedule in sources.schedules {
                    guard let state = try await store.findSchedule(schedule.naam) else { continue }
                    let seconds = Double(state.laatste.milliseconden) / 1000
                    out.append(
                        .init("regie_schema_laatste_tik_seconds", [gemeente, ("schema", schedule.naam)], seconds)
                    )
                }
            } catch {
                continue
            }
        }
        return out
    }
}
