// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Gevolgde uren")
struct UrenTests {
    private let wortel = "/personen/\(Proefwereld.bsn)/uren"

    private static func school(_ nummer: String) -> String { "/uren/instellingen/\(nummer)/taallesknm" }

    private static func uren(_ bekendTot: String, _ aantal: Int = 100) -> JSONWaarde {
        ["bekendTot": .tekst(bekendTot), "uren": .heel(aantal)]
    }

    private static func persoon(
        _ school: String = Proefwereld.bow,
        start: JSONWaarde? = "2024-04-01",
        leerroute: String = "B",
        bij velden: [String: JSONWaarde] = [:]
    ) -> JSONWaarde {
        var aanbod: [String: JSONWaarde] = [
            "datumInburgeringsaanbod": "2024-04-01", "indicatorAlfabetiseringsonderwijs": "NVT",
        ]
        aanbod["verwachteStartdatumOpleiding"] = start
        return Proefwereld.metPIP(
            ["aanbod": .object([school: .object(aanbod)])].merging(velden) { _, nieuw in nieuw },
            leerroute: leerroute
        )
    }

    private static func regel(
        _ omschrijving: String,
        _ fouttekst: String,
        school: String = Proefwereld.bow,
        nee: (JSONWaarde, JSONWaarde),
        ja: (JSONWaarde, JSONWaarde)
    ) -> Regelproef {
        Regelproef(
            omschrijving,
            "PUT",
            Self.school(school),
            fouttekst: fouttekst,
            geweigerd: .init(persoon: nee.0, body: nee.1),
            aanvaard: .init(persoon: ja.0, body: ja.1)
        )
    }

    private static let eerdereUren: [String: JSONWaarde] = [
        "uren": [
            [
                "gemeentecode": "0363", "bekendTot": "2024-05-15",
                "TaallesEnKnmInstelling": ["instellingsnummer": .tekst(Proefwereld.bow), "uren": 90],
            ]
        ]
    ]

    static let regels: [Regelproef] = [
        regel(
            "De school heeft een keurmerk dat bij de leerroute past",
            "keurmerk",
            school: Proefwereld.tst,
            nee: (persoon(Proefwereld.tst), uren("2024-05-01")),
            ja: (persoon(Proefwereld.tst, leerroute: "O"), uren("2024-05-01"))
        ),
        regel(
            "Niet voor het begin van de termijn",
            "begin van de inburgeringstermijn",
            nee: (persoon(bij: ["aanbodEerste": [Proefwereld.bow: "2024-03-01"]]), uren("2024-03-15")),
            ja: (persoon(bij: ["aanbodEerste": [Proefwereld.bow: "2024-03-01"]]), uren("2024-03-16"))
        ),
        regel(
            "Niet in de toekomst",
            "in de toekomst",
            nee: (persoon(), uren("2024-06-02")),
            ja: (persoon(), uren("2024-06-01"))
        ),
        regel(
            "Niet voor het eerste aanbod van de school",
            "eerste inburgeringsaanbod",
            nee: (persoon(), uren("2024-03-31")),
            ja: (persoon(), uren("2024-04-01"))
        ),
        regel(
            "Er is een aanbod met een startdatum",
            "met een startdatum",
            nee: (persoon(start: nil), uren("2024-05-01")),
            ja: (persoon(), uren("2024-05-01"))
        ),
        regel(
            "Alleen dezelfde of een latere datum",
            "latere datum geregistreerd",
            nee: (persoon(bij: eerdereUren), uren("2024-05-14")),
            ja: (persoon(bij: eerdereUren), uren("2024-05-15"))
        ),
    ]

    @Test("Een regel voor uren bij een school weigert en laat door", arguments: regels)
    func regel(proef: Regelproef) async throws { try await proef.voerUit() }

    @Test("Totalen per soort vervangen het vorige totaal en staan per gemeente in een rij")
    func totalen() async throws {
        try await Proefwereld.met([Self.persoon()]) { duo async throws in
            for (soort, aantal) in [
                ("bredeintake/taallesknm", 8), ("participatieactiviteiten", 40), ("participatietaalles", 12),
                ("participatieactiviteiten", 55),
            ] {
                let antwoord = try await duo.vraag("PUT", "\(wortel)/\(soort)", ["uren": .heel(aantal)])
                #expect(antwoord.status == 200)
                #expect(antwoord.apiVersie == "1.1.0")
            }
            let school = wortel + "/instellingen/\(Proefwereld.bow)/taallesknm"
            let bijSchool: JSONWaarde = [
                "bekendTot": "2024-06-01", "uren": 120, "urenGeoorloofdVerzuim": 4, "urenOngeoorloofdVerzuim": 2,
            ]
            #expect(try await duo.vraag("PUT", school, bijSchool).status == 200)
            #expect(
                try await duo.vraag("GET", wortel).json == [
                    [
                        "gemeentecode": "0363", "bekendTot": "2024-06-01", "TaallesEnKnmBredeIntake": ["uren": 8],
                        "ParticipatieactiviteitenBredeIntake": ["uren": 55], "ParticipatieAlsTaalles": ["uren": 12],
                        "TaallesEnKnmInstelling": [
                            "instellingsnummer": .tekst(Proefwereld.bow), "uren": 120, "urenGeoorloofdVerzuim": 4,
                            "urenOngeoorloofdVerzuim": 2,
                        ],
                    ]
                ]
            )
        }
    }

    @Test("Uren van twee scholen en van een eerdere dag staan in eigen rijen")
    func rijen() async throws {
        let aanbod: JSONWaarde = [
            "datumInburgeringsaanbod": "2024-04-01", "verwachteStartdatumOpleiding": "2024-04-01",
            "indicatorAlfabetiseringsonderwijs": "NVT",
        ]
        let persoon = Proefwereld.metPIP(
            ["aanbod": .object([Proefwereld.bow: aanbod, Proefwereld.tst: aanbod])],
            leerroute: "O"
        )
        try await Proefwereld.met([persoon]) { duo async throws in
            for (school, dag) in [
                (Proefwereld.bow, "2024-05-01"), (Proefwereld.tst, "2024-05-01"), (Proefwereld.bow, "2024-05-20"),
            ] {
                let pad = wortel + "/instellingen/\(school)/taallesknm"
                #expect(try await duo.vraag("PUT", pad, Self.uren(dag)).status == 200)
            }
            let rijen = try #require(try await duo.vraag("GET", wortel).json?.alsLijst)
            #expect(rijen.count == 2)
            let kort = rijen.map {
                "\($0["bekendTot"]?.alsTekst ?? "") "
                    + ($0["TaallesEnKnmInstelling"]?["instellingsnummer"]?.alsTekst ?? "")
            }
            #expect(Set(kort) == ["2024-05-01 \(Proefwereld.tst)", "2024-05-20 \(Proefwereld.bow)"])
        }
    }

    @Test(
        "Uren buiten 0 tot en met 9999, met een komma of zonder getal zijn 400",
        arguments: ["-1", "10000", "1.5", "\"3\""]
    )
    func grenzen(waarde: String) async throws {
        try await Proefwereld.met([Self.persoon()]) { duo async throws in
            let antwoord = try await duo.vraag("PUT", "\(wortel)/participatietaalles", ruw: "{\"uren\":\(waarde)}")
            #expect(antwoord.status == 400)
            #expect(try await duo.vraag("GET", wortel).json == [])
        }
    }
}
