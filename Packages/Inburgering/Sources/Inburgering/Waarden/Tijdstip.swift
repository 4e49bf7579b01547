// SPDX-License-Identifier: EUPL-1.2

/// An instant in UTC, to the millisecond.
public struct Tijdstip: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public let milliseconden: Int64

    /// - Parameter milliseconden: milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconden: Int64) { self.milliseconden = milliseconden }

    /// Midnight UTC at the start of a date.
    public init(_ datum: Datum) { milliseconden = Int64(datum.dagnummer) * 86_400_000 }

    /// Earlier first.
    public static func < (links: Tijdstip, rechts: Tijdstip) -> Bool { links.milliseconden < rechts.milliseconden }

    /// This instant a number of milliseconds later.
    public func plus(milliseconden: Int64) -> Tijdstip {
        Tijdstip(milliseconden: self.milliseconden + milliseconden)
    }
}

extension Tijdstip: CustomStringConvertible {
    /// RFC 3339 in UTC: `2024-03-15T09:30:00.000Z`.
    public var description: String {
        var dag = milliseconden / 86_400_000
        var rest = milliseconden % 86_400_000
        if rest < 0 {
            dag -= 1
            rest += 86_400_000
        }
        func vul(_ waarde: Int64, _ breedte: Int) -> String {
            let cijfers = String(waarde)
            return String(repeating: "0", count: max(0, breedte - cijfers.utf8.count)) + cijfers
        }
        let tijd = "\(vul(rest / 3_600_000, 2)):\(vul(rest / 60_000 % 60, 2)):\(vul(rest / 1000 % 60, 2))"
        return "\(Datum(dagnummer: Int(dag)))T\(tijd).\(vul(rest % 1000, 3))Z"
    }

    /// Reads an RFC 3339 date-time with `Z` or a numeric offset and any number of decimals, or a bare date (midnight
    /// UTC); nil for any other text.
    public init?(_ tekst: String) {
        let b = Array(tekst.utf8)
        guard b.count >= 10, let datum = Datum(String(tekst.prefix(10))) else { return nil }
        if b.count == 10 {
            self.init(datum)
            return
        }
        func getal(_ van: Int) -> Int64? {
            guard van + 1 < b.count, (48...57).contains(b[van]), (48...57).contains(b[van + 1]) else { return nil }
            return Int64(b[van] - 48) * 10 + Int64(b[van + 1] - 48)
        }
        guard b.count >= 20, b[10] == 84 || b[10] == 116 || b[10] == 32, b[13] == 58, b[16] == 58,
            let uur = getal(11), let minuut = getal(14), let seconde = getal(17), uur < 24, minuut < 60, seconde <= 60
        else { return nil }
        var plaats = 19
        var milli: Int64 = 0
        if b[plaats] == 46 {
            plaats += 1
            var schaal: Int64 = 100
            let begin = plaats
            while plaats < b.count, (48...57).contains(b[plaats]) {
                milli += Int64(b[plaats] - 48) * schaal
                schaal /= 10
                plaats += 1
            }
            guard plaats > begin else { return nil }
        }
        guard plaats < b.count else { return nil }
        var verschuiving: Int64 = 0
        if b[plaats] == 90 || b[plaats] == 122 {
            guard plaats + 1 == b.count else { return nil }
        } else {
            guard b[plaats] == 43 || b[plaats] == 45, plaats + 6 == b.count, b[plaats + 3] == 58,
                let uren = getal(plaats + 1), let minuten = getal(plaats + 4), uren < 24, minuten < 60
            else { return nil }
            verschuiving = (uren * 60 + minuten) * 60_000 * (b[plaats] == 45 ? -1 : 1)
        }
        let tijd = ((uur * 60 + minuut) * 60 + seconde) * 1000 + milli
        self.init(milliseconden: Int64(datum.dagnummer) * 86_400_000 + tijd - verschuiving)
    }
}
