// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Een bericht dat twee keer komt")
struct BerichtIdTests {
    private let pad = "/personen/\(Proefwereld.bsn)/PIP"

    @Test("Heeft een effect en krijgt hetzelfde antwoord")
    func eenEffect() async throws {
        try await Proefgemeente.met { gemeente, url in
            try await Proefwereld.met([Proefwereld.persoon()], naarURL: url) { duo async throws in
                let id = Proefclient.nieuwBerichtId()
                let pip: JSONWaarde = ["dagtekeningPip": "2024-03-15", "leerroute": "B"]
                #expect(try await duo.vraag("POST", pad, pip, berichtId: id).status == 201)
                #expect(try await duo.vraag("POST", pad, pip, berichtId: id).status == 201)
                let staat = try await duo.beheer("GET", "/personen/1").json?["persoon"]
                #expect(staat?["pipHistorie"] == nil)
                // A message of its own shows that the one before it was pushed, and was pushed once.
                try await duo.beheer(
                    "POST",
                    "/notificaties",
                    ["notificaties": [["gemeentecode": "0363", "gebeurtenisId": "SS199"]]]
                )
                #expect(try await gemeente.wacht(op: 2))
            }
            #expect(
                gemeente.ontvangen.compactMap { $0.body?["gebeurtenisId"]?.alsTekst }.sorted() == ["SS102", "SS199"]
            )
        }
    }

    @Test("Twee tegelijk geven ook een contactpersoon")
    func tegelijk() async throws {
        try await Proefwereld.met([]) { duo async throws in
            let id = Proefclient.nieuwBerichtId()
            let gegevens: JSONWaarde = ["naam": "Anna", "email": "a@b.nl", "telefoonnummer": "0201234567"]
            let nummers = try await withThrowingTaskGroup(of: JSONWaarde?.self) { groep in
                for _ in 1...8 {
                    groep.addTask {
                        try await duo.vraag("POST", "/contactpersonen", gegevens, berichtId: id).json?["id"]
                    }
                }
                return try await groep.reduce(into: []) { $0.append($1) }
            }
            #expect(nummers == Array(repeating: 1, count: 8))
            #expect(try await duo.beheer("GET", "/stand").json?["contactpersonen"] == 1)
        }
    }

    @Test("Met een ander berichtId telt het opnieuw")
    func anderBericht() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            let pip: JSONWaarde = ["dagtekeningPip": "2024-03-15", "leerroute": "B"]
            _ = try await duo.vraag("POST", pad, pip)
            _ = try await duo.vraag("POST", pad, pip)
            let historie = try await duo.beheer("GET", "/personen/1").json?["persoon"]?["pipHistorie"]
            #expect(historie?.alsLijst?.count == 1)
        }
    }

    @Test("Een geweigerd bericht mag opnieuw als de oorzaak weg is")
    func naWeigering() async throws {
        try await Proefwereld.met([Proefwereld.persoon(["vestigingsdatum": "2024-04-01"])]) { duo async throws in
            let id = Proefclient.nieuwBerichtId()
            let pip: JSONWaarde = ["dagtekeningPip": "2024-03-15", "leerroute": "B"]
            #expect(try await duo.vraag("POST", pad, pip, berichtId: id).status == 403)
            try await duo.beheer("PUT", "/personen/1", ["vestigingsdatum": "2024-03-01"])
            #expect(try await duo.vraag("POST", pad, pip, berichtId: id).status == 201)
        }
    }
}
