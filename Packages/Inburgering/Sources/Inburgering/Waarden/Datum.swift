// SPDX-License-Identifier: EUPL-1.2

/// A calendar date without a time or a zone: the law's kind of date.
///
/// Stored as days since 1970-01-01 (proleptic Gregorian), so that comparing and adding days are one
/// instruction. Bounds: 0001-01-01 … 9999-12-31; arithmetic that leaves them stops at the bound.
public struct Datum: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before it.
    public let dagnummer: Int32

    /// - Parameter dagnummer: days since 1970-01-01, clamped to the bounds of the type.
    public init(dagnummer: Int) {
        self.dagnummer = Int32(clamping: min(max(dagnummer, Datum.laagste), Datum.hoogste))
    }

    /// A date that exists in the calendar, else nil (29 February in a common year, month 13 …).
    public init?(_ jaar: Int, _ maand: Int, _ dag: Int) {
        guard (1...9999).contains(jaar), (1...12).contains(maand), dag >= 1,
            dag <= Datum.dagenInMaand(jaar, maand)
        else { return nil }
        self.init(dagnummer: Datum.dagnummer(jaar, maand, dag))
    }

    private static let laagste = dagnummer(1, 1, 1)
    private static let hoogste = dagnummer(9999, 12, 31)

    /// Whether the first date lies before the second.
    public static func < (links: Datum, rechts: Datum) -> Bool { links.dagnummer < rechts.dagnummer }

    /// Number of days in a month, 28 … 31.
    public static func dagenInMaand(_ jaar: Int, _ maand: Int) -> Int {
        switch maand {
        case 2: isSchrikkeljaar(jaar) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29 February.
    public static func isSchrikkeljaar(_ jaar: Int) -> Bool {
        jaar % 4 == 0 && (jaar % 100 != 0 || jaar % 400 == 0)
    }

    /// Civil date to days since 1970-01-01 (H. Hinnant's public-domain `days_from_civil`).
    private static func dagnummer(_ jaar: Int, _ maand: Int, _ dag: Int) -> Int {
        let y = maand <= 2 ? jaar - 1 : jaar
        let era = (y >= 0 ? y : y - 399) / 400
        let yoe = y - era * 400
        let doy = (153 * (maand + (maand > 2 ? -3 : 9)) + 2) / 5 + dag - 1
        let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
        return era * 146_097 + doe - 719_468
    }

    /// Year, month and day of the month.
    public var delen: (jaar: Int, maand: Int, dag: Int) {
        let z = Int(dagnummer) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let doe = z - era * 146_097
        let yoe = (doe - doe / 1460 + doe / 36524 - doe / 146_096) / 365
        let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
        let mp = (5 * doy + 2) / 153
        let maand = mp + (mp < 10 ? 3 : -9)
        return (yoe + era * 400 + (maand <= 2 ? 1 : 0), maand, doy - (153 * mp + 2) / 5 + 1)
    }

    /// The calendar year.
    public var jaar: Int { delen.jaar }

    /// Day of the week, ISO: Monday is 1, Sunday is 7.
    public var weekdag: Int {
        let dag = (Int(dagnummer) + 3) % 7
        return (dag < 0 ? dag + 7 : dag) + 1
    }

    /// The next day.
    public var volgende: Datum { plus(dagen: 1) }

    /// The day before.
    public var vorige: Datum { plus(dagen: -1) }

    /// This date a number of days later (earlier when negative).
    public func plus(dagen: Int) -> Datum { Datum(dagnummer: Int(dagnummer) + dagen) }

    /// This date a number of months later; a day that the month lacks becomes its last day
    /// (31 January + 1 month = 28 or 29 February), as in art. 3 of Regulation (EEC) 1182/71.
    public func plus(maanden: Int) -> Datum {
        let (jaar, maand, dag) = delen
        let totaal = jaar * 12 + (maand - 1) + maanden
        let nieuwJaar = min(max(totaal / 12, 1), 9999)
        let nieuweMaand = totaal % 12 + 1
        let laatste = Datum.dagenInMaand(nieuwJaar, nieuweMaand)
        return Datum(dagnummer: Datum.dagnummer(nieuwJaar, nieuweMaand, min(dag, laatste)))
    }

    /// Days from this date to another one; negative when that lies earlier.
    public func dagen(tot ander: Datum) -> Int { Int(ander.dagnummer) - Int(dagnummer) }
}
