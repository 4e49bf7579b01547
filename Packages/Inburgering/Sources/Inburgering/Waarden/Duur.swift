// SPDX-License-Identifier: EUPL-1.2

/// A length of time in calendar units, as the law states its terms (ISO 8601: `P3Y`, `P18M`, `P10W`, `P14D`).
///
/// Exactly one unit, 0 … 9999 of it.
public struct Duur: Hashable, Sendable {
    /// A calendar unit.
    public enum Eenheid: Character, Sendable {
        /// Calendar years, weeks …
        case jaren = "Y"
        /// Calendar months.
        case maanden = "M"
        /// Weeks of seven days.
        case weken = "W"
        /// Days.
        case dagen = "D"
    }

    /// How many of the unit.
    public let aantal: Int
    /// The unit.
    public let eenheid: Eenheid

    /// - Parameters:
    ///   - aantal: 0 … 9999.
    ///   - eenheid: the unit.
    public init(_ aantal: Int, _ eenheid: Eenheid) {
        self.aantal = aantal
        self.eenheid = eenheid
    }

    /// Reads `P<number><unit>`; nil for any other text.
    public init?(_ tekst: String) {
        guard tekst.first == "P", let letter = tekst.last, let eenheid = Eenheid(rawValue: letter),
            let aantal = Int(tekst.dropFirst().dropLast()), (0...9999).contains(aantal)
        else { return nil }
        self.init(aantal, eenheid)
    }
}

extension Duur: CustomStringConvertible {
    /// ISO 8601, `P10W`.
    public var description: String { "P\(aantal)\(eenheid.rawValue)" }

    /// Dutch words: `10 weken`, `1 jaar`.
    public var leesbaar: String {
        switch eenheid {
        case .jaren: "\(aantal) jaar"
        case .maanden: aantal == 1 ? "1 maand" : "\(aantal) maanden"
        case .weken: aantal == 1 ? "1 week" : "\(aantal) weken"
        case .dagen: aantal == 1 ? "1 dag" : "\(aantal) dagen"
        }
    }
}

extension Datum {
    /// This date a duration later. Counted from a day that is itself not counted (dies a quo), the result is
    /// the last day of the term; a day that the month lacks becomes the month's last day.
    public static func + (datum: Datum, duur: Duur) -> Datum { datum.plus(duur, maal: 1) }

    /// This date a duration earlier.
    public static func - (datum: Datum, duur: Duur) -> Datum { datum.plus(duur, maal: -1) }

    /// The last day of a term whose first day is known: the day before the one with the same number. Where the month of
    /// the end lacks that day, the term fills the month: eighteen months from 31 August 2022 end on 29 February 2024.
    static func laatsteDag(vanaf begin: Datum, _ duur: Duur) -> Datum {
        let einde = begin + duur
        return einde.delen.dag < begin.delen.dag && (duur.eenheid == .jaren || duur.eenheid == .maanden)
            ? einde : einde.vorige
    }

    private func plus(_ duur: Duur, maal teken: Int) -> Datum {
        switch duur.eenheid {
        case .jaren: plus(maanden: 12 * duur.aantal * teken)
        case .maanden: plus(maanden: duur.aantal * teken)
        case .weken: plus(dagen: 7 * duur.aantal * teken)
        case .dagen: plus(dagen: duur.aantal * teken)
        }
    }
}
