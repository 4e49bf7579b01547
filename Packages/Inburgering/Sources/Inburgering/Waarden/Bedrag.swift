// SPDX-License-Identifier: EUPL-1.2

/// An amount of money in euro cents.
public struct Bedrag: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Cents; may be negative.
    public let centen: Int

    /// - Parameter centen: cents.
    public init(centen: Int) { self.centen = centen }

    /// - Parameter euro: whole euro.
    public init(euro: Int) { centen = euro * 100 }

    /// Reads `250`, `694.2` or `694.23`; nil for any other text, and for more than two decimals.
    public init?(_ tekst: String) {
        let delen = tekst.split(separator: ".", omittingEmptySubsequences: false)
        guard let euro = delen.first.flatMap({ Int($0) }), euro.magnitude < 1_000_000_000, delen.count <= 2 else {
            return nil
        }
        guard delen.count == 2 else {
            self.init(euro: euro)
            return
        }
        let cijfers = delen[1]
        guard (1...2).contains(cijfers.utf8.count), cijfers.utf8.allSatisfy({ (48...57).contains($0) }),
            var deel = Int(cijfers)
        else { return nil }
        if cijfers.utf8.count == 1 { deel *= 10 }
        self.init(centen: euro * 100 + (tekst.hasPrefix("-") ? -deel : deel))
    }

    /// Whole euro without decimals, else with two: `250`, `694.23`.
    public var description: String {
        let (heel, rest) = abs(centen).quotientAndRemainder(dividingBy: 100)
        let teken = centen < 0 ? "-" : ""
        return rest == 0 ? "\(teken)\(heel)" : "\(teken)\(heel).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// Smaller amount first.
    public static func < (links: Bedrag, rechts: Bedrag) -> Bool { links.centen < rechts.centen }
}
