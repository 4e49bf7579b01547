// SPDX-License-Identifier: EUPL-1.2

/// When to try again: exponential, capped, spread, and never before the moment the partner named.
public struct Backoff: Hashable, Sendable {
    /// Milliseconds to wait after the first failure.
    public var first: Int64
    /// Longest wait in milliseconds.
    public var cap: Int64
    /// Part of the wait that is spread, 0 … 1: with 0.2 a wait lies between 80 and 100 per cent of its full length.
    public var spread: Double

    /// - Parameters: see the properties.
    public init(first: Int64 = 5_000, cap: Int64 = 3_600_000, spread: Double = 0.2) {
        self.first = first
        self.cap = cap
        self.spread = spread
    }

    /// Milliseconds to wait.
    /// - Parameters:
    ///   - attempt: which try failed, from 1.
    ///   - retryAfter: milliseconds that the partner asked for; nil when it did not.
    ///   - random: 0 ..< 1, handed in so that the function stays pure.
    public func delay(afterAttempt attempt: Int, retryAfter: Int64? = nil, random: Double) -> Int64 {
        let doublings = Int64(min(max(attempt, 1) - 1, 40))
        let (grown, overflow) = first.multipliedReportingOverflow(by: 1 << doublings)
        let full = overflow ? cap : min(grown, cap)
        let jittered = Int64(Double(full) * (1 - min(max(spread, 0), 1) * min(max(random, 0), 1)))
        return max(jittered, retryAfter ?? 0)
    }
}
