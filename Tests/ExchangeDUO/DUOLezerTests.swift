// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeTestKit
import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Een notificatie wordt gelezen` {
    @Test func `een nieuwe inburgeringsplichtige, en de tweede keer niets nieuws`() async throws {
        let (eerst, _) = try await DUOServer.lees(try Proef.notificatie("SS101"), voor: try Proef.dossier([]))
        #expect(eerst.soorten == ["InburgeringsplichtVastgesteld"])
        guard case .feiten(let feiten) = eerst, let feit = feiten.first else { return }
        #expect(feit.bron == .duo)
        #expect(feit.berichtId == "11111111-2222-4333-8444-555555555555")
        #expect(feit.bekendOp == VasteKlok().nu)
        let bekend = try Proef.dossier([feit.gebeurtenis(volgnummer: 2).json.description])
        let (weer, _) = try await DUOServer.lees(try Proef.notificatie("SS101"), voor: bekend)
        #expect(weer.soorten == [])
    }

    @Test func `wat DUO niet heeft is geen fout, behalve waar de gebeurtenis over gaat`() async throws {
        let zonder = [
            "/examens/resultaten", "/examens/gratispogingen", "/doelgroep/historie", "/inburgeringsplicht/historie",
        ]
        let minder = DUOServer.alles.filter { !zonder.contains($0.key) }
        let (goed, _) = try await DUOServer.lees(
            try Proef.notificatie("SS101"),
            voor: try Proef.dossier([]),
            standaard: minder
        )
        #expect(goed.soorten == ["InburgeringsplichtVastgesteld"])
        let (later, gevraagd) = try await DUOServer.lees(
            try Proef.notificatie("SS101"),
            voor: try Proef.dossier([]),
            standaard: [:]
        )
        #expect(later.later != nil)
        #expect(gevraagd.count == 1)
    }

    @Test(arguments: ["SS118", "SS119", "SS137", "SS122", "SS127"])
    func `wat alleen aanvult of waar DUO zelf dubbelzinnig over is mag ontbreken`(soort: String) async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie(soort),
            voor: try Proef.dossier([]),
            standaard: [:]
        )
        #expect(uitkomst.soorten == [])
    }

    @Test(arguments: [500, 502, 503, 429])
    func `een storing bij DUO is later, met Retry-After waar DUO die noemt`(status: Int) async throws {
        let stuk: DUOServer.Antwoorden = ["/doelgroep": .init(status, koppen: ["retry-after": "120"])]
        let (uitkomst, _) = try await DUOServer.lees(try Proef.notificatie("SS101"), voor: try Proef.dossier([]), stuk)
        guard case .later(_, let nietVoor) = uitkomst else {
            Issue.record("\(uitkomst)")
            return
        }
        #expect(nietVoor == VasteKlok().nu.plus(milliseconden: 120_000))
    }

    @Test(arguments: [(400, "400"), (403, "403")])
    func `een weigering van DUO moet een beheerder zien`(status: Int, tekst: String) async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie("SS101"),
            voor: try Proef.dossier([]),
            ["/doelgroep": .init(status)]
        )
        #expect(uitkomst.mislukt?.contains(tekst) == true)
    }

    @Test(arguments: ["SS117", "SS131", "SS199"])
    func `een lijst die bij DUO nog leeg is wordt later weer gevraagd`(soort: String) async throws {
        let pad = try #require(Gebeurtenistabel.raadplegingen[soort]?.first).sjabloon
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie(soort),
            voor: try Proef.dossier([]),
            [pad.replacing("/personen/{bsn}", with: ""): .init(200, "[]")]
        )
        #expect(uitkomst.later?.contains(soort) == true, "\(uitkomst)")
    }

    @Test func `wie volgens DUO vertrok is vertrokken, ook als DUO de rest niet meer laat zien`() async throws {
        var antwoorden: DUOServer.Antwoorden = [:]
        for raadpleging in Gebeurtenistabel.raadplegingen["SS123"] ?? [] {
            antwoorden[raadpleging.sjabloon.replacing("/personen/{bsn}", with: "")] = .init(403)
        }
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie("SS123"),
            voor: try Proef.dossier([]),
            antwoorden
        )
        #expect(uitkomst.soorten == ["VertrokkenUitNederland"], "\(uitkomst)")
    }

    @Test func `van wie overleed nadat de plicht voldaan was is het overlijden bekend`() async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie("SS111"),
            voor: try Proef.dossier([]),
            [
                "/inburgeringsplicht": .init(
                    200,
                    #"{"indicatorInburgeringsplicht":false,"begindatum":"2022-02-01","einddatum":"2024-03-01","redenGeenInburgeringsplicht":"Inburgeringsplicht voldaan"}"#
                )
            ]
        )
        #expect(uitkomst.soorten?.contains("Overleden") == true, "\(uitkomst)")
    }

    @Test func `een antwoord met het berichtId van een ander wordt niet gebruikt`() async throws {
        let vreemd: DUOServer.Antwoorden = [
            "/inburgeringsplicht": .init(
                200,
                #"{"indicatorInburgeringsplicht":true,"begindatum":"2020-01-01"}"#,
                koppen: ["berichtId": "van-een-ander"]
            )
        ]
        let (uitkomst, gevraagd) = try await DUOServer.lees(
            try Proef.notificatie("SS101"),
            voor: try Proef.dossier([]),
            vreemd
        )
        #expect(uitkomst.later?.contains("berichtId") == true)
        #expect(gevraagd.count == 1)
    }

    @Test func `een antwoord dat over een ander gaat wordt niet gebruikt`() async throws {
        let bsn: DUOServer.Antwoorden = [
            "/boetes": .init(200, #"[{"bedrag":250,"datum":"2025-05-01","bsn":"999990020"}]"#)
        ]
        let (vreemd, _) = try await DUOServer.lees(try Proef.notificatie("SS198"), voor: try Proef.dossier([]), bsn)
        #expect(vreemd.mislukt?.contains("ander") == true)
        let jong = try Proef.dossier([
            #"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","geboortedatum":"2025-06-01"}"#
        ])
        let (geboorte, _) = try await DUOServer.lees(try Proef.notificatie("SS198"), voor: jong)
        #expect(geboorte.mislukt?.contains("geboorte") == true)
    }

    @Test(arguments: ["{", "geen json", #"{"indicatorInburgeringsplicht":"Ja"}"#])
    func `een antwoord dat niet klopt moet een beheerder zien`(body: String) async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie("SS101"),
            voor: try Proef.dossier([]),
            ["/inburgeringsplicht": .init(200, body)]
        )
        #expect(uitkomst.mislukt?.contains("partner-antwoord-ongeldig") == true)
    }

    @Test func `zonder BSN wacht het bericht, en wordt niets gevraagd`() async throws {
        let (uitkomst, gevraagd) = try await DUOServer.lees(
            try Proef.notificatie("SS101", bsn: nil, vnummer: 1_234_567),
            voor: try Proef.dossier([], bsn: nil)
        )
        #expect(uitkomst == .wachtOp("wacht op BSN", tot: VasteKlok().nu.plus(milliseconden: DUOLezer.wachtOpBSN)))
        #expect(gevraagd.isEmpty)
        // A dossier that knows the BSN by now is read under it.
        let (gelukt, paden) = try await DUOServer.lees(
            try Proef.notificatie("SS101", bsn: nil, vnummer: 1_234_567),
            voor: try Proef.dossier([])
        )
        #expect(gelukt.soorten == ["InburgeringsplichtVastgesteld"])
        #expect(paden.allSatisfy { $0.pad.contains(Proef.bsn) })
    }

    @Test func `een ander BSN dan dat van het dossier wordt niet gelezen`() async throws {
        let (uitkomst, gevraagd) = try await DUOServer.lees(
            try Proef.notificatie("SS101", bsn: Proef.anderBsn),
            voor: try Proef.dossier([])
        )
        #expect(uitkomst.mislukt?.contains("BSN") == true)
        #expect(gevraagd.isEmpty)
    }

    @Test func `DUO zwijgt, hangt op of is er niet`() async throws {
        let bericht = try Proef.notificatie("SS102")
        let dossier = try Proef.dossier([])
        try await Breekserver.met("") { url in
            let koppeling = try Proef.koppeling(url)
            let uitkomst = await koppeling.lezer(voor: try Proef.gemeente())?.lees(bericht, voor: dossier)
            #expect(uitkomst?.later != nil)
            await koppeling.sluit()
        }
        try await Proefserver.met(antwoord: { _ in
            try? await Task.sleep(for: .seconds(30))
            return .init(200)
        }) { server in
            let koppeling = try Proef.koppeling(server.url, timeout: .milliseconds(300))
            let uitkomst = await koppeling.lezer(voor: try Proef.gemeente())?.lees(bericht, voor: dossier)
            #expect(uitkomst?.later?.contains("geen antwoord") == true)
            await koppeling.sluit()
        }
    }

    @Test func `in het log en in de reden staat geen BSN`() async throws {
        let log = Logvanger()
        for antwoord in [Proefserver.Antwoord(200, "{"), .init(403), .init(500)] {
            let (uitkomst, _) = try await DUOServer.lees(
                try Proef.notificatie("SS102"),
                voor: try Proef.dossier([]),
                ["/inburgeringstermijn": antwoord],
                log: log
            )
            #expect(!"\(uitkomst)".contains(Proef.bsn))
        }
        // After the 403 the other read is tried too: it tells whether DUO closes the person or one API.
        #expect(log.alles.count == 4)
        #expect(!log.alles.joined().contains(Proef.bsn))
        #expect(log.alles.joined().contains("/personen/{bsn}/inburgeringstermijn"))
    }
}
