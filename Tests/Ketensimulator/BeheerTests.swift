// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Het beheer van de simulator")
struct BeheerTests {
    @Test("De stand telt wat er is en wat er gebeurde")
    func stand() async throws {
        let personen = [Proefwereld.persoon(), Proefwereld.persoon(["bsn": .tekst(Proefwereld.andereBsn)])]
        try await Proefwereld.met(personen) { duo async throws in
            _ = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/PIP")
            _ = try await duo.vraag("GET", "/instellingen")
            let stand = try #require(try await duo.beheer("GET", "/stand").json)
            #expect(stand["vandaag"] == "2024-06-01")
            #expect(stand["personen"] == 2)
            #expect(stand["gemeenten"] == 2)
            #expect(stand["instellingen"] == 3)
            #expect(stand["verzoeken"] == 2)
            #expect(stand["verzoekenPerStatus"] == ["200": 1, "404": 1])
        }
    }

    @Test("Het overzicht van verzoeken toont inhoud en uitkomst, maar nergens een BSN in een pad")
    func verzoeken() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            let id = Proefclient.nieuwBerichtId()
            let pip: JSONWaarde = ["dagtekeningPip": "2024-03-15", "leerroute": "B"]
            _ = try await duo.vraag("POST", "/personen/\(Proefwereld.bsn)/PIP", pip, berichtId: id)
            _ = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/bestaat-niet")
            let antwoord = try await duo.beheer("GET", "/verzoeken")
            let regels = try #require(antwoord.json?["verzoeken"]?.alsLijst)
            #expect(regels.map { $0["pad"] } == ["/v1/personen/{bsn}/PIP", "/v1/personen/{bsn}/bestaat-niet"])
            #expect(regels[0]["berichtId"]?.alsTekst == id)
            #expect(regels[0]["bron"]?.alsTekst == Proefwereld.amsterdam)
            #expect(regels[0]["status"] == 201)
            #expect(regels[0]["persoon"] == 1)
            #expect(regels[0]["body"] == pip)
            #expect(!String(decoding: antwoord.ruw, as: UTF8.self).contains(Proefwereld.bsn))
            #expect(try await duo.beheer("GET", "/verzoeken?aantal=1").json?["verzoeken"]?.alsLijst?.count == 1)
        }
    }

    @Test("Een persoon wordt gevonden, getoond, veranderd en toegevoegd")
    func personen() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            #expect(
                try await duo.beheer("POST", "/personen/zoek", ["bsn": .tekst(Proefwereld.bsn)]).json?["volgnummer"]
                    == 1
            )
            #expect(try await duo.beheer("GET", "/personen/1").json?["persoon"]?["gemeentecode"] == "0363")
            #expect(try await duo.beheer("GET", "/personen/2").status == 404)
            try await duo.beheer("PUT", "/personen/1", ["boetes": [["bedrag": 340, "datum": "2024-05-01"]]])
            let boetes = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/boetes").json
            #expect(boetes == [["bedrag": 340, "datum": "2024-05-01"]])
            let nieuw = try await duo.beheer(
                "POST",
                "/personen",
                Proefwereld.persoon(["bsn": .tekst(Proefwereld.andereBsn)])
            )
            #expect(nieuw.json?["volgnummer"] == 2)
            #expect(try await duo.vraag("GET", "/personen/\(Proefwereld.andereBsn)/doelgroep").status == 200)
        }
    }

    @Test("Wie vandaag verzet ziet DUO anders beslissen")
    func vandaag() async throws {
        try await Proefwereld.met([Proefwereld.metPIP()]) { duo async throws in
            let pad = "/personen/\(Proefwereld.bsn)/pvt"
            let body: JSONWaarde = ["datumOndertekeningPvt": "2024-07-01"]
            #expect(try await duo.vraag("PUT", pad, body).status == 403)
            #expect(try await duo.beheer("PUT", "/vandaag", ["vandaag": "gisteren"]).status == 400)
            #expect(try await duo.beheer("PUT", "/vandaag", ["vandaag": "2024-07-01"]).status == 200)
            #expect(try await duo.vraag("PUT", pad, body).status == 200)
        }
    }

    @Test("Opdrachten die niet kloppen worden geweigerd")
    func onzin() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            #expect(try await duo.beheer("GET", "/bestaat-niet").status == 404)
            #expect(try await duo.beheer("PUT", "/personen/1", []).status == 400)
            #expect(try await duo.beheer("PUT", "/personen/9", ["boetes": []]).status == 404)
            #expect(try await duo.beheer("POST", "/notificaties", ["alles": true]).status == 400)
        }
    }
}
