// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Contactpersonen van een gemeente")
struct ContactpersoonTests {
    private static func gegevens(_ naam: String = "Anna de Vries") -> JSONWaarde {
        ["naam": .tekst(naam), "email": "anna@gemeente.example", "telefoonnummer": "020 624 11 11"]
    }

    @Test("Een nieuwe contactpersoon krijgt een nummer en is te wijzigen en te verwijderen")
    func levensloop() async throws {
        try await Proefwereld.met([]) { duo async throws in
            let eerste = try await duo.vraag("POST", "/contactpersonen", Self.gegevens())
            #expect(eerste.status == 201)
            #expect(eerste.json == ["id": 1, "contactpersoongegevens": Self.gegevens()])
            #expect(try await duo.vraag("POST", "/contactpersonen", Self.gegevens()).json?["id"] == 2)
            #expect(try await duo.vraag("PUT", "/contactpersonen/1", Self.gegevens("Bo Smit")).status == 200)
            let alle = try await duo.beheer("GET", "/contactpersonen").json?["contactpersonen"]
            #expect(alle?[0]?["contactpersoongegevens"]?["naam"] == "Bo Smit")
            #expect(try await duo.vraag("DELETE", "/contactpersonen/1").status == 200)
            #expect(try await duo.vraag("DELETE", "/contactpersonen/1").status == 404)
            #expect(try await duo.vraag("PUT", "/contactpersonen/7", Self.gegevens()).status == 404)
            #expect(try await duo.vraag("PUT", "/contactpersonen/100000", Self.gegevens()).status == 400)
        }
    }

    @Test("Een gemeente komt niet aan contactpersonen van een andere")
    func andereGemeente() async throws {
        try await Proefwereld.met([Proefwereld.persoon(["gemeentecode": "0014"])]) { duo async throws in
            _ = try await duo.vraag("POST", "/contactpersonen", Self.gegevens())
            let groningen = Proefwereld.groningen
            let wijzig = try await duo.vraag("PUT", "/contactpersonen/1", Self.gegevens(), bron: groningen)
            #expect(wijzig.status == 403)
            #expect(wijzig.foutteksten.count == 1)
            let verwijder = try await duo.vraag("DELETE", "/contactpersonen/1", bron: groningen)
            #expect(verwijder.status == 403)
            #expect(verwijder.ruw.isEmpty)
            let koppel = "/contactpersonen/1/personen/\(Proefwereld.bsn)"
            #expect(try await duo.vraag("POST", koppel, bron: groningen).status == 403)
        }
    }

    @Test("Een koppeling overschrijft de vorige en gaat met de contactpersoon mee")
    func koppelen() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            for _ in 1...2 { _ = try await duo.vraag("POST", "/contactpersonen", Self.gegevens()) }
            func koppel(_ methode: String, _ id: Int) async throws -> Int {
                try await duo.vraag(methode, "/contactpersonen/\(id)/personen/\(Proefwereld.bsn)").status
            }
            #expect(try await koppel("POST", 1) == 201)
            #expect(try await koppel("POST", 2) == 201)
            #expect(try await koppel("DELETE", 1) == 404)
            #expect(try await koppel("POST", 3) == 404)
            #expect(try await duo.beheer("GET", "/stand").json?["koppelingen"] == 1)
            #expect(try await duo.vraag("DELETE", "/contactpersonen/2").status == 200)
            #expect(try await duo.beheer("GET", "/stand").json?["koppelingen"] == 0)
            #expect(try await koppel("POST", 1) == 201)
            #expect(try await koppel("DELETE", 1) == 200)
        }
    }

    @Test(
        "Gegevens buiten de specificatie zijn 400",
        arguments: [
            ["naam": "Anna"], ["naam": "Anna1", "email": "a@b.nl", "telefoonnummer": "0201234567"],
            ["naam": "Anna", "email": "a@b", "telefoonnummer": "02"],
            ["naam": "Anna", "email": "a@b", "telefoonnummer": "bel mij"],
            ["naam": "Anna", "email": "a", "telefoonnummer": "0201234567"],
        ] as [JSONWaarde]
    )
    func ongeldig(body: JSONWaarde) async throws {
        try await Proefwereld.met([]) { duo async throws in
            #expect(try await duo.vraag("POST", "/contactpersonen", body).status == 400)
        }
    }
}
