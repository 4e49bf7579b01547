// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Jobs

extension Health {
    /// A schedule may be this much late before somebody should look, milliseconds: a job before it may take its time.
    private static let patience: Int64 = 300_000
    /// With less than this a write fails, now or within minutes.
    static let leastFreeBytes: Int64 = 16 << 20
    /// Dead letters are counted no further than this.
    static let mostDeadLetters = 1000

    var engineCheck: HealthReport.Check {
        sources.isResponsive()
            ? .init("taken", .ok, "De takenmotor loopt.") : .init("taken", .fout, "De takenmotor reageert niet.")
    }

    var keyCheck: HealthReport.Check {
        do throws(RegieFout) {
            let there = try sources.keys()
            let missing = sources.stores.map(\.gemeente).filter { !there.contains($0) }
            if missing.isEmpty { return .init("sleutels", .ok, "De sleutels zijn leesbaar.") }
            let codes = missing.map(\.description).joined(separator: ", ")
            return .init("sleutels", .fout, "Geen sleutel meer te vinden van gemeente \(codes).")
        } catch {
            return .init("sleutels", .fout, error.wat)
        }
    }

    func storageCheck(_ store: any GemeenteStore) async -> HealthReport.Check {
        let code = store.gemeente.description
        do throws(RegieFout) {
            let stand = try await sources.inspect(store.gemeente)
            if let free = stand.freeBytes, free < StorageInspection.enoughFreeBytes {
                // Reading still works on a full disk, so nothing else here would show it.
                let words = "Er is nog \(free >> 20) MiB vrij"
                return free < Self.leastFreeBytes
                    ? .init("opslag", over: code, .fout, "\(words): wat binnenkomt kan niet meer worden bewaard.")
                    : .init("opslag", over: code, .waarschuwing, "\(words).")
            }
            guard sources.isStoring(store.gemeente) else {
                let words = "De opslag neemt niets aan: wat binnenkomt kan niet worden bewaard. Het log zegt waarom."
                return .init("opslag", over: code, .fout, words)
            }
            if let first = stand.findings.first { return .init("opslag", over: code, .waarschuwing, first) }
            return .init("opslag", over: code, .ok, "Bereikbaar; wat bevestigd is, overleeft stroomuitval.")
        } catch {
            // Here the beheerder looks first: what to do belongs to it.
            let words = [error.wat, error.watTeDoen].filter { !$0.isEmpty }.joined(separator: " ")
            return .init("opslag", over: code, .fout, words)
        }
    }

    func logboekCheck(_ gemeente: Gemeentecode) -> [HealthReport.Check] {
        guard let logboek = sources.logboek else { return [] }
        do throws(RegieFout) {
            try logboek(gemeente)
            return [.init("logboek", over: gemeente.description, .ok, "Het logboek dataverwerkingen neemt regels aan.")]
        } catch {
            // Without a line nothing is done: everything waits until somebody mends this.
            return [.init("logboek", over: gemeente.description, .fout, error.wat)]
        }
    }

    func scheduleChecks(_ store: any GemeenteStore) async -> [HealthReport.Check] {
        var checks: [HealthReport.Check] = []
        for schedule in sources.schedules {
            let over = "\(store.gemeente) \(schedule.naam)"
            do throws(RegieFout) {
                checks.append(schedule.check(try await store.findSchedule(schedule.naam), over, klok.nu, Self.patience))
            } catch {
                checks.append(.init("schema", over: over, .fout, error.wat))
            }
        }
        return checks
    }

    func deadLetterCheck(_ store: any GemeenteStore) async -> HealthReport.Check {
        let code = store.gemeente.description
        do throws(RegieFout) {
            let jobs = try await store.listJobs(status: .mislukt, limiet: Self.mostDeadLetters).count
            let inbox = try await store.countInbox()["mislukt"] ?? 0
            let outbox = try await store.countOutbox()["mislukt"] ?? 0
            guard jobs + inbox + outbox > 0 else { return .init("dode-brieven", over: code, .ok, "Geen.") }
            return .init(
                "dode-brieven",
                over: code,
                .waarschuwing,
                "\(jobs) taken, \(inbox) ontvangen en \(outbox) te verzenden berichten zijn opgegeven. "
                    + "Zie 'regie job list' en 'regie bericht list'."
            )
        } catch {
            return .init("dode-brieven", over: code, .fout, error.wat)
        }
    }

    /// A partner that cannot be reached shows in messages that wait after a try that failed.
    func partnerChecks(_ store: any GemeenteStore) async -> [HealthReport.Check] {
        do throws(RegieFout) {
            var waiting: [Partner: [(sinds: Tijdstip, pogingen: Int)]] = [:]
            for regel in try await store.listInbox(status: "wacht", limiet: 500, overslaan: 0) {
                waiting[regel.bericht.sleutel.partner, default: []].append((regel.bericht.ontvangenOp, regel.pogingen))
            }
            for regel in try await store.listOutbox(status: "wacht", limiet: 500, overslaan: 0) {
                waiting[regel.bericht.partner, default: []].append((regel.bericht.gemaaktOp, regel.pogingen))
            }
            return waiting.sorted { $0.key.rawValue < $1.key.rawValue }.map { partner, messages in
                // Trying goes on for as long as a partner is away: how long that is must be seen.
                let since = messages.map(\.sinds).min() ?? klok.nu
                let tries = messages.map(\.pogingen).max() ?? 0
                return .init(
                    "partner",
                    over: "\(store.gemeente) \(partner)",
                    .waarschuwing,
                    "\(messages.count == 1 ? "1 bericht wacht" : "\(messages.count) berichten wachten") op een nieuwe poging bij "
                        + "\(partner), het oudste is van \(since); "
                        + "tot \(tries) keer geprobeerd."
                )
            }
        } catch {
            return [.init("partner", over: store.gemeente.description, .fout, error.wat)]
        }
    }
}

extension Schedule {
    /// How this schedule stands, by what is stored of it.
    fileprivate func check(_ state: ScheduleState?, _ over: String, _ nu: Tijdstip, _ patience: Int64)
        -> HealthReport.Check
    {
        guard let state else { return .init("schema", over: over, .ok, "Nog niet begonnen.") }
        if state.gepauzeerd { return .init("schema", over: over, .waarschuwing, "Gepauzeerd.") }
        let late = cron.laatste(totEnMet: nu.plus(milliseconden: -patience)).map { state.laatste < $0 } ?? false
        let words = state.tick.map { "Laatste tik \($0)." } ?? "Nog geen tik."
        guard late else { return .init("schema", over: over, .ok, words) }
        return .init("schema", over: over, .waarschuwing, "\(words) Er is er een gemist.")
    }
}
