// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import ServiceLifecycle
import Testing

@testable import Jobs

@Suite(.timeLimit(.minutes(2)))
struct ScheduleTests {
    @Test func `een schema loopt als zijn uur komt, en eenmaal`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let klok = Proefklok(try #require(Tijdstip("2026-01-10T12:00:00Z")))
        let gezien = Verslag<String>()
        let motor = JobEngine(
            stores: [store],
            handlers: [Proefwerk("termijnbewaking") { job, _ in gezien.noteer(job.inhoud["tik"]?.tekst ?? "?") }],
            schedules: [Schedule(naam: "termijnbewaking", cron: try Cron("15 2 * * *"))],
            settings: vlug(exclusive: true),
            klok: klok,
            logger: stil
        )
        let groep = ServiceGroup(services: [motor], logger: stil)
        let taak = Task { try await groep.run() }
        try await Wachten.tot("bekend", binnen: 120) { try await store.findSchedule("termijnbewaking") != nil }
        for dag in ["2026-01-11", "2026-01-12"] {
            klok.zet(try #require(Tijdstip("\(dag)T01:15:00.500Z")))
            try await Wachten.tot("gelopen op \(dag)", binnen: 120) { gezien.alles.last == "\(dag)T01:15:00.000Z" }
            // A tick that falls while the former job still runs rightly gives no second one.
            try await Wachten.tot("af op \(dag)", binnen: 120) {
                try await store.listJobs(status: .bezig, limiet: 1).isEmpty
            }
        }
        // A clock that goes back brings nothing twice.
        klok.zet(try #require(Tijdstip("2026-01-12T01:00:00Z")))
        let voor = try await store.listJobs(status: nil, limiet: 100).count
        klok.zet(try #require(Tijdstip("2026-01-12T01:20:00Z")))
        motor.wake(opslag.gemeenten[0], "termijnbewaking")
        try await Wachten.tot("gewekt", binnen: 120) { gezien.alles.last == "?" }
        #expect(try await store.listJobs(status: nil, limiet: 100).count == voor + 1)
        await groep.triggerGracefulShutdown()
        try await taak.value
        #expect(gezien.alles == ["2026-01-11T01:15:00.000Z", "2026-01-12T01:15:00.000Z", "?"])
    }

    @Test func `een ronde doet alles wat aan de beurt is op volgorde van dringendheid, ook wat daaruit volgt`()
        async throws
    {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let volgorde = Verslag<String>()
        let klok = Systeemklok()
        let handlers = ["inbox", "termijnbewaking", "outbox", "auditketen"].map { soort in
            Proefwerk(soort) { _, store in
                volgorde.noteer(soort)
                if soort == "inbox" { _ = try await store.enqueue([NewJob("nazorg", prioriteit: 20, vanaf: klok.nu)]) }
                if soort == "outbox" { throw RegieFout(.partnerFaalt, "Onbereikbaar.") }
            }
        }
        let nazorg = Proefwerk("nazorg") { _, _ in volgorde.noteer("nazorg") }
        func motor() throws -> JobEngine {
            JobEngine(
                stores: [store],
                handlers: handlers + [nazorg],
                schedules: [
                    Schedule(naam: "auditketen", cron: try Cron("*/5 * * * *"), prioriteit: 90, altijdBijEenmaal: true),
                    Schedule(naam: "outbox", cron: try Cron("*/1 * * * *"), prioriteit: 50, altijdBijEenmaal: true),
                    Schedule(naam: "termijnbewaking", cron: try Cron("15 2 29 2 *"), prioriteit: 40),
                    Schedule(naam: "inbox", cron: try Cron("*/1 * * * *"), prioriteit: 10, altijdBijEenmaal: true),
                ],
                settings: vlug(exclusive: true),
                klok: klok,
                logger: stil
            )
        }
        let eerste = try await motor().runOnce()
        #expect(volgorde.alles.prefix(4) == ["inbox", "nazorg", "termijnbewaking", "outbox"])
        #expect(volgorde.alles.contains("auditketen"))
        #expect(eerste.failed >= 1)
        #expect(try await store.listJobs(status: .bezig, limiet: 10).isEmpty)
        // At once again: what lies waiting is looked at again, the yearly job is not due.
        let tot = volgorde.alles.count
        _ = try await motor().runOnce()
        let tweede = volgorde.alles.dropFirst(tot)
        #expect(tweede.contains("inbox") && tweede.contains("auditketen") && !tweede.contains("termijnbewaking"))
    }

    @Test func `een klok die jaren voorliep laat een opgeslagen schema niet stilstaan`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let schema = Schedule(naam: "auditketen", cron: try Cron("*/5 * * * *"))
        _ = try await store.tick(
            "auditketen",
            op: try #require(Tijdstip("2031-01-01T00:00:00Z")),
            job: NewJob("anders", vanaf: Systeemklok().nu)
        )
        let klok = Proefklok(try #require(Tijdstip("2026-01-10T12:00:00Z")))
        let motor = JobEngine(
            stores: [store],
            handlers: [Proefwerk("auditketen") { _, _ in }],
            schedules: [schema],
            settings: vlug(),
            klok: klok,
            logger: stil
        )
        #expect(try await motor.tick(schema, store, once: false).ticks.isEmpty)
        klok.verder(milliseconden: 300_000)
        #expect(try await motor.tick(schema, store, once: false).ticks.count == 1)
    }
}
