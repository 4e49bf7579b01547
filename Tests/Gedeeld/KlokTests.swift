// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Jobs
import Logging
import RegieTestKit
import Testing

/// Engines whose clocks are wrong, on a real PostgreSQL: leases, schedules and waiting go by the server's clock.
@Suite(
    .enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"),
    .serialized,
    .timeLimit(.minutes(3))
)
struct KlokTests {
    /// The machine's clock, wrong by so much.
    private struct Scheef: Klok {
        let verschil: Int64
        var nu: Tijdstip { Systeemklok().nu.plus(milliseconden: verschil) }
    }

    private struct Werk: JobHandler {
        let soort: String
        let werk: @Sendable () async throws -> Void
        func run(_ job: Job, in store: any GemeenteStore) async throws { try await werk() }
    }

    private struct Pech: Error {}

    /// Runs an engine for as long as `proef` lasts, and lets it stop in good order.
    private func met(
        _ opslag: Gedeeldeopslag,
        klok: Scheef,
        naam: String,
        _ handlers: [any JobHandler],
        schemas: [Schedule] = [],
        _ proef: () async throws -> Void
    ) async throws {
        let engine = JobEngine(
            stores: [opslag.store],
            handlers: handlers,
            schedules: schemas,
            settings: .init(
                workers: 2,
                heartbeat: .milliseconds(100),
                poll: .milliseconds(50),
                look: .milliseconds(50),
                tick: .milliseconds(10)
            ),
            klok: klok,
            logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() },
            newProcess: { "\(naam)-\(UUID().uuidString)" }
        )
        let taak = Task { try await engine.run() }
        do {
            try await proef()
        } catch {
            taak.cancel()
            _ = await taak.result
            throw error
        }
        taak.cancel()
        try await taak.value
    }

    /// Waits until the engine of this name has given so many signs of life.
    private func leeft(_ opslag: Gedeeldeopslag, _ naam: String, keren: Int = 3) async throws {
        var vorige = ""
        for _ in 0..<keren {
            try await Wachten.tot("\(naam) geeft een teken van leven") {
                let nu = try await opslag.sql("SELECT max(gezien) FROM regie.proces WHERE naam LIKE '\(naam)-%'")
                defer { vorige = nu }
                return !nu.isEmpty && nu != vorige
            }
        }
    }

    @Test(arguments: [-3_600_000, 3_600_000] as [Int64])
    func `een daemon met een uur verschil neemt niets over van wie leeft en leeft zelf ook`(verschil: Int64)
        async throws
    {
        try await Gedeeldeopslag.met { opslag in
            let (begonnen, begin) = AsyncStream<Void>.makeStream()
            let (klaar, maakKlaar) = AsyncStream<Void>.makeStream()
            let lang = Werk(soort: "lang") {
                begin.yield()
                for await _ in klaar { return }
            }
            let id = try #require(
                try await opslag.store.enqueue([NewJob("lang", vanaf: Systeemklok().nu)]).first ?? nil
            )
            try await met(opslag, klok: Scheef(verschil: 0), naam: "goed", [lang]) {
                for await _ in begonnen { break }
                try await met(opslag, klok: Scheef(verschil: verschil), naam: "scheef", [lang]) {
                    try await leeft(opslag, "scheef")
                    try await leeft(opslag, "goed")
                }
                let job = try #require(try await opslag.store.findJob(id))
                #expect(job.status == .bezig)
                #expect(job.lease == 1)
                maakKlaar.finish()
                try await Wachten.tot("de lange taak is af") { try await opslag.store.findJob(id)?.status == .gedaan }
            }
        }
    }

    @Test(arguments: [-7_200_000, 7_200_000] as [Int64])
    func `een schema tikt op de klok van de server en een mislukte taak wacht daarop`(verschil: Int64) async throws {
        try await Gedeeldeopslag.met { opslag in
            let nu = try #require(try await opslag.store.servertijd())
            // Every hour, and the last hour is done.
            let schema = Schedule(naam: "uur", cron: try Cron("0 * * * *"))
            let laatste = try #require(schema.cron.laatste(totEnMet: nu))
            _ = try await opslag.store.tick("uur", op: laatste, job: NewJob("anders", vanaf: nu))
            let id = try #require(
                try await opslag.store.enqueue([NewJob("pech", vanaf: nu.plus(milliseconden: -1_000))]).first ?? nil
            )
            let handlers = [Werk(soort: "uur") {}, Werk(soort: "pech") { throw Pech() }]
            try await met(opslag, klok: Scheef(verschil: verschil), naam: "scheef", handlers, schemas: [schema]) {
                try await leeft(opslag, "scheef", keren: 5)
                try await Wachten.tot("de taak mislukte") { try await opslag.store.findJob(id)?.fout != nil }
            }
            let na = try #require(try await opslag.store.servertijd())
            if schema.cron.laatste(totEnMet: na) == laatste {
                let stand = ScheduleState(laatste: laatste, isTik: true, gepauzeerd: false)
                #expect(try await opslag.store.findSchedule("uur") == stand)
                #expect(try await opslag.getal("SELECT count(*) FROM regie.job WHERE soort = 'uur'") == 0)
            }
            let mislukt = try #require(try await opslag.store.findJob(id))
            #expect(mislukt.status == .klaar)
            // The first wait is 15 seconds, give or take a tenth.
            #expect(mislukt.vanaf > nu && mislukt.vanaf < na.plus(milliseconden: 20_000))
        }
    }
}
