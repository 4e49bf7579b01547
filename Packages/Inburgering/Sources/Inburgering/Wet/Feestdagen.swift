// SPDX-License-Identifier: EUPL-1.2

/// The days on which a term does not end (Algemene termijnenwet art. 1 and 3): weekends, and a list of holidays.
///
/// Written as words with spaces between them: `12-25` (month and day), `04-27/zondag-1` (the same, but so many days
/// earlier when it falls on a Sunday: Koningsdag), `pasen+39` (days after Easter Sunday, or before it), and
/// `2025-05-30` (one day that a decree under art. 3 lid 3 put on a level with a holiday).
public struct Feestdagen: Hashable, Sendable {
    private struct Vast: Hashable {
        let maand: Int
        let dag: Int
        /// Days earlier when it falls on a Sunday.
        let eerder: Int
    }

    private var vast: [Vast] = []
    private var rondPasen: [Int] = []
    private var los: [Datum] = []

    /// Nil when a word has none of the four forms.
    public init?(_ tekst: String) {
        for woord in tekst.split(separator: " ") {
            if woord.hasPrefix("pasen") {
                guard let afstand = Int(woord.dropFirst(5)), abs(afstand) < 100 else { return nil }
                rondPasen.append(afstand)
            } else if let datum = Datum(String(woord)) {
                los.append(datum)
            } else if let dag = Self.vasteDag(woord) {
                vast.append(dag)
            } else {
                return nil
            }
        }
    }

    private static func vasteDag(_ woord: Substring) -> Vast? {
        let delen = woord.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        // 2024 is a leap year: 02-29 would be a day.
        guard let dag = delen.first.flatMap({ Datum("2024-\($0)") })?.delen else { return nil }
        guard delen.count == 2 else { return Vast(maand: dag.maand, dag: dag.dag, eerder: 0) }
        guard delen[1].hasPrefix("zondag-"), let eerder = Int(delen[1].dropFirst(7)), (1..<7).contains(eerder) else {
            return nil
        }
        return Vast(maand: dag.maand, dag: dag.dag, eerder: eerder)
    }

    /// Whether a day is a holiday.
    public func bevat(_ datum: Datum) -> Bool {
        let jaar = datum.jaar
        for dag in vast {
            guard let valt = Datum(jaar, dag.maand, dag.dag) else { continue }
            if (valt.weekdag == 7 ? valt.plus(dagen: -dag.eerder) : valt) == datum { return true }
        }
        return los.contains(datum) || !rondPasen.isEmpty && rondPasen.contains(Self.pasen(jaar).dagen(tot: datum))
    }

    /// The day itself, or the first after it that is no Saturday, Sunday or holiday (Algemene termijnenwet art. 1).
    public func werkdag(vanaf datum: Datum) -> Datum {
        var dag = datum
        while dag.weekdag >= 6 || bevat(dag) { dag = dag.volgende }
        return dag
    }

    /// Easter Sunday of a year (the Gregorian computus of Meeus, Jones and Butcher).
    static func pasen(_ jaar: Int) -> Datum {
        let a = jaar % 19
        let (b, c) = jaar.quotientAndRemainder(dividingBy: 100)
        let (d, e) = b.quotientAndRemainder(dividingBy: 4)
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - d - g + 15) % 30
        let (i, k) = c.quotientAndRemainder(dividingBy: 4)
        let l = (32 + 2 * e + 2 * i - h - k) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let som = h + l - 7 * m + 114
        return Datum(jaar, som / 31, som % 31 + 1) ?? Datum(dagnummer: 0)
    }
}
