// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Raadplegen bij DUO")
struct RaadpleegTests {
    struct Bron: Sendable, CustomTestStringConvertible {
        let pad: String
        let veld: String
        let waarde: JSONWaarde
        let versie: String
        var testDescription: String { pad }
    }

    static let enkel: [Bron] = [
        Bron(
            pad: "inburgeringsplicht",
            veld: "inburgeringsplicht",
            waarde: [
                "indicatorInburgeringsplicht": false, "begindatum": "2024-01-10", "einddatum": "2024-04-30",
                "redenGeenInburgeringsplicht": "Overig",
            ],
            versie: "1.2.2"
        ),
        Bron(
            pad: "doelgroep",
            veld: "doelgroep",
            waarde: ["indeling": "Asielstatushouder", "gedetailleerdeDoelgroep": "Overig"],
            versie: "1.2.2"
        ),
        Bron(
            pad: "inburgeringstermijn",
            veld: "inburgeringstermijn",
            waarde: ["startdatum": "2024-03-16", "einddatum": "2027-03-16"],
            versie: "1.0.0"
        ),
        Bron(pad: "lbt/examennummer", veld: "lbtExamennummer", waarde: ["examennummer": "EX123"], versie: "1.2.0"),
        Bron(
            pad: "PIP",
            veld: "pip",
            waarde: ["gemeentecode": "0014", "pip": ["dagtekeningPip": "2024-03-15", "leerroute": "O"]],
            versie: "1.2.0"
        ),
        Bron(pad: "map", veld: "map", waarde: ["datumEindgesprekMap": "2024-05-01"], versie: "1.0.0"),
        Bron(pad: "pvt", veld: "pvt", waarde: ["datumOndertekeningPvt": "2024-05-02"], versie: "1.0.0"),
    ]

    static let lijsten: [Bron] = [
        Bron(
            pad: "inburgeringsplicht/historie",
            veld: "inburgeringsplichtHistorie",
            waarde: [["indicatorInburgeringsplicht": true, "begindatum": "2024-01-10"]],
            versie: "1.2.2"
        ),
        Bron(
            pad: "doelgroep/historie",
            veld: "doelgroepHistorie",
            waarde: [["indeling": "Asielstatushouder", "einddatum": "2024-03-01"]],
            versie: "1.2.2"
        ),
        Bron(
            pad: "inburgeringstermijn/historie",
            veld: "inburgeringstermijnHistorie",
            waarde: [["einddatum": "2027-03-16", "verlengingsgrondcode": "9"]],
            versie: "1.0.0"
        ),
        Bron(
            pad: "lbt/resultaten",
            veld: "lbtResultaten",
            waarde: [["resultaat": "Onbekend", "behaaldeScore": "1,00", "benodigdeScore": "12,50"]],
            versie: "1.2.0"
        ),
        Bron(
            pad: "vrijstellingen",
            veld: "vrijstellingen",
            waarde: [["GeheleVrijstelling": ["oordeel": "Afwijzing", "reden": "DIP"]]],
            versie: "1.0.0"
        ),
        Bron(
            pad: "ontheffingen",
            veld: "ontheffingen",
            waarde: [["GeheleOntheffing": ["oordeel": "Toekenning", "grond": "MED", "datumOordeel": "2024-05-01"]]],
            versie: "1.0.0"
        ),
        Bron(
            pad: "examens/resultaten",
            veld: "examenresultaten",
            waarde: [["examendatum": "2024-05-01", "onderdeel": "KNM", "resultaat": "Geslaagd"]],
            versie: "1.0.0"
        ),
        Bron(
            pad: "examens/gratispogingen",
            veld: "gratispogingen",
            waarde: [["onderdeel": "LE", "gratisPogingenTegoed": 2]],
            versie: "1.0.0"
        ),
        Bron(
            pad: "uren",
            veld: "uren",
            waarde: [
                ["gemeentecode": "0363", "bekendTot": "2024-05-01", "TaallesEnKnmBredeIntake": ["uren": 12]]
            ],
            versie: "1.1.0"
        ),
        Bron(pad: "boetes", veld: "boetes", waarde: [["bedrag": 340, "datum": "2024-05-01"]], versie: "1.0.0"),
        Bron(
            pad: "verlengingen",
            veld: "verlengingen",
            waarde: [["beoordelingAanvraag": "InBehandeling", "ontvangstdatum": "2024-05-01"]],
            versie: "1.0.0"
        ),
        Bron(
            pad: "gebeurtenissen",
            veld: "gebeurtenissen",
            waarde: [["id": "SS101", "omschrijving": "Plichtig", "datum": "2024-01-10"]],
            versie: "1.0.0"
        ),
    ]

    @Test("Een gemeente leest precies wat in de wereld staat", arguments: enkel + lijsten)
    func leest(bron: Bron) async throws {
        try await Proefwereld.met([Proefwereld.persoon([bron.veld: bron.waarde])]) { duo async throws in
            let antwoord = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/\(bron.pad)")
            #expect(antwoord.status == 200)
            #expect(antwoord.json == bron.waarde)
            #expect(antwoord.apiVersie == bron.versie)
        }
    }

    @Test("Wat er niet is geeft 404", arguments: enkel)
    func ontbreekt(bron: Bron) async throws {
        try await Proefwereld.met([Proefwereld.persoon([bron.veld: .leeg])]) { duo async throws in
            let antwoord = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/\(bron.pad)")
            #expect(antwoord.status == 404)
            #expect(antwoord.apiVersie == bron.versie)
        }
    }

    @Test("Een lijst waarin niets staat is leeg", arguments: lijsten)
    func legeLijst(bron: Bron) async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            let antwoord = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/\(bron.pad)")
            #expect(antwoord.status == 200)
            #expect(antwoord.json == [])
        }
    }

    @Test("De lijsten van instellingen en verlengingsgronden zijn voor elke gemeente")
    func algemeen() async throws {
        try await Proefwereld.met([], bron: Proefwereld.groningen) { duo async throws in
            #expect(try await duo.vraag("GET", "/instellingen").json == Proefwereld.kop["instellingen"])
            #expect(try await duo.vraag("GET", "/verlengingsgronden").json == Proefwereld.kop["verlengingsgronden"])
        }
    }

    @Test("Wie geen leerbaarheidstoets laat afnemen verwijdert het examennummer, een keer")
    func examennummerWeg() async throws {
        try await Proefwereld.met([Proefwereld.persoon(["lbtExamennummer": ["examennummer": "EX123"]])]) {
            duo async throws in
            let pad = "/personen/\(Proefwereld.bsn)/lbt/examennummer"
            #expect(try await duo.vraag("DELETE", pad).status == 200)
            #expect(try await duo.vraag("GET", pad).status == 404)
            #expect(try await duo.vraag("DELETE", pad).status == 404)
        }
    }
}
