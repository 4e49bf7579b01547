// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

@Suite struct `Datums` {
    @Test func `29 februari bestaat alleen in een schrikkeljaar`() {
        #expect(Datum("2024-02-29") != nil)
        #expect(Datum("2023-02-29") == nil)
        #expect(Datum("2000-02-29") != nil)
        #expect(Datum("1900-02-29") == nil)
    }

    @Test(arguments: [
        "2024-13-01", "2024-00-01", "2024-04-31", "2024-1-01", "2024-01-01 ", "24-01-01", "2024/01/01", "",
        "2024-01-0a",
    ])
    func `wat geen dag is wordt geen datum`(_ tekst: String) {
        #expect(Datum(tekst) == nil)
    }

    @Test func `elke dag komt als tekst en als delen terug, en kent zijn weekdag`() throws {
        var toeval = Toeval()
        var kalender = Calendar(identifier: .gregorian)
        kalender.timeZone = .gmt
        for _ in 0..<20_000 {
            let datum = Datum(dagnummer: Int.random(in: -20_000...60_000, using: &toeval))
            #expect(Datum(datum.description) == datum)
            let (jaar, maand, dag) = datum.delen
            #expect(Datum(jaar, maand, dag) == datum)
            // Foundation's calendar is an independent witness.
            let zelfde = Date(timeIntervalSince1970: Double(datum.dagnummer) * 86_400)
            let delen = kalender.dateComponents([.year, .month, .day, .weekday], from: zelfde)
            #expect(delen.year == jaar && delen.month == maand && delen.day == dag)
            #expect(delen.weekday.map { ($0 + 5) % 7 + 1 } == datum.weekdag)
        }
    }

    @Test func `maanden erbij gaat tot de laatste dag van de maand, en een dag erbij is een dag later`() throws {
        var toeval = Toeval()
        for _ in 0..<20_000 {
            let datum = Datum(dagnummer: Int.random(in: 0...40_000, using: &toeval))
            let aantal = Int.random(in: -40...40, using: &toeval)
            let later = datum.plus(maanden: aantal)
            let (jaar, maand, dag) = datum.delen
            let verwacht = (jaar * 12 + maand - 1 + aantal)
            #expect(later.delen.jaar * 12 + later.delen.maand - 1 == verwacht)
            #expect(later.delen.dag == min(dag, Datum.dagenInMaand(later.jaar, later.delen.maand)))
            #expect(datum.plus(dagen: aantal).dagen(tot: datum) == -aantal)
            #expect(datum < datum.volgende && datum.volgende.vorige == datum)
        }
    }

    @Test(arguments: [
        ("2024-01-31", "P1M", "2024-02-29"), ("2023-01-31", "P1M", "2023-02-28"), ("2024-02-29", "P3Y", "2027-02-28"),
        ("2024-03-04", "P10W", "2024-05-13"), ("2022-03-16", "P18M", "2023-09-16"),
        ("2024-12-31", "P14D", "2025-01-14"),
    ])
    func `een duur erbij`(_ van: String, _ duur: String, _ tot: String) throws {
        #expect(try dag(van) + #require(Duur(duur)) == dag(tot))
    }
}
