// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A condition that did not come true in time.
public struct TeLaat: Error, CustomStringConvertible {
    /// What was waited for.
    public let description: String
    /// - Parameter description: what was waited for.
    public init(description: String) { self.description = description }
}

/// Waits for something to become true, by looking again and again; never longer than a deadline.
public enum Wachten {
    /// Twenty milliseconds.
    public static func even() async { try? await Task.sleep(for: .milliseconds(20)) }

    /// Looks until the condition holds, with a pause after each look; throws `TeLaat` after the deadline.
    public static func tot(
        _ wat: String,
        binnen seconden: Int = 120,
        toelichting: () -> String = { "" },
        elke pauze: Duration = .milliseconds(20),
        _ voorwaarde: () async throws -> Bool
    ) async throws {
        let grens = ContinuousClock.now + .seconds(seconden)
        while true {
            if try await voorwaarde() { return }
            guard ContinuousClock.now < grens else {
                throw TeLaat(description: "Na \(seconden) s nog niet: \(wat). \(toelichting())")
            }
            try? await Task.sleep(for: pauze)
        }
    }
}
