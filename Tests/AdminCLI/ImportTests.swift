// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieTestKit
import Testing

/// Messages of DUO that come as files.
@Suite struct `Berichten uit bestanden` {
    private static let notificatie =
        #"{"registratieDatumTijd":"2024-03-15T09:30:00Z","gebeurtenisId":"SS101","bsn":"999900031"}"#
    private static let antwoorden = #"""
        {"bsn":"999900031",
         "inburgeringsplicht":{"indicatorInburgeringsplicht":true,"begindatum":"2024-01-10","datumKennisgevingInburgeringsplicht":"2024-01-15"},
         "doelgroep":{"indeling":"Asielstatushouder","begindatum":"2024-01-10"},
         "examens/resultaten":[{"examendatum":"2025-02-03","onderdeel":"KNM","resultaat":"Geslaagd"}]}
        """#

    @Test func `een proef toont feiten per bestand, zonder installatie en zonder BSN`() async throws {
        let map = try Proefmap()
        let a = try map.schrijf("a.json", Self.notificatie)
        let b = try map.schrijf("b.json", Self.antwoorden)
        let uit = try await map.json(["bericht", "import", "--partner", "duo", a, b, "--dry-run"])
        let berichten = try #require(uit["berichten"]?.lijst)
        #expect(berichten.map { $0["soort"] } == ["notificatie", "antwoorden"])
        #expect(berichten[0]["gebeurtenisId"] == "SS101")
        let soorten = berichten[1]["gebeurtenissen"]?.lijst?.compactMap { $0["soort"]?.tekst } ?? []
        #expect(soorten == ["PersoonsgegevensOntvangen", "InburgeringsplichtVastgesteld", "ExamenresultaatOntvangen"])
        #expect(berichten.allSatisfy { $0["afwijkingen"]?.lijst?.isEmpty == true })
        #expect(!uit.description.contains(Proefpersoon.bsn))
    }

    @Test(arguments: [
        (#"[{"examendatum":"2025-02-03","onderdeel":"KNM","resultaat":"Geslaagd"}]"#, "examens/resultaten", 1),
        (#"{"startdatum":"2024-03-16","einddatum":"2027-03-16"}"#, "inburgeringstermijn", 1),
        (#"[{"bedrag":250,"datum":"2027-05-01"}]"#, "boetes", 1),
    ])
    func `een los antwoord wordt aan zijn vorm herkend`(_ tekst: String, _ soort: String, _ feiten: Int) async throws {
        let map = try Proefmap()
        let pad = try map.schrijf("a.json", tekst)
        let bericht = try await map.json(["bericht", "import", "--partner", "duo", pad, "--dry-run"])["berichten"]?
            .lijst?.first
        #expect(bericht?["soort"] == .tekst(soort))
        #expect(bericht?["gebeurtenissen"]?.lijst?.count == feiten)
    }

    @Test(arguments: [
        (#"{"registratieDatumTijd":"2024-03-15T09:30:00Z","gebeurtenisId":"SS999","bsn":"999900031"}"#, "SS999"),
        (#"{"registratieDatumTijd":"gisteren","gebeurtenisId":"SS101","bsn":"999900031"}"#, "registratieDatumTijd"),
        (#"{"registratieDatumTijd":"2024-03-15T09:30:00Z","gebeurtenisId":"SS101"}"#, "V-nummer"),
        (#"[{"examendatum":"2025-02-30","onderdeel":"KNM","resultaat":"Geslaagd"}]"#, "examendatum"),
        (#"[{"examendatum":"2025-02-03","onderdeel":"KNM","resultaat":"Geslaagd","kleur":"rood"}]"#, "kleur"),
        (#"{"iets":"anders"}"#, "geen notificatie"), ("{", "JSON"),
    ])
    func `een afwijking van de specificatie wordt genoemd, en het eindigt met 6`(_ tekst: String, _ wat: String)
        async throws
    {
        let map = try Proefmap()
        let pad = try map.schrijf("a.json", tekst)
        let bericht = try await map.json(["bericht", "import", "--partner", "duo", pad, "--dry-run"], code: 6)[
            "berichten"
        ]?.lijst?.first
        #expect(
            bericht?["afwijkingen"]?.lijst?.contains { $0["wat"]?.tekst?.contains(wat) == true } == true,
            "\(bericht ?? .null)"
        )
        #expect(bericht?.description.contains(Proefpersoon.bsn) == false)
    }

    @Test func `een notificatie gaat naar het postvak in, tweemaal hetzelfde bestand heeft één gevolg`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let pad = try map.schrijf("a.json", Self.notificatie)
        let opdracht = ["bericht", "import", "--partner", "duo", pad, "--reden", "storing bij DUO"]
        #expect(try await map.json(opdracht)["berichten"]?.lijst?.first?["nieuw"] == true)
        #expect(try await map.json(opdracht)["berichten"]?.lijst?.first?["nieuw"] == false)
        let berichten = try await map.json(["bericht", "list", "--richting", "in"])["berichten"]?.lijst
        #expect(berichten?.map { $0["soort"] } == ["SS101"])
    }

    @Test func `antwoorden gaan naar het dossier, en wat bekend was komt er niet nog eens bij`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let pad = try map.schrijf("b.json", Self.antwoorden)
        let opdracht = ["bericht", "import", "--partner", "duo", pad, "--reden", "nagezonden"]
        #expect(try await map.draai(opdracht).code == 1, "er is nog geen dossier")
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        #expect(try await map.json(opdracht)["berichten"]?.lijst?.first?["nieuw"] == true)
        let feiten = try await map.json(["dossier", "history", id])["gebeurtenissen"]?.lijst
        #expect(feiten?.filter { $0["soort"] == "ExamenresultaatOntvangen" }.count == 1)
        #expect(feiten?.filter { $0["soort"] == "InburgeringsplichtVastgesteld" }.count == 1)
        #expect(try await map.json(opdracht)["berichten"]?.lijst?.first?["nieuw"] == false)
    }

    @Test func `van een andere partner kan het niet`() async throws {
        let uitkomst = try await Proefmap().regie("bericht", "import", "--partner", "coa", "x.json", "--dry-run")
        #expect(uitkomst.code == 2)
    }
}
