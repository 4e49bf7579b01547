// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@Suite struct `Feestdagen van de Algemene termijnenwet` {
    private func feestdagen() throws -> Feestdagen {
        try #require(try Wet.boek().feestdagen(op: dag("2024-01-01")))
    }

    /// Written out by hand from the calendars of these years.
    @Test(arguments: [
        (2022, "01-01 04-15 04-18 04-27 05-05 05-26 06-06 12-25 12-26"),
        (2024, "01-01 03-29 04-01 04-27 05-05 05-09 05-20 12-25 12-26"),
        (2025, "01-01 04-18 04-21 04-26 05-05 05-29 06-09 12-25 12-26"),
        (2026, "01-01 04-03 04-06 04-27 05-05 05-14 05-25 12-25 12-26"),
        (2031, "01-01 04-11 04-14 04-26 05-05 05-22 06-02 12-25 12-26"),
    ])
    func `de feestdagen van een jaar`(_ jaar: Int, _ verwacht: String) throws {
        let feestdagen = try feestdagen()
        var gevonden: [String] = []
        var dag = try dag("\(jaar)-01-01")
        while dag.jaar == jaar {
            if feestdagen.bevat(dag) { gevonden.append(String(dag.description.dropFirst(5))) }
            dag = dag.volgende
        }
        #expect(gevonden.joined(separator: " ") == verwacht)
    }

    @Test(arguments: [
        ("2024-05-13", "2024-05-13"), ("2024-05-11", "2024-05-13"), ("2024-12-25", "2024-12-27"),
        ("2025-04-18", "2025-04-22"), ("2025-04-26", "2025-04-28"), ("2022-12-31", "2023-01-02"),
    ])
    func `een termijn eindigt op een werkdag`(_ dagtekst: String, _ verwacht: String) throws {
        #expect(try feestdagen().werkdag(vanaf: dag(dagtekst)) == dag(verwacht))
    }

    /// By the royal decrees for 2020-2022, 2023-2025 and 2026-2028; written out by hand.
    @Test(arguments: [
        (2021, "05-14"), (2022, "05-27"), (2023, "04-28 05-19"), (2024, "05-10 12-27"), (2025, "05-30"),
        (2026, "01-02 05-15"), (2027, "05-07"), (2028, "04-28 05-26"), (2029, ""),
    ])
    func `de dagen die bij koninklijk besluit zijn gelijkgesteld`(_ jaar: Int, _ verwacht: String) throws {
        let wet = try Wet.boek()
        var gevonden: [String] = []
        var dag = try dag("\(jaar)-01-01")
        while dag.jaar == jaar {
            if wet.isGelijkgesteld(dag) { gevonden.append(String(dag.description.dropFirst(5))) }
            dag = dag.volgende
        }
        #expect(gevonden.joined(separator: " ") == verwacht)
    }

    @Test func `wat geen feestdag is wordt niet gelezen`() {
        for tekst in ["13-01", "pasen", "pasen+x", "04-27/maandag-1", "04-27/zondag-9", "Kerst"] {
            #expect(Feestdagen(tekst) == nil, "\(tekst)")
        }
        #expect(Feestdagen("2024-05-10").map { $0.bevat(Datum(dagnummer: 19_853)) } == true)
    }
}
