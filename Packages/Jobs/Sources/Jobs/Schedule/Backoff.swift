// SPDX-License-Identifier: EUPL-1.2

/// How long a job that failed waits: doubling from the first wait to the longest, spread a little so that jobs that
/// failed together do not come back together.
public struct Backoff: Hashable, Sendable {
    /// Wait after the first try, milliseconds.
    public let first: Int64
    /// Longest wait, milliseconds.
    public let longest: Int64
    /// Largest part by which a wait is spread either way, 0 … 1.
    public let spread: Double

    /// - Parameters: see the properties; 15 seconds to an hour, spread by a tenth.
    public init(first: Int64 = 15_000, longest: Int64 = 3_600_000, spread: Double = 0.1) {
        self.first = first
        self.longest = longest
        self.spread = spread
    }

    /// Milliseconds to wait after try number `attempt` (from 1).
    public func wait(after attempt: Int, using random: inout some RandomNumberGenerator) -> Int64 {
        let doubled = Double(first) * Double(sign: .plus, exponent: min(max(attempt, 1) - 1, 40), significand: 1)
        let capped = min(doubled, Double(longest))
        return Int64(capped * (1 + Double.random(in: -spread...spread, using: &random)))
    }
}
