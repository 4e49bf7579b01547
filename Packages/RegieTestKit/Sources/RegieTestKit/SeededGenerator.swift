// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Random numbers that come again with the same seed (SplitMix64, public domain). It prints its seed, so that a test
/// that failed once can be run the same way: `REGIE_SEED=… swift test`.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    /// What it began with.
    public let seed: UInt64
    private var state: UInt64

    /// - Parameters:
    ///   - name: what is tested, printed with the seed.
    ///   - seed: to begin with; nil takes `REGIE_SEED`, and a new one without that.
    public init(_ name: String, seed: UInt64? = nil) {
        let given = ProcessInfo.processInfo.environment["REGIE_SEED"].flatMap { UInt64($0) }
        var system = SystemRandomNumberGenerator()
        self.init(seed: seed ?? given ?? system.next())
        print("\(name): REGIE_SEED=\(self.seed)")
    }

    /// Without printing, for data that a test does not depend on.
    public init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
