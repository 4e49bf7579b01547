// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// How hard and how long: short in `make test`, long in `make soak`, which sets the environment.
enum Instelling {
    private static let omgeving = ProcessInfo.processInfo.environment

    private static func getal(_ naam: String, _ standaard: Int) -> Int {
        omgeving[naam].flatMap { Int($0) } ?? standaard
    }

    /// Notifications that DUO offers per second.
    static let tempo = getal("REGIE_CHAOS_TEMPO", 6)
    /// How often a fault that can come again does.
    static let ronden = getal("REGIE_CHAOS_RONDEN", 3)
    /// How many seconds a paused daemon stays so at least; it is never woken before its work was taken over.
    static let pauze = getal("REGIE_CHAOS_PAUZE", 0)
    /// Whether the flow is measured before and after: it must be back to 95 % within thirty seconds. Not in `make test`,
    /// where ten of these share two cores.
    static let meet = omgeving["REGIE_CHAOS_METEN"] != nil
    /// Nothing that is waited for takes longer, on the slowest machine.
    static let geduld = 180
}
