// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Welke personen een gemeente mag zien")
struct ZichtbaarheidTests {
    private func status(_ persoon: JSONWaarde, bron: String, vandaag: String = "2024-06-01") async throws -> Int {
        try await Proefwereld.met([persoon], vandaag: vandaag, bron: bron) { duo async throws in
            try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/doelgroep").status
        }
    }

    @Test("De gemeente waar iemand woont ziet hem, een andere niet")
    func inwoner() async throws {
        #expect(try await status(Proefwereld.persoon(), bron: Proefwereld.amsterdam) == 200)
        #expect(try await status(Proefwereld.persoon(), bron: Proefwereld.groningen) == 403)
    }

    @Test("De gemeente waaraan het COA iemand in een azc koppelde ziet hem; zonder koppeling ziet niemand hem")
    func azc() async throws {
        #expect(try await status(Proefwereld.persoon(["inAzc": true]), bron: Proefwereld.amsterdam) == 200)
        #expect(
            try await status(
                Proefwereld.persoon(["inAzc": true, "gemeentecode": .leeg]),
                bron: Proefwereld.amsterdam
            ) == 403
        )
    }

    @Test("De gemeente van het actuele PIP blijft zien wie verhuisde")
    func eigenPIP() async throws {
        let verhuisd = Proefwereld.metPIP(["gemeentecode": "0014"])
        #expect(try await status(verhuisd, bron: Proefwereld.amsterdam) == 200)
        #expect(try await status(verhuisd, bron: Proefwereld.groningen) == 200)
    }

    @Test("De gemeente van het vorige PIP ziet iemand nog een maand na het nieuwe")
    func vorigPIP() async throws {
        let overgenomen = Proefwereld.persoon([
            "gemeentecode": "0014",
            "pip": ["gemeentecode": "0014", "pip": ["dagtekeningPip": "2024-05-10", "leerroute": "B"]],
            "pipHistorie": [["gemeentecode": "0363", "pip": ["dagtekeningPip": "2024-03-15", "leerroute": "B"]]],
        ])
        #expect(try await status(overgenomen, bron: Proefwereld.amsterdam, vandaag: "2024-06-09") == 200)
        #expect(try await status(overgenomen, bron: Proefwereld.amsterdam, vandaag: "2024-06-10") == 403)
    }

    @Test("Wie onder de oude wet valt hoort niet in de uitwisseling")
    func oudeWet() async throws {
        #expect(try await status(Proefwereld.persoon(["wet": "Wi2013"]), bron: Proefwereld.amsterdam) == 403)
    }

    @Test("Een schrijvende gemeente leest in de 403 waarom")
    func uitleg() async throws {
        try await Proefwereld.met([Proefwereld.persoon()], bron: Proefwereld.groningen) { duo async throws in
            let antwoord = try await duo.vraag(
                "POST",
                "/personen/\(Proefwereld.bsn)/PIP",
                ["dagtekeningPip": "2024-05-01", "leerroute": "B"]
            )
            #expect(antwoord.status == 403)
            #expect(antwoord.foutteksten == ["Deze persoon is niet relevant voor uw gemeente."])
        }
    }
}
