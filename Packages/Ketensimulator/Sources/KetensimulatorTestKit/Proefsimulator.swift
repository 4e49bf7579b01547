// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import KetensimulatorKit
import Logging
import ServiceLifecycle

/// Runs a real simulator on a port of its own for the length of a test.
public enum Proefsimulator {
    /// It stopped before it listened.
    public struct NietGestart: Error {}

    /// Starts a simulator with this world (one JSON value a line), runs `proef`, and stops it cleanly.
    public static func met<Uitslag: Sendable>(
        wereld: [JSONWaarde],
        vandaag: Dag,
        naarURL: String? = nil,
        duwBijStart: Bool = false,
        bron: String,
        _ proef: @Sendable (Proefclient) async throws -> Uitslag
    ) async throws -> Uitslag {
        let map = FileManager.default.temporaryDirectory.appending(path: "keten-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        let bestand = map.appending(path: "wereld.jsonl")
        try Data(wereld.flatMap { $0.bytes() + [UInt8(ascii: "\n")] }).write(to: bestand)
        var instellingen = Simulatorinstellingen()
        instellingen.poort = 0
        instellingen.wereld = bestand.path()
        instellingen.kalender = .vast(vandaag)
        instellingen.naarURL = naarURL
        instellingen.duwBijStart = duwBijStart
        return try await met(instellingen) { try await proef(Proefclient(poort: $0, bron: bron)) }
    }

    /// Starts a simulator with these settings, runs `proef` with its port, and stops it cleanly.
    public static func met<Uitslag: Sendable>(
        _ instellingen: Simulatorinstellingen,
        _ proef: @Sendable (Int) async throws -> Uitslag
    ) async throws -> Uitslag {
        let (poorten, meld) = AsyncStream<Int>.makeStream()
        let logger = Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }
        let simulator = Ketensimulator(instellingen, logger: logger) { meld.yield($0) }
        let dienst = ServiceGroup(services: [simulator], logger: logger)
        return try await withThrowingTaskGroup(of: Void.self) { groep in
            groep.addTask {
                defer { meld.finish() }
                try await dienst.run()
            }
            guard let poort = await poorten.first(where: { _ in true }) else {
                try await groep.waitForAll()
                throw NietGestart()
            }
            do {
                let uitslag = try await proef(poort)
                await dienst.triggerGracefulShutdown()
                try await groep.waitForAll()
                return uitslag
            } catch {
                // Not by cancelling: NIO ends the process when an accepted connection is dropped.
                await dienst.triggerGracefulShutdown()
                throw error
            }
        }
    }
}
