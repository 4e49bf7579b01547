// SPDX-License-Identifier: EUPL-1.2

/// What a load run measured.
public struct Duwuitslag: Sendable, Codable {
    /// Notifications sent.
    public let verzonden: Int
    /// How many got which HTTP status; `geen-verbinding` and `verbroken` count those without an answer.
    public let perStatus: [String: Int]
    /// Seconds from the first to the last.
    public let seconden: Double
    /// `verzonden` by `seconden`.
    public let perSeconde: Double
    /// Half of the answers came within this many milliseconds.
    public let p50ms: Double
    /// 99 in 100 answers came within this many milliseconds.
    public let p99ms: Double

    init(perStatus: [String: Int], wachttijden: [UInt32], duur: Duration) {
        let gesorteerd = wachttijden.sorted()
        func percentiel(_ deel: Double) -> Double {
            guard !gesorteerd.isEmpty else { return 0 }
            let plaats = min(gesorteerd.count - 1, Int((Double(gesorteerd.count) * deel).rounded(.up)) - 1)
            return Double(gesorteerd[max(0, plaats)]) / 1000
        }
        verzonden = perStatus.values.reduce(0, +)
        self.perStatus = perStatus
        seconden = Double(duur.microseconden) / 1_000_000
        perSeconde = seconden > 0 ? (Double(verzonden) / seconden * 10).rounded() / 10 : 0
        p50ms = percentiel(0.50)
        p99ms = percentiel(0.99)
    }
}

extension Duration {
    var microseconden: Int64 { components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000 }
}
