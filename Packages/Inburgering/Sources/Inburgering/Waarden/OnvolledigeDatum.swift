// SPDX-License-Identifier: EUPL-1.2

/// A date of birth of which the month or the day may be unknown, as the BRP writes it: `1990-00-00`.
public struct OnvolledigeDatum: Hashable, Sendable, CustomStringConvertible {
    /// 0 when unknown.
    public let jaar: Int
    /// 0 when unknown.
    public let maand: Int
    /// 0 when unknown.
    public let dag: Int

    /// Reads `YYYY-MM-DD` in which `0000`, `00` stand for unknown; an unknown year has no month, an unknown month no
    /// day. Nil for any other text and for a date that cannot exist.
    public init?(_ tekst: String) {
        let delen = tekst.split(separator: "-", omittingEmptySubsequences: false)
        guard delen.count == 3, delen[0].utf8.count == 4, delen[1].utf8.count == 2, delen[2].utf8.count == 2,
            delen.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let jaar = Int(delen[0]), let maand = Int(delen[1]), let dag = Int(delen[2]), maand <= 12, dag <= 31
        else { return nil }
        if jaar == 0, maand != 0 || dag != 0 { return nil }
        if maand == 0, dag != 0 { return nil }
        if jaar != 0, maand != 0, dag != 0, Datum(jaar, maand, dag) == nil { return nil }
        (self.jaar, self.maand, self.dag) = (jaar, maand, dag)
    }

    /// The date itself when it is complete.
    public var volledig: Datum? { Datum(jaar, maand, dag) }

    /// `YYYY-MM-DD`, zeros for what is unknown.
    public var description: String {
        func vul(_ waarde: Int, _ breedte: Int) -> String {
            let cijfers = String(waarde)
            return String(repeating: "0", count: breedte - cijfers.count) + cijfers
        }
        return "\(vul(jaar, 4))-\(vul(maand, 2))-\(vul(dag, 2))"
    }
}
