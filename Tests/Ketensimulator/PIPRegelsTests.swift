// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Wanneer DUO een PIP aanneemt")
struct PIPRegelsTests {
    private static func pip(_ dag: String, _ leerroute: String = "B", _ extra: [String: JSONWaarde] = [:]) -> JSONWaarde
    {
        .object(["dagtekeningPip": .tekst(dag), "leerroute": .tekst(leerroute)].merging(extra) { _, nieuw in nieuw })
    }

    private static func regel(
        _ omschrijving: String,
        _ fouttekst: String,
        persoon: JSONWaarde = Proefwereld.persoon(),
        nee: JSONWaarde,
        ja: JSONWaarde,
        bijJa: JSONWaarde? = nil
    ) -> Regelproef {
        Regelproef(
            omschrijving,
            "POST",
            "/PIP",
            fouttekst: fouttekst,
            geweigerd: .init(persoon: persoon, body: nee),
            aanvaard: .init(persoon: bijJa ?? persoon, body: ja)
        )
    }

    private static let verhuisd = Proefwereld.persoon([
        "gemeentecode": "0363",
        "pip": ["gemeentecode": "0014", "pip": ["dagtekeningPip": "2024-04-01", "leerroute": "B"]],
        "pipHistorie": [["gemeentecode": "0014", "pip": ["dagtekeningPip": "2024-03-01", "leerroute": "B"]]],
    ])

    static let regels: [Regelproef] = [
        regel(
            "Niet voor het begin van de plicht",
            "begin van de inburgeringsplicht",
            persoon: Proefwereld.persoon(["vestigingsdatum": .leeg]),
            nee: pip("2024-01-09"),
            ja: pip("2024-01-10")
        ),
        regel(
            "Niet voor de vestiging in de gemeente",
            "vestiging in uw gemeente",
            nee: pip("2024-01-31"),
            ja: pip("2024-02-01")
        ),
        regel(
            "Een gewijzigd PIP niet voor het eerste",
            "die van het eerste PIP",
            persoon: Proefwereld.metPIP(),
            nee: pip("2024-03-14"),
            ja: pip("2024-03-15")
        ),
        regel(
            "Een gewijzigd PIP niet voor het actuele",
            "die van het actuele PIP",
            persoon: verhuisd,
            nee: pip("2024-03-31"),
            ja: pip("2024-04-01")
        ),
        regel(
            "A2 niet bij de onderwijsroute",
            "Niveau A2 past niet bij de onderwijsroute",
            nee: pip("2024-03-15", "O", ["niveau": "A2"]),
            ja: pip("2024-03-15", "O", ["niveau": "B1"])
        ),
        regel(
            "B1 niet bij de Z-route",
            "Niveau B1 past niet bij de Z-route",
            nee: pip("2024-03-15", "Z", ["niveau": "B1"]),
            ja: pip("2024-03-15", "Z", ["niveau": "A2"])
        ),
        regel(
            "A2 niet in een eerste PIP met de B1-route",
            "eerste PIP met de B1-route",
            nee: pip("2024-03-15", "B", ["niveau": "A2"]),
            ja: pip("2024-03-15", "B", ["niveau": "A2"]),
            bijJa: Proefwereld.metPIP()
        ),
        regel(
            "Intensiteit alleen bij de B1-route",
            "alleen bij de B1-route",
            nee: pip("2024-03-15", "O", ["geschatteIntensiteitB1Route": 800]),
            ja: pip("2024-03-15", "B", ["geschatteIntensiteitB1Route": 800])
        ),
        regel(
            "Intensiteit alleen bij een asielstatushouder",
            "alleen bij een asielstatushouder",
            persoon: Proefwereld.persoon(Proefwereld.gezinsmigrant),
            nee: pip("2024-03-15", "B", ["geschatteIntensiteitB1Route": 800]),
            ja: pip("2024-03-15")
        ),
    ]

    @Test("Een regel weigert en laat door", arguments: regels)
    func regel(proef: Regelproef) async throws { try await proef.voerUit() }

    @Test("Alle overtreden regels komen in een antwoord")
    func allesTegelijk() async throws {
        try await Proefwereld.met([Proefwereld.persoon(Proefwereld.gezinsmigrant)]) { duo async throws in
            let antwoord = try await duo.vraag(
                "POST",
                "/personen/\(Proefwereld.bsn)/PIP",
                Self.pip("2024-01-01", "O", ["niveau": "A2", "geschatteIntensiteitB1Route": 10])
            )
            #expect(antwoord.status == 403)
            #expect(antwoord.foutteksten.count == 5)
        }
    }

    @Test(
        "Wat niet aan de specificatie voldoet krijgt een kale 400",
        arguments: [
            #"{"leerroute":"B"}"#, #"{"dagtekeningPip":"2024-03-15"}"#,
            #"{"dagtekeningPip":"15-03-2024","leerroute":"B"}"#, #"{"dagtekeningPip":"2024-03-15","leerroute":"X"}"#,
            #"{"dagtekeningPip":"2024-03-15","leerroute":"B","geschatteIntensiteitB1Route":0}"#,
            #"{"dagtekeningPip":"2024-03-15","leerroute":"B","niveau":"B2"}"#,
            #"{"dagtekeningPip":"2024-03-15","leerroute":"B","niveau":null}"#,
            #"{"dagtekeningPip":"2024-02-30","leerroute":"B"}"#, "geen json", "[]", "",
        ]
    )
    func ongeldig(body: String) async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            let antwoord = try await duo.vraag("POST", "/personen/\(Proefwereld.bsn)/PIP", ruw: body)
            #expect(antwoord.status == 400)
            #expect(antwoord.ruw.isEmpty)
        }
    }

    static let verwijderregels: [Regelproef] = [
        Regelproef(
            "Niet als de termijn is vastgesteld",
            "DELETE",
            "/PIP",
            fouttekst: "termijn is al vastgesteld",
            geweigerd: .init(persoon: Proefwereld.metPIP(), body: nil),
            aanvaard: .init(persoon: Proefwereld.metPIP(["inburgeringstermijn": .leeg]), body: nil)
        ),
        Regelproef(
            "Niet als er cursusuren zijn bij het actuele aanbod",
            "DELETE",
            "/PIP",
            fouttekst: "cursusuren",
            geweigerd: .init(
                persoon: Proefwereld.metPIP(
                    ["inburgeringstermijn": .leeg, "aanbod": [Proefwereld.bow: [:]], "uren": urenBij(Proefwereld.bow)]),
                body: nil
            ),
            aanvaard: .init(
                persoon: Proefwereld.metPIP(
                    ["inburgeringstermijn": .leeg, "aanbod": [Proefwereld.tst: [:]], "uren": urenBij(Proefwereld.bow)]),
                body: nil
            )
        ),
        Regelproef(
            "Alleen door de gemeente van het PIP",
            "DELETE",
            "/PIP",
            fouttekst: "niet van uw gemeente",
            geweigerd: .init(
                persoon: Proefwereld.metPIP(["inburgeringstermijn": .leeg, "gemeentecode": "0014"]),
                body: nil,
                bron: Proefwereld.groningen
            ),
            aanvaard: .init(
                persoon: Proefwereld.metPIP(["inburgeringstermijn": .leeg, "gemeentecode": "0014"]),
                body: nil
            )
        ),
    ]

    private static func urenBij(_ school: String) -> JSONWaarde {
        [
            [
                "gemeentecode": "0363", "bekendTot": "2024-05-01",
                "TaallesEnKnmInstelling": ["instellingsnummer": .tekst(school), "uren": 10],
            ]
        ]
    }

    @Test("Wanneer een PIP verwijderd kan worden", arguments: verwijderregels)
    func verwijderen(proef: Regelproef) async throws { try await proef.voerUit() }
}
