// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeTestKit
import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Een bericht gaat naar DUO` {
    static let id = "99999999-8888-4777-a666-555555555555"

    func bericht(_ soort: String, _ inhoud: JSON) throws -> UitgaandBericht {
        UitgaandBericht(
            berichtId: Self.id,
            partner: .duo,
            soort: soort,
            dossier: try #require(DossierID("000000000001")),
            inhoud: inhoud,
            gemaaktOp: VasteKlok().nu
        )
    }

    /// What sending gives, and what DUO saw of it.
    func zend(
        _ soort: String,
        _ inhoud: JSON,
        antwoord: Proefserver.Antwoord = .init(200),
        bsn: String? = Proef.bsn,
        keer: Int = 1,
        log: Logvanger = Logvanger()
    ) async throws -> (uitkomst: Verzenduitkomst, gezien: [Proefserver.Verzoek]) {
        let uitgaand = try bericht(soort, inhoud)
        let dossier = try Proef.dossier([], bsn: bsn)
        return try await Proefserver.met(antwoord: { _ in antwoord }) { server in
            let koppeling = try Proef.koppeling(server.url, log: log)
            let verzender = try #require(koppeling.verzender(voor: Proef.gemeente()))
            var uitkomst = Verzenduitkomst.defect("niet verzonden")
            for _ in 0..<keer { uitkomst = await verzender.verzend(uitgaand, over: dossier) }
            await koppeling.sluit()
            return (uitkomst, server.verzoeken)
        }
    }

    @Test(arguments: [
        ("pip.post", "POST", "/PIP"), ("pip.delete", "DELETE", "/PIP"), ("map.put", "PUT", "/map"),
        ("pvt.put", "PUT", "/pvt"), ("zroute.put", "PUT", "/zroute"), ("lbt.delete", "DELETE", "/lbt/examennummer"),
        ("aanbod.post", "POST", "/Inburgeringsaanbod/0000000123"),
        ("aanbod.delete", "DELETE", "/Inburgeringsaanbod/0000000123"),
        ("uren.intake.put", "PUT", "/uren/bredeintake/taallesknm"),
        ("uren.participatie.put", "PUT", "/uren/participatieactiviteiten"),
        ("uren.participatietaalles.put", "PUT", "/uren/participatietaalles"),
        ("uren.instelling.put", "PUT", "/uren/instellingen/0000000123/taallesknm"),
        ("contactpersoon.put", "PUT", "/v1/contactpersonen/12"),
        ("contactpersoon.delete", "DELETE", "/v1/contactpersonen/12"),
        ("contactpersoon.post", "POST", "/v1/contactpersonen"),
        ("contactpersoon.koppel", "POST", "/v1/contactpersonen/12/personen/999990019"),
        ("contactpersoon.ontkoppel", "DELETE", "/v1/contactpersonen/12/personen/999990019"),
    ])
    func `naar het pad van de specificatie, met de koppen en de inhoud`(soort: String, methode: String, pad: String)
        async throws
    {
        let inhoud: JSON = ["instellingsnummer": "0000000123", "contactpersoonId": 12, "body": ["a": 1]]
        let (uitkomst, gezien) = try await zend(
            soort,
            inhoud,
            antwoord: .init(200, #"{"id":7}"#, koppen: ["berichtId": Self.id])
        )
        #expect(uitkomst == .verzonden([]))
        let verzoek = try #require(gezien.first)
        #expect(gezien.count == 1)
        #expect(verzoek.methode == methode)
        #expect(verzoek.pad == (pad.hasPrefix("/v1") ? pad : "/v1/personen/999990019\(pad)"))
        #expect(verzoek.koppen["berichtid"] == Self.id)
        #expect(verzoek.koppen["bron"] == Proef.eigenOIN)
        #expect(verzoek.koppen["doel"] == Proef.duoOIN)
        #expect(verzoek.body == Array(#"{"a":1}"#.utf8))
    }

    @Test func `elke soort bericht is hier beproefd`() {
        #expect(Berichtsoort.allCases.count == 17)
    }

    @Test func `het berichtId blijft bij elke poging hetzelfde`() async throws {
        let (_, gezien) = try await zend("map.put", ["body": [:]], antwoord: .init(503), keer: 3)
        #expect(gezien.map { $0.koppen["berichtid"] } == [Self.id, Self.id, Self.id])
    }

    @Test func `een weigering komt terug in de woorden van DUO, zonder BSN`() async throws {
        let woorden =
            #"[{"fouttekst":"De dagtekening ligt te vroeg."},{"fouttekst":"Persoon 999990019 heeft geen aanbod bij 0000000123."}]"#
        let (uitkomst, _) = try await zend("pip.post", ["body": [:]], antwoord: .init(403, woorden))
        #expect(
            uitkomst
                == .geweigerd(["De dagtekening ligt te vroeg.", "Persoon *******19 heeft geen aanbod bij 0000000123."])
        )
        let (zonder, _) = try await zend("pip.post", ["body": [:]], antwoord: .init(403))
        guard case .geweigerd(let uitleg) = zonder else {
            Issue.record("\(zonder)")
            return
        }
        #expect(uitleg.count == 1)
    }

    @Test(arguments: [400, 404, 405])
    func `wat aan ons ligt ziet de beheerder, en wordt niet herhaald`(status: Int) async throws {
        let (uitkomst, _) = try await zend("pip.post", ["body": [:]], antwoord: .init(status))
        guard case .defect(let waarom) = uitkomst else {
            Issue.record("\(uitkomst)")
            return
        }
        #expect(waarom.contains("\(status)"))
    }

    @Test func `een 401 wacht tot de koppeling hersteld is, en haalt niemand in`() async throws {
        let (uitkomst, _) = try await zend("pip.post", ["body": [:]], antwoord: .init(401))
        guard case .later(let waarom, _) = uitkomst else {
            Issue.record("\(uitkomst)")
            return
        }
        #expect(waarom.contains("certificaat"))
    }

    @Test func `een verwijdering waarvan het antwoord verloren ging is bij de volgende poging gedaan`() async throws {
        let (uitkomst, _) = try await zend("pip.delete", [:], antwoord: .init(404))
        #expect(uitkomst == .verzonden([]))
    }

    @Test(arguments: [500, 502, 503, 504, 429])
    func `een storing is later, niet voor Retry-After`(status: Int) async throws {
        let (uitkomst, _) = try await zend(
            "pip.post",
            ["body": [:]],
            antwoord: .init(status, koppen: ["retry-after": "60"])
        )
        guard case .later(_, let nietVoor) = uitkomst else {
            Issue.record("\(uitkomst)")
            return
        }
        #expect(nietVoor == VasteKlok().nu.plus(milliseconden: 60_000))
    }

    @Test func `een antwoord op het bericht van een ander telt niet`() async throws {
        let (uitkomst, _) = try await zend(
            "pip.post",
            ["body": [:]],
            antwoord: .init(201, koppen: ["berichtId": "van-een-ander"])
        )
        guard case .later = uitkomst else {
            Issue.record("\(uitkomst)")
            return
        }
    }

    @Test func `DUO hangt op of zwijgt`() async throws {
        let uitgaand = try bericht("map.put", ["body": [:]])
        let dossier = try Proef.dossier([])
        try await Breekserver.met("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{") { url in
            let koppeling = try Proef.koppeling(url)
            let uitkomst = await koppeling.verzender(voor: try Proef.gemeente())?.verzend(uitgaand, over: dossier)
            #expect(uitkomst == .later(TransportFailure(.cut).words, nietVoor: nil))
            await koppeling.sluit()
        }
        try await Proefserver.met(antwoord: { _ in
            try? await Task.sleep(for: .seconds(30))
            return .init(200)
        }) { server in
            let koppeling = try Proef.koppeling(server.url, timeout: .milliseconds(300))
            let uitkomst = await koppeling.verzender(voor: try Proef.gemeente())?.verzend(uitgaand, over: dossier)
            #expect(uitkomst == .later(TransportFailure(.timeout).words, nietVoor: nil))
            await koppeling.sluit()
        }
    }

    @Test func `een nieuwe contactpersoon krijgt het id dat DUO geeft`() async throws {
        let persoon = Contactpersoon(naam: "Kees", email: "k@a.nl", telefoonnummer: "0612345678")
        let ontwerp = persoon.aanmelding(klantmanager: "kees", datum: dag("2025-06-01"))
        let (uitkomst, gezien) = try await zend(
            ontwerp.soort,
            ontwerp.inhoud,
            antwoord: .init(201, #"{"id":731,"contactpersoongegevens":{}}"#)
        )
        guard case .verzonden(let feiten) = uitkomst else {
            Issue.record("\(uitkomst)")
            return
        }
        #expect(
            Proef.json(feiten) == [
                [
                    "soort": "KlantmanagerToegewezen", "geldigOp": "2025-06-01", "bron": "gemeente",
                    "datum": "2025-06-01", "klantmanager": "kees", "contactpersoonId": 731,
                ]
            ]
        )
        #expect(gezien.first?.body == Array(#"{"naam":"Kees","email":"k@a.nl","telefoonnummer":"0612345678"}"#.utf8))
        let (zonderId, _) = try await zend(ontwerp.soort, ontwerp.inhoud, antwoord: .init(201, "{}"))
        guard case .defect = zonderId else {
            Issue.record("\(zonderId)")
            return
        }
    }

    @Test func `zonder BSN, instelling, id of met een vreemde soort wordt niets verstuurd`() async throws {
        let gevallen: [(String, JSON, String?)] = [
            ("pip.post", ["body": [:]], nil), ("aanbod.post", ["body": [:]], Proef.bsn),
            ("contactpersoon.put", ["body": [:]], Proef.bsn), ("xyz", [:], Proef.bsn),
            ("contactpersoon.put", ["contactpersoonId": 100_000], Proef.bsn),
        ]
        for (soort, inhoud, bsn) in gevallen {
            let (uitkomst, gezien) = try await zend(soort, inhoud, bsn: bsn)
            guard case .defect = uitkomst else {
                Issue.record("\(soort): \(uitkomst)")
                continue
            }
            #expect(gezien.isEmpty)
        }
    }

    @Test func `in het log staat geen BSN en geen inhoud`() async throws {
        let log = Logvanger()
        _ = try await zend("contactpersoon.koppel", ["contactpersoonId": 12, "body": ["geheim": 7731]], log: log)
        #expect(log.alles.count == 1)
        #expect(log.alles.joined().contains("/contactpersonen/{id}/personen/{bsn}"))
        for geheim in [Proef.bsn, "7731", "/12/"] { #expect(!log.alles.joined().contains(geheim)) }
    }
}
