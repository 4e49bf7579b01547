// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Logging
import RegieTestKit
import ServiceLifecycle
import Testing

@testable import Jobs

/// Runs an engine for as long as the body takes, and stops it in good order.
private func metMotor<T>(_ motor: JobEngine, _ doe: () async throws -> T) async throws -> T {
    let groep = ServiceGroup(services: [motor], logger: stil)
    let taak = Task { try await groep.run() }
    do {
        let uit = try await doe()
        await groep.triggerGracefulShutdown()
        try await taak.value
        return uit
    } catch {
        await groep.triggerGracefulShutdown()
        try await taak.value
        throw error
    }
}

private func nu() -> Tijdstip { Systeemklok().nu }

@Suite(.timeLimit(.minutes(2)))
struct JobEngineTests {
    @Test func `taken van twee gemeenten worden elk eenmaal gedaan`() async throws {
        let opslag = try await Opslagproef(["0363", "0599"])
        let stores = [try await opslag.store(0), try await opslag.store(1)]
        let gedaan = Verslag<String>()
        for store in stores { _ = try await store.enqueue((0..<50).map { _ in NewJob("werk", vanaf: nu()) }) }
        let motor = JobEngine(
            stores: stores,
            handlers: [Proefwerk("werk") { job, store in gedaan.noteer("\(store.gemeente):\(job.id)") }],
            schedules: [],
            settings: vlug(),
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("alles gedaan", binnen: 60) {
                let eerste = try await stores[0].listJobs(status: .gedaan, limiet: 100).count
                let tweede = try await stores[1].listJobs(status: .gedaan, limiet: 100).count
                return eerste == 50 && tweede == 50
            }
        }
        #expect(gedaan.alles.count == 100)
        #expect(Set(gedaan.alles).count == 100)
    }

    @Test func `de taak van een weggevallen proces wordt overgenomen, en de late uitkomst ervan geweigerd`()
        async throws
    {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        _ = try await store.enqueue([NewJob("werk", vanaf: nu()), NewJob("vreemd", vanaf: nu())])
        // A process that claims, and is then killed: no release, no further sign of life.
        try await store.heartbeat("dood", op: nu())
        let gepakt = try await store.claim(soorten: ["werk", "vreemd"], aantal: 5, door: "dood", op: nu())
        #expect(gepakt.count == 2)
        let gezien = Verslag<Job>()
        let motor = JobEngine(
            stores: [store],
            handlers: [Proefwerk("werk") { job, _ in gezien.noteer(job) }],
            schedules: [],
            settings: vlug(silence: .seconds(3)),
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("overgenomen", binnen: 60) { gezien.alles.count == 1 }
        }
        let eerste = try #require(gepakt.first { $0.soort == "werk" })
        #expect(gezien.alles.first?.lease == eerste.lease + 1)
        #expect(try await store.complete(eerste.id, lease: eerste.lease, op: nu()) == false)
        #expect(try await store.findJob(eerste.id)?.status == .gedaan)
        // A kind that this build does not know is left to one that does.
        let vreemd = try #require(gepakt.first { $0.soort == "vreemd" })
        #expect(try await store.findJob(vreemd.id)?.status == .bezig)
    }

    @Test func `na een herstart op SQLite begint het werk van het vorige proces meteen opnieuw`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        _ = try await store.enqueue([NewJob("werk", vanaf: nu())])
        // Killed a moment ago, by a clock that was an hour ahead.
        try await store.heartbeat("dood", op: nu().plus(milliseconden: 3_600_000))
        _ = try await store.claim(soorten: ["werk"], aantal: 1, door: "dood", op: nu())
        let gezien = Verslag<Int64>()
        var instellingen = vlug(exclusive: true)
        instellingen.silence = .seconds(3600)
        let motor = JobEngine(
            stores: [store],
            handlers: [Proefwerk("werk") { job, _ in gezien.noteer(job.id) }],
            schedules: [],
            settings: instellingen,
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("opnieuw begonnen", binnen: 60) { gezien.alles.count == 1 }
        }
    }

    @Test func `een taak die blijft mislukken wordt een dode brief met de fout erbij`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let id = try #require(try await store.enqueue([NewJob("werk", vanaf: nu(), hoogstens: 3)]).first ?? nil)
        let pogingen = Verslag<Int>()
        let motor = JobEngine(
            stores: [store],
            handlers: [
                Proefwerk("werk") { job, _ in
                    pogingen.noteer(job.pogingen)
                    throw RegieFout(.partnerFaalt, "DUO antwoordt niet.")
                }
            ],
            schedules: [],
            settings: vlug(),
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("opgegeven", binnen: 60) { try await store.findJob(id)?.status == .mislukt }
        }
        #expect(pogingen.alles == [1, 2, 3])
        #expect(try await store.findJob(id)?.fout == "DUO antwoordt niet. [partner-faalt]")
    }

    @Test(arguments: [RegieFout.Code.opslagFaalt, .opslagBezet, .init(rawValue: "logboek-faalt")])
    func `een taak die op de opslag strandt komt gauw terug, zonder dat dat als poging telt`(_ code: RegieFout.Code)
        async throws
    {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let id = try #require(try await store.enqueue([NewJob("werk", vanaf: nu(), hoogstens: 2)])[0])
        let gezien = Verslag<Job>()
        var instelling = vlug()
        // As long as it takes nobody to wait for it: only the storage's own wait can bring the job back in time.
        instelling.backoff = Backoff(first: 3_600_000, longest: 3_600_000)
        instelling.storageBackoff = Backoff(first: 1, longest: 20)
        let motor = JobEngine(
            stores: [store],
            handlers: [
                Proefwerk("werk") { job, _ in
                    gezien.noteer(job)
                    if gezien.alles.count < 6 { throw RegieFout(code, "De schijf is vol.") }
                }
            ],
            schedules: [],
            settings: instelling,
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("gedaan", binnen: 60) { try await store.findJob(id)?.status == .gedaan }
        }
        #expect(gezien.alles.map(\.pogingen) == Array(repeating: 1, count: 6))
    }

    @Test func `een onbekende fout laat zijn tekst niet na`() async throws {
        struct Lek: Error, CustomStringConvertible { let description = "bsn 999990019" }
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let id = try #require(try await store.enqueue([NewJob("werk", vanaf: nu(), hoogstens: 1)]).first ?? nil)
        let motor = JobEngine(
            stores: [store],
            handlers: [Proefwerk("werk") { _, _ in throw Lek() }],
            schedules: [],
            settings: vlug(),
            logger: stil
        )
        _ = try await motor.runOnce()
        #expect(try await store.findJob(id)?.fout == "Onverwachte fout (Lek).")
    }

    @Test func `annuleren breekt een lopende taak af`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let id = try #require(try await store.enqueue([NewJob("werk", vanaf: nu())]).first ?? nil)
        let stappen = Verslag<String>()
        let motor = JobEngine(
            stores: [store],
            handlers: [
                Proefwerk("werk") { _, _ in
                    stappen.noteer("begonnen")
                    do { try await Task.sleep(for: .seconds(100)) } catch { stappen.noteer("afgebroken") }
                }
            ],
            schedules: [],
            settings: vlug(),
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("begonnen", binnen: 60) { stappen.alles == ["begonnen"] }
            #expect(try await store.cancel(id, op: nu()))
            try await Wachten.tot("afgebroken", binnen: 60) { stappen.alles.last == "afgebroken" }
        }
        #expect(try await store.findJob(id)?.status == .geannuleerd)
    }

    @Test func `een melding wordt meteen opgepakt, zonder op het schema te wachten`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let gezien = Verslag<ContinuousClock.Instant>()
        var instellingen = JobEngine.Settings()
        instellingen.poll = .seconds(60)
        let motor = JobEngine(
            stores: [store],
            handlers: [Proefwerk("inbox") { _, _ in gezien.noteer(.now) }],
            schedules: [Schedule(naam: "inbox", cron: try Cron("0 0 1 1 *"))],
            settings: instellingen,
            logger: stil
        )
        try await metMotor(motor) {
            for ronde in 1...5 {
                motor.wake(opslag.gemeenten[0], "inbox")
                // Far sooner than the poll of 60 s, on a machine that is busy with other tests.
                try await Wachten.tot("opgepakt", binnen: 40) { gezien.alles.count >= ronde }
            }
        }
    }

    @Test func `stoppen maakt af wat loopt en laat de rest klaar achter`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        _ = try await store.enqueue((0..<20).map { _ in NewJob("werk", vanaf: nu()) })
        let begonnen = Verslag<Int64>()
        let motor = JobEngine(
            stores: [store],
            handlers: [
                Proefwerk("werk") { job, store in
                    begonnen.noteer(job.id)
                    // At work when the stop comes, whenever that is, and done only after it.
                    try await gracefulShutdown()
                    guard let eerste = begonnen.alles.first, job.id != eerste else { return }
                    // One goes on while there is room beside it.
                    try await Wachten.tot("de ander is klaar", binnen: 60) {
                        try await store.findJob(eerste)?.status == .gedaan
                    }
                }
            ],
            schedules: [],
            settings: vlug(workers: 2),
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("bezig", binnen: 60) { begonnen.alles.count == 2 }
            #expect(try await store.listJobs(status: .gedaan, limiet: 100).isEmpty)
        }
        let gedaan = try await store.listJobs(status: .gedaan, limiet: 100)
        #expect(Set(gedaan.map(\.id)) == Set(begonnen.alles))
        // Room came free while it stopped, and nothing new was begun in it.
        #expect(gedaan.count == 2)
        #expect(try await store.listJobs(status: .bezig, limiet: 100).isEmpty)
        let klaar = try await store.listJobs(status: .klaar, limiet: 100)
        #expect(klaar.count == 20 - gedaan.count)
        #expect(klaar.allSatisfy { $0.pogingen == 0 })
    }

    @Test func `een taak die te lang doorgaat wordt bij het stoppen afgebroken zonder dat dat als poging telt`()
        async throws
    {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let id = try #require(try await store.enqueue([NewJob("werk", vanaf: nu(), hoogstens: 1)]).first ?? nil)
        let begonnen = Verslag<Int64>()
        let motor = JobEngine(
            stores: [store],
            handlers: [
                Proefwerk("werk") { job, _ in
                    begonnen.noteer(job.id)
                    try await Task.sleep(for: .seconds(100))
                }
            ],
            schedules: [],
            settings: vlug(grace: .milliseconds(200)),
            logger: stil
        )
        try await metMotor(motor) {
            try await Wachten.tot("bezig", binnen: 60) { !begonnen.alles.isEmpty }
        }
        let job = try #require(try await store.findJob(id))
        #expect(job.status == .klaar && job.pogingen == 0)
    }

    @Test func `vijftig keer starten en stoppen verliest niets en doet niets dubbel`() async throws {
        let opslag = try await Opslagproef()
        let store = try await opslag.store()
        let gedaan = Verslag<Int64>()
        for ronde in 0..<50 {
            _ = try await store.enqueue((0..<3).map { _ in NewJob("werk", vanaf: nu()) })
            let motor = JobEngine(
                stores: [store],
                handlers: [Proefwerk("werk") { job, _ in gedaan.noteer(job.id) }],
                schedules: [],
                settings: vlug(exclusive: true),
                logger: stil
            )
            // Every other time the stop comes at once, before anything can have begun.
            try await metMotor(motor) {
                if ronde.isMultiple(of: 2) { try await Wachten.tot("iets", binnen: 60) { gedaan.alles.count > ronde } }
            }
            #expect(try await store.listJobs(status: .bezig, limiet: 10).isEmpty)
        }
        let laatste = JobEngine(
            stores: [store],
            handlers: [Proefwerk("werk") { job, _ in gedaan.noteer(job.id) }],
            schedules: [],
            settings: vlug(),
            logger: stil
        )
        _ = try await laatste.runOnce()
        #expect(gedaan.alles.count == 150)
        #expect(Set(gedaan.alles).count == 150)
    }
}
