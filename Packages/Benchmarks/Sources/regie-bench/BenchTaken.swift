// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import Jobs
import Logging
import RegieRuntime
import ServiceLifecycle
import Synchronization

/// The job engine: how many jobs that do nothing it runs in a second, and how soon a new one is picked up.
struct BenchTaken: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taken",
        abstract: "De takenmotor: taken per seconde, en hoe snel een nieuwe taak wordt opgepakt."
    )

    @Option(help: "regie.yaml van de installatie.")
    var config: String

    @Option(help: "Hoeveel taken.")
    var aantal: Int = 50_000

    @Option(help: "Hoeveel plaatsen.")
    var workers: Int = 4

    @Option(help: "Hoeveel taken er voor de meting al gedaan zijn.")
    var geschiedenis: Int = 0

    @Option(help: "Hoeveel taken een voor een, om te meten hoe snel elk wordt opgepakt.")
    var los: Int = 200

    func run() async throws {
        let installatie = try await Installatie.open(try RegieConfig.load(path: config))
        let toegang = Toegang(actor: "regie-bench", rol: .systeem, doel: "meting", oorsprong: "regie-bench")
        guard let code = installatie.config.gemeentecodes.first else { return }
        let store = try await installatie.store(code, als: toegang)
        if geschiedenis > 0 { _ = try await rondes(geschiedenis, store, installatie.klok) }
        let (invoer, uitvoer) = try await rondes(aantal, store, installatie.klok)
        let wachten = try await oppakken(store, installatie)
        Meting.druk(
            "taken",
            [
                ("opslag", .tekst(try await installatie.inspect(code).kind)), ("taken", .getal(aantal)),
                ("workers", .getal(workers)), ("alGedaan", .getal(geschiedenis)),
                ("invoerPerSeconde", Meting.getal(Double(aantal) / invoer, 0)),
                ("takenPerSeconde", Meting.getal(Double(aantal) / uitvoer, 0)),
                ("oppakkenMediaanMs", Meting.getal(wachten[wachten.count / 2], 1)),
                ("oppakkenP95Ms", Meting.getal(wachten[wachten.count * 95 / 100], 1)),
            ]
        )
        await installatie.sluit()
    }

    /// Puts jobs in and runs them; seconds of each.
    private func rondes(_ aantal: Int, _ store: any GemeenteStore, _ klok: any Klok) async throws -> (Double, Double) {
        let invoer = try await Meting.duur {
            for begin in stride(from: 0, to: aantal, by: 5_000) {
                let stuk = min(5_000, aantal - begin)
                _ = try await store.enqueue((0..<stuk).map { _ in NewJob("meting", vanaf: klok.nu) })
            }
        }
        let klaar = AsyncStream<Void>.makeStream()
        let teller = Mutex(0)
        let taak = Taak(soort: "meting") {
            if teller.withLock({
                $0 += 1; return $0
            }) == aantal {
                klaar.continuation.yield()
            }
        }
        let motor = JobEngine(
            stores: [store],
            handlers: [taak],
            schedules: [],
            settings: .init(workers: workers),
            klok: klok,
            logger: stil
        )
        let dienst = ServiceGroup(services: [motor], logger: stil)
        let uitvoer = await Meting.duur {
            let loop = Task { try await dienst.run() }
            for await _ in klaar.stream { break }
            // Recording what was done is part of the work; whoever is cut off does it again.
            await dienst.triggerGracefulShutdown()
            _ = await loop.result
        }
        return (invoer, uitvoer)
    }

    /// Milliseconds from putting a job in to its start, sorted.
    private func oppakken(_ store: any GemeenteStore, _ installatie: Installatie) async throws -> [Double] {
        let begonnen = AsyncStream<ContinuousClock.Instant>.makeStream()
        let taak = Taak(soort: "meting-los") { begonnen.continuation.yield(.now) }
        let motor = JobEngine(
            stores: [store],
            handlers: [taak],
            schedules: [],
            settings: .init(workers: workers),
            klok: installatie.klok,
            logger: stil
        )
        let oor = try await installatie.luister { motor.look() }
        let dienst = ServiceGroup(services: [motor], logger: stil)
        let loop = Task { try await dienst.run() }
        var wachten: [Double] = []
        var start = begonnen.stream.makeAsyncIterator()
        for _ in 0..<max(1, los) {
            let begin = ContinuousClock.now
            _ = try await store.enqueue([NewJob(taak.soort, vanaf: installatie.klok.nu)])
            if oor == nil { motor.look() }
            guard let moment = await start.next() else { break }
            let duur = moment - begin
            wachten.append(
                Double(duur.components.seconds) * 1e3 + Double(duur.components.attoseconds) / 1e15
            )
        }
        await dienst.triggerGracefulShutdown()
        _ = await loop.result
        withExtendedLifetime(oor) {}
        return wachten.sorted()
    }

    private var stil: Logger { Logger(label: "meting") { _ in SwiftLogNoOpLogHandler() } }

    private struct Taak: JobHandler {
        let soort: String
        let gedaan: @Sendable () -> Void
        func run(_ job: Job, in store: any GemeenteStore) async throws { gedaan() }
    }
}
