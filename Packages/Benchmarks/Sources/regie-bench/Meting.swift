// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// Figures of one measurement, printed as one JSON object a line.
enum Meting {
    static func druk(_ naam: String, _ cijfers: [(String, JSON)]) {
        print(JSON.object([JSON.Lid("meting", .tekst(naam))] + cijfers.map { JSON.Lid($0.0, $0.1) }))
    }

    /// Seconds that a piece of work takes.
    static func duur(_ werk: () async throws -> Void) async rethrows -> Double {
        let begin = ContinuousClock.now
        try await werk()
        let duur = ContinuousClock.now - begin
        return Double(duur.components.seconds) + Double(duur.components.attoseconds) / 1e18
    }

    /// A number with a few decimals.
    static func getal(_ waarde: Double, _ decimalen: Int = 3) -> JSON {
        .decimaal(String(format: "%.\(decimalen)f", waarde))
    }

    /// The most memory that this process ever had resident, in MiB (`VmHWM` of /proc).
    static var piekgeheugen: Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let regel = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = regel.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return kilobytes / 1024
    }
}
