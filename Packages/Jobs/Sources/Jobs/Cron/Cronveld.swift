// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// One of the five fields of a cron line, as the set of values it lets through.
struct Cronveld: Hashable, Sendable {
    /// What a field counts: its bounds, and the names that may stand for numbers.
    struct Soort: Sendable {
        let naam: String
        let laagste: Int
        let hoogste: Int
        let namen: [String: Int]

        static let minuut = Soort(naam: "minuut", laagste: 0, hoogste: 59, namen: [:])
        static let uur = Soort(naam: "uur", laagste: 0, hoogste: 23, namen: [:])
        static let dag = Soort(naam: "dag van de maand", laagste: 1, hoogste: 31, namen: [:])
        static let maand = Soort(
            naam: "maand",
            laagste: 1,
            hoogste: 12,
            namen: [
                "jan": 1, "feb": 2, "mar": 3, "mrt": 3, "apr": 4, "may": 5, "mei": 5, "jun": 6, "jul": 7, "aug": 8,
                "sep": 9, "oct": 10, "okt": 10, "nov": 11, "dec": 12,
            ]
        )
        /// Both 0 and 7 are Sunday.
        static let weekdag = Soort(
            naam: "dag van de week",
            laagste: 0,
            hoogste: 7,
            namen: [
                "sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "zo": 0, "ma": 1, "di": 2,
                "wo": 3, "do": 4, "vr": 5, "za": 6,
            ]
        )
    }

    /// Bit n is set when value n matches.
    private(set) var bits: UInt64 = 0
    /// Whether the field begins with `*`: it puts no limit of its own on the day (crontab(5)).
    let ster: Bool

    /// Reads a list of values, ranges and steps: `1,5-9,*/15,ma-vr`.
    init(_ tekst: Substring, _ soort: Soort) throws(RegieFout) {
        ster = tekst.hasPrefix("*")
        for deel in tekst.split(separator: ",", omittingEmptySubsequences: false) {
            let stukken = deel.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            let stap = stukken.count == 2 ? Int(stukken[1]) : 1
            guard let bereik = stukken.first, let stap, stap > 0 else {
                throw Self.fout(soort, "'\(deel)' heeft geen stap van 1 of meer")
            }
            let (van, tot) = try Self.bereik(bereik, soort, metStap: stukken.count == 2)
            guard van <= tot else { throw Self.fout(soort, "'\(deel)' loopt achteruit") }
            for waarde in stride(from: van, through: tot, by: stap) { voegToe(waarde, soort) }
        }
    }

    /// Whether a value matches.
    func bevat(_ waarde: Int) -> Bool { bits & (1 << UInt64(waarde)) != 0 }

    private mutating func voegToe(_ waarde: Int, _ soort: Soort) {
        let genormaliseerd = soort.hoogste == 7 && waarde == 7 ? 0 : waarde
        bits |= 1 << UInt64(genormaliseerd)
    }

    private static func bereik(_ tekst: Substring, _ soort: Soort, metStap: Bool) throws(RegieFout) -> (Int, Int) {
        // `*` in the day of the week stops at Saturday: 7 is Sunday again.
        let einde = soort.hoogste == 7 ? 6 : soort.hoogste
        if tekst == "*" { return (soort.laagste, einde) }
        let delen = tekst.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        let van = try waarde(delen.first ?? "", soort)
        if delen.count == 2 { return (van, try waarde(delen[1], soort)) }
        return (van, metStap ? einde : van)
    }

    private static func waarde(_ tekst: Substring, _ soort: Soort) throws(RegieFout) -> Int {
        if let waarde = soort.namen[tekst.lowercased()] { return waarde }
        let cijfers = !tekst.isEmpty && tekst.utf8.allSatisfy { (48...57).contains($0) }
        guard cijfers, let waarde = Int(tekst), (soort.laagste...soort.hoogste).contains(waarde) else {
            throw fout(soort, "'\(tekst)' is geen waarde van \(soort.laagste) tot en met \(soort.hoogste)")
        }
        return waarde
    }

    private static func fout(_ soort: Soort, _ wat: String) -> RegieFout {
        RegieFout(.configOngeldig, "In het veld '\(soort.naam)' van een cronregel: \(wat).", watTeDoen: Cron.uitleg)
    }
}
