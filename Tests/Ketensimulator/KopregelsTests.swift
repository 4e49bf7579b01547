// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("De kopregels van elk bericht")
struct KopregelsTests {
    private let pad = "/personen/\(Proefwereld.bsn)/inburgeringsplicht"

    @Test("Een goed verzoek krijgt API-Version en zijn eigen berichtId terug")
    func antwoordkoppen() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            let id = "0b6f1d1e-64b7-4a9b-9d6b-111111111111"
            let antwoord = try await duo.vraag("GET", pad, berichtId: id)
            #expect(antwoord.status == 200)
            #expect(antwoord.apiVersie == "1.2.2")
            #expect(antwoord.berichtId == id)
        }
    }

    @Test("Wie een kopregel mist of verkeerd invult krijgt een kale 400")
    func fouteKoppen() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            let antwoorden = [
                try await duo.vraag("GET", pad, berichtId: nil),
                try await duo.vraag("GET", pad, berichtId: "geen-uuid"),
                try await duo.vraag("GET", pad, bron: nil),
                try await duo.vraag("GET", pad, bron: "123"),
                try await duo.vraag("GET", pad, doel: nil),
                try await duo.vraag("GET", pad, doel: Proefwereld.groningen),
            ]
            for antwoord in antwoorden {
                #expect(antwoord.status == 400)
                #expect(antwoord.ruw.isEmpty)
                #expect(antwoord.apiVersie == "1.2.2")
            }
        }
    }

    @Test("Een organisatie die geen deelnemende gemeente is krijgt 403")
    func onbekendeGemeente() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            #expect(try await duo.vraag("GET", pad, bron: "00000009999999999999").status == 403)
        }
    }

    @Test("Een onbekende persoon geeft 404, een onmogelijk nummer 400, een onbekend pad 404 zonder versie")
    func paden() async throws {
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            let onbekend = try await duo.vraag("GET", "/personen/\(Proefwereld.andereBsn)/inburgeringsplicht")
            #expect(onbekend.status == 404)
            #expect(onbekend.apiVersie == "1.2.2")
            #expect(try await duo.vraag("GET", "/personen/12345678X/inburgeringsplicht").status == 400)
            let geenPad = try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/bestaat-niet")
            #expect(geenPad.status == 404)
            #expect(geenPad.apiVersie == nil)
            #expect(try await duo.vraag("PATCH", pad).status == 405)
        }
    }
}
