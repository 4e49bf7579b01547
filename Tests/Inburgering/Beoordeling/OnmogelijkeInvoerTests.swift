// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

/// Facts that nobody can mean must be refused by name, and whatever is recorded all the same must not stop the program.
@Suite struct `Onmogelijke invoer` {
    private func gebeurtenis(_ feit: JSON) throws -> Gebeurtenis { try Gebeurtenis(json: feit, volgnummer: 1) }

    static let onmogelijk: [(JSON, String)] = [
        (
            [
                "soort": "IntakeAfgenomen", "datum": "2024-02-01", "bron": "gemeente", "inAfwezigheid": false,
                "onderdelen": [], "uren": ["taallesKNM": .getal(.max)],
            ], "uren loopt"
        ),
        (
            [
                "soort": "IntakeAfgenomen", "datum": "2024-02-01", "bron": "gemeente", "inAfwezigheid": false,
                "onderdelen": [], "uren": ["participatie": 10_000],
            ], "uren loopt"
        ),
        (
            [
                "soort": "VoorinburgeringOvergedragen", "geldigOp": "2024-02-01", "bron": "COA", "instemming": true,
                "onderdelen": [], "uren": .getal(.max),
            ], "uren loopt"
        ),
        (
            ["soort": "BoeteOpgelegd", "datum": "2024-03-01", "bron": "gemeente", "bedrag": -1],
            "een bedrag is niet negatief"
        ),
        (
            [
                "soort": "BoeteOpgelegd", "datum": "2024-03-01", "bron": "gemeente", "nieuweTermijn": "2024-02-29",
            ], "nieuweTermijn (2024-02-29) ligt voor de boete"
        ),
        (
            [
                "soort": "OvertredingVastgesteld", "datum": "2024-03-01", "bron": "gemeente", "gedraging": "x",
                "artikel": "Wi2021 art. 24", "verwijtbaarheid": 50,
            ], "artikel noemt art. 22 of art. 23"
        ),
    ]

    @Test(arguments: onmogelijk)
    func `wordt geweigerd, met wat er niet klopt`(_ feit: JSON, _ waarom: String) throws {
        let gebeurtenis = try gebeurtenis(feit)
        let fout = #expect(throws: RegieFout.self) { try Feitcontrole.controleer(gebeurtenis) }
        #expect(fout.map { "\($0)".contains(waarom) } ?? false, "\(String(describing: fout))")
    }

    @Test func `een bedrag dat nergens in past is geen bedrag`() {
        #expect(Bedrag("-9223372036854775808") == nil)
        #expect(throws: RegieFout.self) { try Bedrag(json: .getal(.min)) }
    }

    @Test func `te grote uren die er toch staan houden de beoordeling niet op`() throws {
        let casus: JSON = [
            "feiten": [
                [
                    "soort": "InburgeringsplichtVastgesteld", "begindatum": "2022-01-10",
                    "datumKennisgeving": "2022-01-20", "doelgroep": "Asielstatushouder", "bron": "DUO",
                ],
                [
                    "soort": "PIPVastgesteld", "dagtekening": "2022-03-15", "leerroute": "Z",
                    "aantalVoortgangsgesprekken": 6, "urenPVT": 12, "bron": "gemeente",
                ],
                [
                    "soort": "IntakeAfgenomen", "datum": "2022-02-01", "inAfwezigheid": false, "onderdelen": [],
                    "uren": ["taallesKNM": .getal(.max), "participatie": .getal(.max)], "bron": "gemeente",
                ],
                [
                    "soort": "UrenGeregistreerd", "peildatum": "2022-06-01", "urensoort": "taal", "uren": .getal(.max),
                    "bron": "gemeente",
                ],
                [
                    "soort": "UrenGeregistreerd", "peildatum": "2022-06-01", "urensoort": "participatie",
                    "uren": .getal(.max), "bron": "gemeente",
                ],
            ]
        ]
        let dossier = try #require(try Casus.lees(casus.bytes).casussen.first).dossier
        let uit = try Wet.beoordelaar().beoordeel(dossier, op: try dag("2022-07-01"))
        #expect(uit.voortgang.first { $0.code == .zrouteUrenLes }?.behaald == 2 * 9999)
    }

    /// Each violation is a step above the one before: through every chain of sixty nobody would see the answer.
    @Test func `een lange rij boetes is toch meteen beoordeeld`() throws {
        var feiten: [JSON] = [
            [
                "soort": "InburgeringsplichtVastgesteld", "begindatum": "2022-01-10",
                "datumKennisgeving": "2022-01-20", "doelgroep": "Gezinsmigrant en overige migrant", "bron": "DUO",
            ]
        ]
        var datum = try dag("2022-04-01")
        func overtreding(_ nummer: Int) -> JSON {
            [
                "soort": "OvertredingVastgesteld", "datum": datum.json, "gedraging": .tekst("gesprek \(nummer)"),
                "artikel": "Wi2021 art. 23", "verwijtbaarheid": 100, "bron": "gemeente",
            ]
        }
        for nummer in 1...60 {
            feiten.append(overtreding(nummer))
            feiten.append([
                "soort": "BoeteOpgelegd", "datum": datum.json, "bedrag": 10, "gedraging": .tekst("gesprek \(nummer)"),
                "artikel": "Wi2021 art. 23", "bron": "gemeente",
            ])
            datum = datum.plus(dagen: 50)
        }
        feiten.append(overtreding(61))
        let casus: JSON = ["feiten": .lijst(feiten)]
        let dossier = try #require(try Casus.lees(casus.bytes).casussen.first).dossier
        let uit = try Wet.beoordelaar().beoordeel(dossier, op: datum)
        #expect(uit.termijnen.first { $0.code == .boeteBesluit }?.bedrag == Bedrag(euro: 800))
    }
}
