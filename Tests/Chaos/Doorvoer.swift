// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit

/// How much passes through: acknowledged by the daemons, and dealt with by their jobs; both a second.
struct Doorvoer: Sendable {
    private struct Meting {
        let op: ContinuousClock.Instant
        let bevestigd: Int
        let verwerkt: Int
    }

    /// Over how long a flow is measured.
    private static let venster = 5.0
    /// Issue 4: back to this part of what it was, within this many seconds.
    private static let (deel, grens) = (0.95, 30.0)

    let bevestigd: Double
    let verwerkt: Double

    /// The flow of an undisturbed moment.
    static func meet(_ last: Last, _ stad: Stad) async throws -> Doorvoer {
        let begin = try await neem(last, stad)
        // A rate is taken over time: there is no event to wait for. Only in `make soak`.
        try await Task.sleep(for: .seconds(10))
        return between(begin, try await neem(last, stad))
    }

    /// Waits until both are back, and says how long that took from now.
    func terug(_ naam: String, _ last: Last, _ stad: Stad) async throws {
        let begin = ContinuousClock.now
        var metingen = [try await Self.neem(last, stad)]
        var (a, b): (Double?, Double?)
        var hoogste = (0.0, 0.0)
        while a == nil || b == nil {
            // One point of the curve after the other.
            try await Task.sleep(for: .milliseconds(250))
            let nu = try await Self.neem(last, stad)
            metingen.append(nu)
            let sinds = begin.duration(to: nu.op) / .seconds(1)
            if let eerder = metingen.last(where: { $0.op.duration(to: nu.op) >= .seconds(Self.venster) }) {
                let stroom = Self.between(eerder, nu)
                hoogste = (max(hoogste.0, stroom.bevestigd), max(hoogste.1, stroom.verwerkt))
                if a == nil, stroom.bevestigd >= Self.deel * bevestigd { a = sinds }
                if b == nil, stroom.verwerkt >= Self.deel * verwerkt { b = sinds }
            }
            if sinds > Self.grens { break }
        }
        func woorden(_ wat: String, _ voor: Double, _ terug: Double?, _ hoogste: Double) -> String {
            let duur = terug.map { String(format: "terug na %.1f s", $0) } ?? "NIET TERUG binnen 30 s"
            return String(format: "%@ %.1f/s voor, %.1f/s na, ", wat, voor, hoogste) + duur
        }
        let regel =
            "\(naam): \(woorden("bevestigd", bevestigd, a, hoogste.0)); \(woorden("verwerkt", verwerkt, b, hoogste.1))"
        print("chaos: \(regel)")
        if a == nil || b == nil { throw TeLaat(description: "de doorvoer is niet terug. \(regel). \(stad.logs)") }
    }

    private static func neem(_ last: Last, _ stad: Stad) async throws -> Meting {
        let verwerkt = try await Int(stad.sql("SELECT count(*) FROM regie.inbox WHERE status = 2")) ?? 0
        return Meting(op: .now, bevestigd: last.bevestigd.count, verwerkt: verwerkt)
    }

    private static func between(_ a: Meting, _ b: Meting) -> Doorvoer {
        let duur = a.op.duration(to: b.op) / .seconds(1)
        return Doorvoer(
            bevestigd: Double(b.bevestigd - a.bevestigd) / duur,
            verwerkt: Double(b.verwerkt - a.verwerkt) / duur
        )
    }
}
