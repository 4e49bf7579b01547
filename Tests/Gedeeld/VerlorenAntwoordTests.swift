// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Jobs
import Logging
import RegieTestKit
import StoragePostgreSQL
import Synchronization
import Testing

/// A connection that is lost between COMMIT and its answer, on a real PostgreSQL: the job engine tries again on another
/// connection, and finds what it did itself.
@Suite(
    .enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"),
    .serialized,
    .timeLimit(.minutes(3))
)
struct VerlorenAntwoordTests {
    /// How a job ends, and by which words its outcome is recorded.
    enum Uitkomst: String, CaseIterable, CustomTestStringConvertible {
        case gedaan, mislukt, uitgesteld

        var testDescription: String { rawValue }
        var zin: String {
            switch self {
            case .gedaan: "SET status = 2, klaar_op"
            case .mislukt: "status = CASE WHEN"
            case .uitgesteld: "SET status = 0, vanaf"
            }
        }
        var status: Job.Status { self == .gedaan ? .gedaan : .klaar }
    }

    private struct Werk: JobHandler {
        let soort = "werk"
        let werk: @Sendable () async throws -> Void
        func run(_ job: Job, in store: any GemeenteStore) async throws { try await werk() }
    }

    /// What the engine said.
    private final class Gezegd: LogHandler, Sendable {
        private let regels = Mutex<[String]>([])
        var alles: [String] { regels.withLock { $0 } }
        subscript(metadataKey _: String) -> Logger.Metadata.Value? {
            get { nil }
            set { _ = newValue }
        }
        var metadata: Logger.Metadata {
            get { [:] }
            set { _ = newValue }
        }
        var logLevel: Logger.Level {
            get { .trace }
            set { _ = newValue }
        }

        func log(event: LogEvent) { regels.withLock { $0.append("\(event.message)") } }
    }

    @Test(arguments: Uitkomst.allCases)
    func `wie het antwoord op zijn eigen uitkomst niet hoorde, houdt zich niet voor te laat`(uitkomst: Uitkomst)
        async throws
    {
        let server = try await PostgresServer.start(tcp: true)
        let luik = try Doorgeefluik(naar: server.port)
        defer { luik.sluit() }
        try await Gedeeldeopslag.met(server) { opslag in
            let nu = try #require(try await opslag.store.servertijd())
            let taak = NewJob("werk", vanaf: nu.plus(milliseconden: -1_000))
            let id = try #require(try await opslag.store.enqueue([taak]).first ?? nil)
            let ander = try opslag.engine(via: luik.poort)
            let gezegd = Gezegd()
            let engine = JobEngine(
                stores: [try await ander.open(opslag.gemeente, als: TestData.toegang)],
                handlers: [
                    Werk {
                        luik.verzwijgBevestiging(na: uitkomst.zin)
                        switch uitkomst {
                        case .gedaan: break
                        case .mislukt: throw RegieFout(.partnerFaalt, "DUO is weg.")
                        case .uitgesteld: throw RegieFout(.opslagBezet, "De schijf is vol.")
                        }
                    }
                ],
                schedules: [],
                settings: .init(workers: 1, poll: .milliseconds(50), tick: .milliseconds(10)),
                logger: Logger(label: "proef") { _ in gezegd }
            )
            // Ends when the outcome is recorded.
            let ronde = try await engine.runOnce()
            #expect(ronde.done + ronde.failed == 1 && !ronde.interrupted)
            await ander.close()
            #expect(luik.aantalVerzwegen == 1)
            #expect(gezegd.alles.count { $0 == "de opslag faalt" } == 1, "het antwoord ging één keer verloren")
            #expect(!gezegd.alles.contains { $0.contains("te laat") || $0.contains("verder") }, "\(gezegd.alles)")
            let job = try #require(try await opslag.store.findJob(id))
            #expect(job.status == uitkomst.status && job.lease == 1)
        }
        await server.stop()
    }
}
