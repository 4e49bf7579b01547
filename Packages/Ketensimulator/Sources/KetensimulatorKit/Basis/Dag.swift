// SPDX-License-Identifier: EUPL-1.2

/// A calendar day without time or zone, counted in days since 1970-01-01 (proleptic Gregorian).
///
/// The simulator has a day type of its own on purpose: a fault in Regie's date arithmetic must
/// not be hidden by DUO's side making the same fault.
public struct Dag: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Days since 1970-01-01; negative before it.
    public let nummer: Int

    /// A day by its number of days since 1970-01-01.
    public init(nummer: Int) {
        self.nummer = nummer
    }

    /// A day by year, month and day; nil when the calendar has no such day or the year is outside 1...9999.
    public init?(jaar: Int, maand: Int, dag: Int) {
        guard (1...9999).contains(jaar), (1...12).contains(maand),
            dag >= 1, dag <= Self.dagen(inMaand: maand, jaar: jaar)
        else { return nil }
        nummer = Self.nummer(jaar: jaar, maand: maand, dag: dag)
    }

    /// A day from `YYYY-MM-DD`; nil for any other text.
    public init?(_ tekst: some StringProtocol) {
        let tekens = Array(tekst.utf8)
        guard tekens.count == 10, tekens[4] == UInt8(ascii: "-"), tekens[7] == UInt8(ascii: "-"),
            let jaar = Self.getal(tekens[0..<4]), let maand = Self.getal(tekens[5..<7]),
            let dag = Self.getal(tekens[8..<10])
        else { return nil }
        self.init(jaar: jaar, maand: maand, dag: dag)
    }

    /// `YYYY-MM-DD`, the wire form.
    public var description: String {
        let delen = onderdelen
        return "\(Self.cijfers(delen.jaar, 4))-\(Self.cijfers(delen.maand, 2))-\(Self.cijfers(delen.dag, 2))"
    }

    /// Earlier day first.
    public static func < (links: Dag, rechts: Dag) -> Bool { links.nummer < rechts.nummer }

    /// The day `aantal` days later (earlier when negative).
    public func plus(dagen aantal: Int) -> Dag { Dag(nummer: nummer + aantal) }

    /// Adds calendar months. A day that the target month lacks becomes the **first day of the month
    /// after it**: an exclusive end of a period that began on the 29th of February lies on the 1st of
    /// March, because the 28th is still inside the period. The only place where this is decided.
    public func plus(maanden aantal: Int) -> Dag {
        let delen = onderdelen
        let index = delen.jaar * 12 + (delen.maand - 1) + aantal
        let jaar = index >= 0 ? index / 12 : (index - 11) / 12
        let maand = index - jaar * 12 + 1
        guard delen.dag <= Self.dagen(inMaand: maand, jaar: jaar) else {
            return Dag(nummer: Self.nummer(jaar: jaar, maand: maand, dag: Self.dagen(inMaand: maand, jaar: jaar)) + 1)
        }
        return Dag(nummer: Self.nummer(jaar: jaar, maand: maand, dag: delen.dag))
    }

    /// Adds calendar years; 29 February plus years that are no leap years gives 1 March (see `plus(maanden:)`).
    public func plus(jaren aantal: Int) -> Dag { plus(maanden: 12 * aantal) }

    private var onderdelen: (jaar: Int, maand: Int, dag: Int) {
        // Days from civil, inverted; eras of 400 years with the year starting on 1 March.
        let z = nummer + 719_468
        let tijdperk = (z >= 0 ? z : z - 146_096) / 146_097
        let dagVanTijdperk = z - tijdperk * 146_097
        let jaarVanTijdperk =
            (dagVanTijdperk - dagVanTijdperk / 1460 + dagVanTijdperk / 36_524 - dagVanTijdperk / 146_096) / 365
        let dagVanJaar = dagVanTijdperk - (365 * jaarVanTijdperk + jaarVanTijdperk / 4 - jaarVanTijdperk / 100)
        let verschoven = (5 * dagVanJaar + 2) / 153
        let dag = dagVanJaar - (153 * verschoven + 2) / 5 + 1
        let maand = verschoven < 10 ? verschoven + 3 : verschoven - 9
        return (jaarVanTijdperk + tijdperk * 400 + (maand <= 2 ? 1 : 0), maand, dag)
    }

    private static func nummer(jaar: Int, maand: Int, dag: Int) -> Int {
        let y = maand <= 2 ? jaar - 1 : jaar
        let tijdperk = (y >= 0 ? y : y - 399) / 400
        let jaarVanTijdperk = y - tijdperk * 400
        let dagVanJaar = (153 * (maand > 2 ? maand - 3 : maand + 9) + 2) / 5 + dag - 1
        let dagVanTijdperk = jaarVanTijdperk * 365 + jaarVanTijdperk / 4 - jaarVanTijdperk / 100 + dagVanJaar
        return tijdperk * 146_097 + dagVanTijdperk - 719_468
    }

    private static func dagen(inMaand maand: Int, jaar: Int) -> Int {
        switch maand {
        case 2: (jaar.isMultiple(of: 4) && !jaar.isMultiple(of: 100)) || jaar.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func getal(_ tekens: ArraySlice<UInt8>) -> Int? {
        tekens.reduce(Int?.some(0)) { som, teken in
            guard let som, (48...57).contains(teken) else { return nil }
            return som * 10 + Int(teken - 48)
        }
    }

    private static func cijfers(_ getal: Int, _ breedte: Int) -> String {
        let tekst = String(getal)
        return String(repeating: "0", count: max(0, breedte - tekst.count)) + tekst
    }
}
