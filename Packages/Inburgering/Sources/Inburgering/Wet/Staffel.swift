// SPDX-License-Identifier: EUPL-1.2

/// A table of the law in one value: from a number on, another value. `0:P2Y 401:P18M` is two years up to and including
/// 400 and eighteen months from 401.
public struct Staffel: Sendable {
    /// From this number on, this text.
    private let treden: [(vanaf: Int, waarde: String)]

    /// Nil unless it is a row of `number:value`, numbers rising.
    public init?(_ tekst: String) {
        var treden: [(vanaf: Int, waarde: String)] = []
        for woord in tekst.split(separator: " ") {
            let delen = woord.split(separator: ":")
            guard delen.count == 2, let vanaf = Int(delen[0]), treden.last.map({ $0.vanaf < vanaf }) ?? true else {
                return nil
            }
            treden.append((vanaf, String(delen[1])))
        }
        guard !treden.isEmpty else { return nil }
        self.treden = treden
    }

    /// The value for a number; nil below the first step.
    public func waarde(bij getal: Int) -> String? { treden.last { $0.vanaf <= getal }?.waarde }

    /// Whether every value is a length of time.
    var isDuur: Bool { treden.allSatisfy { Duur($0.waarde) != nil } }
}

/// Amounts by length of time: `P6M:400 P1Y:800`.
public struct Bedragstaffel: Sendable {
    private let treden: [(tot: Duur, bedrag: Bedrag)]

    /// Nil unless it is a row of `length:amount`.
    public init?(_ tekst: String) {
        var treden: [(tot: Duur, bedrag: Bedrag)] = []
        for woord in tekst.split(separator: " ") {
            let delen = woord.split(separator: ":")
            guard delen.count == 2, let duur = Duur(String(delen[0])), let bedrag = Bedrag(String(delen[1])) else {
                return nil
            }
            treden.append((duur, bedrag))
        }
        guard !treden.isEmpty else { return nil }
        self.treden = treden
    }

    /// The amount of the shortest length that holds a term, counted from its first day; that of the longest when none does.
    public func bedrag(van begin: Datum, tot einde: Datum) -> Bedrag? {
        (treden.first { einde <= begin + $0.tot } ?? treden.last)?.bedrag
    }
}
