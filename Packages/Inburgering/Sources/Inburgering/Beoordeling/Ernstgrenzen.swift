// SPDX-License-Identifier: EUPL-1.2

/// How near a last day must be for a signal to be more than `info`. These are a way of working, no law.
public struct Ernstgrenzen: Hashable, Sendable {
    /// From so many days before the last day a signal is `let-op`.
    public let letOp: Int
    /// From so many days before the last day it is `dringend`.
    public let dringend: Int

    /// - Parameters: days before the last day; `dringend` ≤ `letOp`.
    public init(letOp: Int = 92, dringend: Int = 14) {
        self.letOp = letOp
        self.dringend = min(dringend, letOp)
    }

    /// A quarter and a fortnight: every term of ten weeks or three months is on the list from its first day.
    public static let standaard = Ernstgrenzen()

    /// How urgent an act is with this last day.
    public func ernst(voor laatsteDag: Datum?, op peildatum: Datum) -> Signaal.Ernst {
        guard let laatsteDag else { return .letOp }
        let over = peildatum.dagen(tot: laatsteDag)
        if over < 0 { return .overschreden }
        if over <= dringend { return .dringend }
        return over <= letOp ? .letOp : .info
    }
}
