// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import KetensimulatorKit
import KetensimulatorTestKit
import RegieTestKit
import Testing

/// The main job: from a notification of DUO to the worklist of the klantmanager, and back.
@Suite(.serialized) struct HoofdlijnTests {
    @Test(.timeLimit(.minutes(8)))
    func `van een notificatie van DUO naar de werkvoorraad en met het PIP terug`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let bsn = Wereld.nummers[0]
        let regied = try await opstelling.regied()

        // DUO tells; the dossier comes into being.
        let geduwd = try await opstelling.duoClient.beheer("POST", "/notificaties", .object(["alle": .bool(true)]))
        #expect(geduwd.json?["perStatus"]?["201"]?.alsHeel == 1, "\(String(decoding: geduwd.ruw, as: UTF8.self))")
        var gevonden: String?
        try await Wachten.tot("het dossier is er", toelichting: { regied.foutuitvoer }) {
            gevonden = try await opstelling.dossier(van: bsn)
            return gevonden != nil
        }
        let id = try #require(gevonden)

        // The worklist says what must be done, by when and on what ground.
        try await Wachten.tot("het PIP staat op de werkvoorraad", toelichting: { regied.foutuitvoer }) {
            let werk = try await opstelling.regie("werkvoorraad")["signalen"]?.lijst ?? []
            return werk.contains { $0["code"]?.tekst == "PIP_VASTSTELLEN" }
        }
        let uitleg = try await opstelling.regie("dossier", "explain", id)
        let pip = try #require(uitleg["termijnen"]?.lijst?.first { $0["code"]?.tekst == "PIP_VASTSTELLEN" })
        #expect(pip["grondslag"]?.lijst?.contains { $0.tekst?.contains("art. 5.3") == true } == true, "\(pip)")

        // The klantmanager sets the PIP; it arrives at DUO.
        let vandaag = Wereld.vandaag
        try await opstelling.regie(
            "pip",
            "vaststellen",
            id,
            "--dagtekening",
            "\(vandaag)",
            "--leerroute",
            "B",
            "--niveau",
            "B1",
            "--intensiteit",
            "600",
            "--gesprekken",
            "6",
            "--uren-pvt",
            "12",
            "--uren-map",
            "40",
            "--reden",
            "proef"
        )
        try await Wachten.tot("DUO heeft het PIP", toelichting: { regied.foutuitvoer }) {
            try await opstelling.verzoeken().contains {
                $0["methode"]?.alsTekst == "POST" && $0["pad"]?.alsTekst?.hasSuffix("/PIP") == true
                    && $0["status"]?.alsHeel == 201
            }
        }

        // DUO answers with the term, and the explanation names article 11.
        var uitkomst = JSON.null
        try await Wachten.tot("de termijn van DUO is bekend", toelichting: { regied.foutuitvoer }) {
            uitkomst = try await opstelling.regie("dossier", "history", id)
            return uitkomst["gebeurtenissen"]?.lijst?.contains {
                $0["soort"]?.tekst == "InburgeringstermijnVastgesteld"
            } == true
        }
        let daarna = try await opstelling.regie("dossier", "explain", id)
        let termijn = try #require(daarna["termijnen"]?.lijst?.first { $0["code"]?.tekst == "INBURGERINGSTERMIJN" })
        #expect(termijn["begin"]?.tekst == "\(vandaag.volgende)")
        #expect(
            termijn["grondslag"]?.lijst?.contains { $0.tekst?.contains("Wi2021 art. 11") == true } == true,
            "\(termijn)"
        )
        #expect(daarna["signalen"]?.lijst?.contains { $0["code"]?.tekst == "TERMIJN_WIJKT_AF" } == false, "\(daarna)")

        // Every step is in the audit log, and no number of a person anywhere in what the daemon said.
        let audit = try await opstelling.regie("audit", "list")
        #expect("\(audit)".contains("PIPVastgesteld"), "\(audit)")
        #expect(!"\(audit)".contains(bsn))
        #expect(!regied.foutuitvoer.contains(bsn))
        #expect(await regied.stop() == 0)
        await opstelling.opruimen()
    }

    @Test(.timeLimit(.minutes(8)))
    func `een klantmanager meldt zich aan als contactpersoon en wordt met DUO's nummer gekoppeld`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let bsn = Wereld.nummers[0]
        let regied = try await opstelling.regied()
        try await opstelling.duoClient.beheer("POST", "/notificaties", .object(["alle": .bool(true)]))
        var gevonden: String?
        try await Wachten.tot("het dossier is er", toelichting: { regied.foutuitvoer }) {
            gevonden = try await opstelling.dossier(van: bsn)
            return gevonden != nil
        }
        let id = try #require(gevonden)
        try await opstelling.regie(
            "klantmanager",
            "aanmelden",
            id,
            "--klantmanager",
            "j.jansen",
            "--naam",
            "J. Jansen",
            "--email",
            "j.jansen@voorbeeld.nl",
            "--telefoon",
            "020-5550000",
            "--reden",
            "proef"
        )
        try await Wachten.tot("DUO heeft de koppeling", toelichting: { regied.foutuitvoer }) {
            try await opstelling.verzoeken().contains {
                $0["methode"]?.alsTekst == "POST" && $0["pad"]?.alsTekst?.contains("/contactpersonen/") == true
                    && $0["pad"]?.alsTekst?.contains("/personen/") == true && ($0["status"]?.alsHeel ?? 0) < 300
            }
        }
        let historie = try await opstelling.regie("dossier", "history", id)
        #expect("\(historie)".contains("contactpersoonId"), "\(historie)")
        #expect(!regied.foutuitvoer.contains("jansen@"))
        #expect(await regied.stop() == 0)
        await opstelling.opruimen()
    }

    @Test(.timeLimit(.minutes(8)))
    func `wat DUO weigert komt in DUO's eigen woorden bij de klantmanager`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let bsn = Wereld.nummers[0]
        let regied = try await opstelling.regied()
        try await opstelling.duoClient.beheer("POST", "/notificaties", .object(["alle": .bool(true)]))
        var gevonden: String?
        try await Wachten.tot("het dossier is er", toelichting: { regied.foutuitvoer }) {
            gevonden = try await opstelling.dossier(van: bsn)
            return gevonden != nil
        }
        let id = try #require(gevonden)
        // DUO knows of a later settling than we do: our own check passes, DUO's does not.
        let wijziging: JSONWaarde = .object(["vestigingsdatum": .tekst("\(Wereld.vandaag.plus(dagen: -1))")])
        try await opstelling.duoClient.beheer("PUT", "/personen/1", wijziging)
        try await opstelling.regie(
            "pip",
            "vaststellen",
            id,
            "--dagtekening",
            "\(Wereld.vandaag.plus(dagen: -30))",
            "--leerroute",
            "B",
            "--niveau",
            "B1",
            "--gesprekken",
            "6",
            "--uren-pvt",
            "12",
            "--reden",
            "proef"
        )
        var werk: [JSON] = []
        try await Wachten.tot("de weigering staat op de werkvoorraad", toelichting: { regied.foutuitvoer }) {
            werk = try await opstelling.regie("werkvoorraad", "--code", "BERICHT_GEWEIGERD")["signalen"]?.lijst ?? []
            return !werk.isEmpty
        }
        let verzoek = try #require(
            try await opstelling.verzoeken().first { $0["methode"]?.alsTekst == "POST" && $0["status"]?.alsHeel == 403 }
        )
        #expect(verzoek["pad"]?.alsTekst?.hasSuffix("/PIP") == true)
        #expect(werk.first?["actie"]?.tekst?.contains("DUO weigert") == true, "\(werk)")
        #expect(await regied.stop() == 0)
        await opstelling.opruimen()
    }
}
