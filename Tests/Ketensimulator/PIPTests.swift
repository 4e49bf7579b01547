// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Wat een PIP bij DUO doet")
struct PIPTests {
    private let pad = "/personen/\(Proefwereld.bsn)/PIP"
    private let termijn = "/personen/\(Proefwereld.bsn)/inburgeringstermijn"

    @Test("Het eerste PIP zet de termijn en DUO notificeert SS102 aan de gemeente")
    func eerstePIP() async throws {
        try await Proefgemeente.met { gemeente, url in
            try await Proefwereld.met([Proefwereld.persoon()], naarURL: url) { duo async throws in
                let antwoord = try await duo.vraag("POST", pad, ["dagtekeningPip": "2024-03-15", "leerroute": "B"])
                #expect(antwoord.status == 201)
                #expect(antwoord.ruw.isEmpty)
                #expect(
                    try await duo.vraag("GET", pad).json == [
                        "gemeentecode": "0363",
                        "pip": ["dagtekeningPip": "2024-03-15", "leerroute": "B", "niveau": "B1"],
                    ]
                )
                #expect(
                    try await duo.vraag("GET", termijn).json == [
                        "startdatum": "2024-03-16", "einddatum": "2027-03-16", "wijzigingsdatum": "2024-06-01",
                    ]
                )
                let historie = try await duo.vraag("GET", "\(termijn)/historie").json
                #expect(historie == [["einddatum": "2027-03-16", "wijzigingsdatum": "2024-06-01"]])
                let gebeurtenissen = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/gebeurtenissen").json
                #expect(gebeurtenissen?[0]?["id"] == "SS102")
            }
            #expect(try await gemeente.wacht(op: 1))
            let bericht = try #require(gemeente.ontvangen.first)
            #expect(gemeente.ontvangen.count == 1)
            #expect(bericht.pad == "/v1/notificaties")
            #expect(bericht.bron == Wereldkop.standaardDuoOin)
            #expect(bericht.doel == Proefwereld.amsterdam)
            #expect(bericht.berichtId?.count == 36)
            #expect(bericht.body?["gebeurtenisId"] == "SS102")
            #expect(bericht.body?["bsn"]?.alsTekst == Proefwereld.bsn)
            #expect(bericht.body?["registratieDatumTijd"]?.alsTekst?.hasPrefix("2024-06-01T") == true)
        }
    }

    @Test("Een gemeente die even niet bereikbaar is krijgt SS102 alsnog, met hetzelfde berichtId")
    func herhaling() async throws {
        try await Proefgemeente.met(statussen: [503]) { gemeente, url in
            try await Proefwereld.met([Proefwereld.persoon()], naarURL: url) { duo async throws in
                _ = try await duo.vraag("POST", pad, ["dagtekeningPip": "2024-03-15", "leerroute": "B"])
                #expect(try await gemeente.wacht(op: 2))
                #expect(Set(gemeente.ontvangen.map(\.berichtId)).count == 1)
            }
        }
    }

    @Test("Een later PIP laat de termijn staan en geeft geen nieuwe notificatie")
    func laterPIP() async throws {
        try await Proefwereld.met([Proefwereld.metPIP()]) { duo async throws in
            #expect(
                try await duo.vraag("POST", pad, ["dagtekeningPip": "2024-05-01", "leerroute": "Z"]).status == 201
            )
            #expect(try await duo.vraag("GET", termijn).json?["startdatum"] == "2024-03-16")
            #expect(try await duo.vraag("GET", pad).json?["pip"]?["niveau"] == nil)
            #expect(try await duo.beheer("GET", "/stand").json?["geduwdPerStatus"] == [:])
        }
    }

    @Test("Was er bij een eerder PIP nog geen termijn, dan telt toch de dagtekening van het eerste")
    func termijnNaEerderPIP() async throws {
        try await Proefwereld.met([Proefwereld.metPIP(["inburgeringstermijn": .leeg])]) { duo async throws in
            _ = try await duo.vraag("POST", pad, ["dagtekeningPip": "2024-05-01", "leerroute": "B"])
            #expect(try await duo.vraag("GET", termijn).json?["startdatum"] == "2024-03-16")
        }
    }

    @Test("De gemeente die iemand overneemt krijgt het actuele PIP, en de vorige ziet hem nog een maand")
    func overname() async throws {
        try await Proefwereld.met([Proefwereld.metPIP(["gemeentecode": "0014"])], bron: Proefwereld.groningen) {
            duo async throws in
            #expect(try await duo.vraag("GET", pad).json?["gemeentecode"] == "0363")
            #expect(
                try await duo.vraag("POST", pad, ["dagtekeningPip": "2024-05-20", "leerroute": "B"]).status == 201
            )
            #expect(try await duo.vraag("GET", pad).json?["gemeentecode"] == "0014")
            #expect(try await duo.vraag("GET", pad, bron: Proefwereld.amsterdam).status == 200)
            try await duo.beheer("PUT", "/vandaag", ["vandaag": "2024-06-20"])
            #expect(try await duo.vraag("GET", pad, bron: Proefwereld.amsterdam).status == 403)
        }
    }

    @Test("Na verwijderen is er geen PIP meer, of weer het vorige")
    func verwijderen() async throws {
        let persoon = Proefwereld.metPIP([
            "inburgeringstermijn": .leeg,
            "pipHistorie": [["gemeentecode": "0014", "pip": ["dagtekeningPip": "2024-02-15", "leerroute": "B"]]],
        ])
        try await Proefwereld.met([persoon]) { duo async throws in
            #expect(try await duo.vraag("DELETE", pad).status == 200)
            #expect(try await duo.vraag("GET", pad).json?["pip"]?["dagtekeningPip"] == "2024-02-15")
        }
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            #expect(try await duo.vraag("DELETE", pad).status == 404)
        }
    }

    @Test(
        "De termijn eindigt drie kalenderjaren na zijn begin, ook rond 29 februari",
        arguments: [
            ("2022-03-15", "2022-03-16", "2025-03-16"), ("2024-02-28", "2024-02-29", "2027-03-01"),
            ("2024-02-29", "2024-03-01", "2027-03-01"), ("2022-12-31", "2023-01-01", "2026-01-01"),
            ("2025-02-28", "2025-03-01", "2028-03-01"), ("2023-02-27", "2023-02-28", "2026-02-28"),
        ]
    )
    func termijn(dagtekening: String, start: String, einde: String) async throws {
        let persoon = Proefwereld.persoon([
            "vestigingsdatum": "2022-01-01",
            "inburgeringsplicht": ["indicatorInburgeringsplicht": true, "begindatum": "2022-01-01"],
        ])
        try await Proefwereld.met([persoon]) { duo async throws in
            let pip: JSONWaarde = ["dagtekeningPip": .tekst(dagtekening), "leerroute": "B"]
            #expect(try await duo.vraag("POST", pad, pip).status == 201)
            let vastgesteld = try await duo.vraag("GET", termijn).json
            #expect(vastgesteld?["startdatum"]?.alsTekst == start)
            #expect(vastgesteld?["einddatum"]?.alsTekst == einde)
        }
    }
}
