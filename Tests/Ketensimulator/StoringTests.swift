// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Storingen op verzoek")
struct StoringTests {
    private let plicht = "/personen/\(Proefwereld.bsn)/inburgeringsplicht"
    private let pip = "/personen/\(Proefwereld.bsn)/PIP"
    private let goedPIP: JSONWaarde = ["dagtekeningPip": "2024-03-15", "leerroute": "B"]

    @Test("500 en 503 gelden zo vaak als gevraagd, en het verzoek heeft geen effect", arguments: [500, 503])
    func serverfout(status: Int) async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            try await duo.beheer("POST", "/storingen", ["soort": .tekst("\(status)"), "aantal": 2])
            for _ in 1...2 {
                let antwoord = try await duo.vraag("POST", pip, goedPIP)
                #expect(antwoord.status == status)
                #expect(antwoord.apiVersie == "1.2.0")
            }
            #expect(try await duo.vraag("GET", pip).status == 404)
            #expect(try await duo.vraag("POST", pip, goedPIP).status == 201)
        }
    }

    @Test("Een storing geldt alleen voor haar pad en methode, en tot zij wordt weggehaald")
    func bereik() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            try await duo.beheer(
                "POST",
                "/storingen",
                ["soort": "500", "pad": .tekst("/v1\(pip)"), "methode": "POST"]
            )
            #expect(try await duo.vraag("GET", plicht).status == 200)
            #expect(try await duo.vraag("GET", pip).status == 404)
            for _ in 1...3 { #expect(try await duo.vraag("POST", pip, goedPIP).status == 500) }
            #expect(try await duo.beheer("GET", "/storingen").json?["storingen"]?[0]?["methode"] == "POST")
            #expect(try await duo.beheer("DELETE", "/storingen").status == 204)
            #expect(try await duo.vraag("POST", pip, goedPIP).status == 201)
        }
    }

    @Test("Vertraging geeft hetzelfde antwoord, later")
    func vertraging() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            try await duo.beheer("POST", "/storingen", ["soort": "vertraging", "millis": 300, "aantal": 1])
            let begin = ContinuousClock.now
            #expect(try await duo.vraag("GET", plicht).status == 200)
            #expect(begin.duration(to: .now) >= .milliseconds(300))
        }
    }

    @Test("Verbreken sluit de verbinding zonder antwoord; het verzoek staat wel in het overzicht")
    func verbreken() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            try await duo.beheer("POST", "/storingen", ["soort": "verbreek", "aantal": 1])
            await #expect(throws: (any Error).self) { try await duo.vraag("GET", plicht) }
            #expect(try await duo.vraag("GET", plicht).status == 200)
            let verzoeken = try await duo.beheer("GET", "/verzoeken").json?["verzoeken"]
            #expect(verzoeken?[0]?["storing"] == "verbreek")
            #expect(verzoeken?[0]?["status"] == nil)
            #expect(verzoeken?[1]?["status"] == 200)
        }
    }

    @Test("Wie na een verbroken maar verwerkt bericht hetzelfde opnieuw stuurt, telt eenmaal")
    func verbrekenNaVerwerking() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            try await duo.beheer("POST", "/storingen", ["soort": "verbreek", "aantal": 1, "verwerkt": true])
            let id = Proefclient.nieuwBerichtId()
            await #expect(throws: (any Error).self) { try await duo.vraag("POST", pip, goedPIP, berichtId: id) }
            #expect(try await duo.vraag("POST", pip, goedPIP, berichtId: id).status == 201)
            let staat = try await duo.beheer("GET", "/personen/1").json?["persoon"]
            #expect(staat?["pip"]?["gemeentecode"] == "0363")
            #expect(staat?["pipHistorie"] == nil)
        }
    }

    @Test("Tijd-uit geeft geen antwoord en sluit daarna de verbinding")
    func tijdUit() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            try await duo.beheer("POST", "/storingen", ["soort": "tijd-uit", "millis": 400, "aantal": 1])
            let begin = ContinuousClock.now
            await #expect(throws: (any Error).self) { try await duo.vraag("GET", plicht) }
            #expect(begin.duration(to: .now) >= .milliseconds(400))
        }
    }

    @Test("Andere-persoon geeft de gegevens van iemand anders met een ander berichtId")
    func anderePersoon() async throws {
        let ander: JSONWaarde = ["indicatorInburgeringsplicht": false, "begindatum": "2023-07-07"]
        let personen = [
            Proefwereld.persoon(),
            Proefwereld.persoon([
                "bsn": .tekst(Proefwereld.andereBsn), "gemeentecode": "0014", "inburgeringsplicht": ander,
            ]),
        ]
        try await Proefwereld.met(personen) { duo async throws in
            try await duo.beheer("POST", "/storingen", ["soort": "andere-persoon", "aantal": 1])
            let id = Proefclient.nieuwBerichtId()
            let antwoord = try await duo.vraag("GET", plicht, berichtId: id)
            #expect(antwoord.status == 200)
            #expect(antwoord.json == ander)
            #expect(antwoord.berichtId != nil)
            #expect(antwoord.berichtId != id)
            #expect(try await duo.vraag("GET", plicht, berichtId: id).berichtId == id)
        }
    }

    @Test("Kapotte-json is geen JSON")
    func kapot() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            try await duo.beheer("POST", "/storingen", ["soort": "kapotte-json", "aantal": 1])
            let antwoord = try await duo.vraag("GET", plicht)
            #expect(antwoord.status == 200)
            #expect(!antwoord.ruw.isEmpty)
            #expect(antwoord.json == nil)
            #expect(try await duo.vraag("GET", plicht).json != nil)
        }
    }

    @Test("Dubbel duwt een notificatie twee keer met hetzelfde berichtId")
    func dubbel() async throws {
        try await Proefgemeente.met { gemeente, url in
            try await Proefwereld.met([Proefwereld.persoon()], naarURL: url) { duo async throws in
                try await duo.beheer("POST", "/storingen", ["soort": "dubbel", "aantal": 1])
                #expect(try await duo.vraag("POST", pip, goedPIP).status == 201)
                #expect(try await gemeente.wacht(op: 2))
            }
            #expect(gemeente.ontvangen.count == 2)
            #expect(Set(gemeente.ontvangen.map(\.berichtId)).count == 1)
        }
    }

    @Test("Een onbekende storing wordt geweigerd")
    func onbekend() async throws {
        try await Proefwereld.met([]) { duo async throws in
            #expect(try await duo.beheer("POST", "/storingen", ["soort": "aardbeving"]).status == 400)
            #expect(try await duo.beheer("GET", "/stand").json?["storingen"] == 0)
        }
    }
}
