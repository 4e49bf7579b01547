// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(3)))
struct InboxTests {
    private let bsn = TestIdentity.bsn(1)
    private let vnummer = TestIdentity.vnummer(1)

    @Test func `twee meldingen tegelijk over één persoon geven één dossier, ook als de ene geen BSN noemt`()
        async throws
    {
        let proef = try await Ketenproef()
        let store = proef.store
        let met = try await proef.meld("met-bsn", bsn: bsn, vnummer: vnummer)
        let zonder = try await proef.meld("zonder-bsn", bsn: nil, vnummer: vnummer)
        try await proef.met(duo: { [vnummer] verzoek in
            // DUO answers about the first only after the second has made a dossier.
            while (try? await store.findDossiers(by: .vnummer(vnummer)).isEmpty) ?? true { await Task.yield() }
            return Ketenproef.plicht(verzoek)
        }) { duo, _ in
            try await proef.verwerk(duo)
        }
        #expect(try await store.countDossiers() == 1)
        let id = try #require(try await store.findDossiers(by: .bsn(bsn)).first)
        let dossier = try await store.readDossier(id)
        #expect(dossier.vnummer == vnummer && dossier.bsn == bsn)
        #expect(dossier.feiten.inburgeringsplichtVastgesteld.count == 1)
        // The one that waited for a BSN was dealt with as soon as the other brought it.
        #expect(try await proef.status(met) == .verwerkt)
        #expect(try await proef.status(zonder) == .verwerkt)
    }

    @Test func `wie een dossier maakt terwijl DUO over dezelfde persoon antwoordt, krijgt er geen tweede bij`()
        async throws
    {
        let proef = try await Ketenproef()
        let sleutel = try await proef.meld("met-bsn", bsn: bsn, vnummer: vnummer)
        let vraag = Stemming(0)
        try await proef.met(duo: { [vnummer] verzoek in
            // The inbox has looked for the person by now, and found nobody.
            vraag.status += 1
            if vraag.status == 1 { _ = try? await proef.dossier(bsn: nil, vnummer: vnummer) }
            return Ketenproef.plicht(verzoek)
        }) { duo, _ in
            try await proef.verwerk(duo)
        }
        #expect(try await proef.status(sleutel) == .verwerkt)
        #expect(try await proef.store.countDossiers() == 1)
        let id = try #require(try await proef.store.findDossiers(by: .vnummer(vnummer)).first)
        #expect(try await proef.store.readDossier(id).bsn == bsn)
    }

    @Test func `wie DUO niet laat zien staat op de werkvoorraad tot de verhuizing is vastgelegd`() async throws {
        let proef = try await Ketenproef()
        let id = try await proef.dossier(bsn: bsn)
        let sleutel = try await proef.meld("gesloten", bsn: bsn, soort: "SS199")
        try await proef.met(duo: { _ in .init(403) }) { duo, _ in
            try await proef.verwerk(duo)
            #expect(try await proef.status(sleutel)?.woord == "wacht", "geen dode brief")
            let filter = WorkFilter(code: Beoordelingscode(rawValue: "DUO_GEEN_INZAGE"))
            #expect(try await proef.store.listWork(filter, limiet: 9, overslaan: 0).map(\.dossier) == [id])
            try await proef.verwerk(duo)
            #expect(try await proef.store.countWork(filter) == 1, "een regel, hoe vaak er ook wordt geprobeerd")

            let naar = try #require(Gemeentecode("0599"))
            let verhuisd = Stap.NieuwFeit(
                geldigOp: proef.klok.vandaag,
                bekendOp: proef.klok.nu,
                bron: .gemeente,
                feit: .verhuisd(Verhuisd(datum: proef.klok.vandaag, naarGemeente: naar))
            )
            _ = try await proef.dienst.leg(vast: [verhuisd], in: id, reden: "proef")
            #expect(try await proef.store.countWork(filter) == 0)
            // Woken by what was recorded, not by the clock.
            try await proef.verwerk(duo)
            #expect(try await proef.status(sleutel) == .verwerkt)
            #expect(try await proef.store.countWork(filter) == 0)
        }
    }

    @Test func `een vertrek dat DUO meldt blijft staan tot het is vastgelegd`() async throws {
        let proef = try await Ketenproef()
        let id = try await proef.dossier(bsn: bsn)
        let sleutel = try await proef.meld("vertrek", bsn: bsn, soort: "SS122")
        let filter = WorkFilter(code: Beoordelingscode(rawValue: "DUO_VERTREK_GEMELD"))
        try await proef.met(duo: Ketenproef.plicht) { duo, _ in
            try await proef.verwerk(duo)
            #expect(try await proef.status(sleutel) == .verwerkt)
            #expect(try await proef.store.listWork(filter, limiet: 9, overslaan: 0).map(\.dossier) == [id])
            // Another message about the same person, which DUO still answers, says nothing of the move.
            _ = try await proef.meld("plicht", bsn: bsn, soort: "SS106")
            try await proef.verwerk(duo)
            #expect(try await proef.store.countWork(filter) == 1)
        }
    }

    @Test func `klantmanagers die tegelijk dezelfde persoon invoeren horen waar het dossier is`() async throws {
        let proef = try await Ketenproef()
        let codes = await withTaskGroup(of: String.self) { groep in
            for _ in 0..<10 {
                groep.addTask { [bsn] in
                    do {
                        _ = try await proef.dossier(bsn: bsn)
                        return "gelukt"
                    } catch {
                        return (error as? RegieFout)?.code.rawValue ?? "\(error)"
                    }
                }
            }
            return await groep.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.sorted() == Array(repeating: "bestaat-al", count: 9) + ["gelukt"])
        #expect(try await proef.store.countDossiers() == 1)
    }

    @Test func `een melding zonder BSN wacht zo lang als nodig, en wordt gewekt door het BSN`() async throws {
        let proef = try await Ketenproef()
        let sleutel = try await proef.meld("zonder-bsn", bsn: nil, vnummer: vnummer)
        try await proef.met(duo: { Ketenproef.plicht($0) }) { duo, server in
            for _ in 0..<70 {
                try await proef.verwerk(duo)
                proef.klok.advance(milliseconden: 7 * 3_600_000)
            }
            #expect(try await proef.status(sleutel)?.woord == "wacht")
            #expect(server.verzoeken.isEmpty)
            try await proef.verwerk(duo)
            let id = try #require(try await proef.store.findDossiers(by: .vnummer(vnummer)).first)
            _ = try await proef.dienst.leg(vast: [proef.identiteit(bsn: bsn)], in: id, reden: "BRP")
            #expect(try await proef.status(sleutel) == .ontvangen)
            let klaar = try await proef.store.listJobs(status: .klaar, limiet: 200)
            #expect(klaar.contains { $0.soort == "inbox" && $0.vanaf <= proef.klok.nu })
            try await proef.verwerk(duo)
            #expect(try await proef.status(sleutel) == .verwerkt)
        }
    }

    @Test func `een melding met een ander nummer dan dat van het dossier gaat naar een mens, en laat niets achter`()
        async throws
    {
        let proef = try await Ketenproef()
        let id = try await proef.dossier(bsn: bsn, vnummer: vnummer)
        let ander = try await proef.dossier(bsn: TestIdentity.bsn(2), vnummer: TestIdentity.vnummer(2))
        let meldingen = [
            // Another V-nummer with the BSN, another BSN with the V-nummer, numbers of two dossiers, none at all.
            try await proef.meld("v", bsn: bsn, vnummer: TestIdentity.vnummer(8)),
            try await proef.meld("b", bsn: TestIdentity.bsn(8), vnummer: vnummer),
            try await proef.meld("twee", bsn: bsn, vnummer: TestIdentity.vnummer(2)),
            try await proef.meld("geen", bsn: nil),
        ]
        try await proef.met(duo: { Ketenproef.plicht($0) }) { duo, server in
            try await proef.verwerk(duo)
            #expect(server.verzoeken.isEmpty)
        }
        for sleutel in meldingen {
            guard case .mislukt(let waarom)? = try await proef.status(sleutel) else {
                Issue.record("\(sleutel) is niet mislukt")
                continue
            }
            #expect(!waarom.contains(TestIdentity.bsn(8).cijfers) && !waarom.contains(bsn.cijfers))
        }
        for dossier in [id, ander] { #expect(try await proef.store.readDossier(dossier).laatsteVolgnummer == 1) }
        #expect(try await proef.store.countDossiers() == 2)
        #expect(try await proef.store.findDossiers(by: .vnummer(TestIdentity.vnummer(8))).isEmpty)
        #expect(try await proef.store.findDossiers(by: .bsn(TestIdentity.bsn(8))).isEmpty)
    }

    @Test func `een antwoord dat over een ander gaat laat niets achter in het dossier`() async throws {
        let proef = try await Ketenproef()
        // DUO's message brings the V-nummer too: not even that is kept when the answer is another's.
        let id = try await proef.dossier(bsn: bsn)
        let sleutel = try await proef.meld("ander", bsn: bsn, vnummer: vnummer)
        let ander = TestIdentity.bsn(2).cijfers
        try await proef.met(duo: { _ in
            .init(200, #"{"indicatorInburgeringsplicht":true,"begindatum":"2024-02-01","bsn":"\#(ander)"}"#)
        }) { duo, _ in
            try await proef.verwerk(duo)
        }
        #expect(try await proef.status(sleutel)?.woord == "mislukt")
        #expect(try await proef.store.readDossier(id).laatsteVolgnummer == 1)
        #expect(try await proef.store.findDossiers(by: .vnummer(vnummer)).isEmpty)
    }

    @Test func `een beschadigd dossier houdt de meldingen over anderen niet op`() async throws {
        let proef = try await Ketenproef()
        let id = try await proef.dossier(bsn: bsn)
        try proef.beschadig(id)
        let stuk = try await proef.meld("stuk", bsn: bsn)
        let goed = try await proef.meld("goed", bsn: TestIdentity.bsn(2))
        try await proef.met(duo: { Ketenproef.plicht($0) }) { duo, _ in try await proef.verwerk(duo) }
        #expect(try await proef.status(stuk)?.woord == "mislukt")
        #expect(try await proef.status(goed) == .verwerkt)
    }

    @Test(arguments: [RegieFout.Code.verzegelingFaalt, .opslagNieuwer, .nietGevonden, .feitOngeldig, .jsonOngeldig])
    func `wat één dossier onleesbaar maakt, betreft dat dossier en niet de hele opslag`(_ code: RegieFout.Code) {
        let fout = RegieFout(code, "De waarde is niet geldig.", waar: "dossier x")
        #expect(fout.betreftEenDossier)
        #expect(fout.watEnWaar == "dossier x: De waarde is niet geldig.")
        #expect(!RegieFout(.opslagFaalt, "De schijf is vol.").betreftEenDossier)
    }

    @Test func `een BSN of V-nummer van een ander dossier wordt geweigerd, ook in een bestaand dossier`() async throws {
        let proef = try await Ketenproef()
        let id = try await proef.dossier(bsn: nil, vnummer: vnummer)
        let ander = try await proef.dossier(bsn: bsn)
        let fout = await #expect(throws: RegieFout.self) {
            try await proef.dienst.leg(vast: [proef.identiteit(bsn: bsn)], in: id, reden: "vergissing")
        }
        #expect(fout?.code == .bestaatAl && fout?.wat.contains(ander.tekst) == true)
        #expect(fout?.description.contains(bsn.cijfers) == false)
        #expect(try await proef.store.findDossiers(by: .bsn(bsn)) == [ander])
        // Its own number again is no news, and a number that nobody has is recorded.
        _ = try await proef.dienst.leg(vast: [proef.identiteit(bsn: nil, vnummer: vnummer)], in: id, reden: "nogmaals")
        _ = try await proef.dienst.leg(vast: [proef.identiteit(bsn: TestIdentity.bsn(7))], in: id, reden: "BSN bekend")
        #expect(try await proef.store.findDossiers(by: .bsn(TestIdentity.bsn(7))) == [id])
    }

    @Test(arguments: [500, 503, 401])
    func `hoe lang DUO ook wegblijft, de melding blijft wachten en wordt daarna verwerkt`(status: Int) async throws {
        let proef = try await Ketenproef()
        let sleutel = try await proef.meld("storing", bsn: bsn)
        let stemming = Stemming(status)
        try await proef.met(duo: { verzoek in
            stemming.status == 200 ? Ketenproef.plicht(verzoek) : .init(stemming.status)
        }) { duo, _ in
            for _ in 0..<70 {
                try await proef.verwerk(duo)
                proef.klok.advance(milliseconden: 2 * 3_600_000)
            }
            let regel = try #require(try await proef.store.findInbox(sleutel))
            #expect(regel.status.woord == "wacht" && regel.pogingen == 70 && regel.vergeefs == 0)
            // Not even after all that is it given up at the first time that DUO has nothing yet.
            stemming.status = 404
            try await proef.verwerk(duo)
            #expect(try await proef.status(sleutel)?.woord == "wacht")
            proef.klok.advance(milliseconden: 2 * 3_600_000)
            stemming.status = 200
            try await proef.verwerk(duo)
        }
        #expect(try await proef.status(sleutel) == .verwerkt)
    }

    @Test func `waarvan DUO blijft zeggen dat het er niet is gaat na zestig keer naar de beheerder`() async throws {
        let proef = try await Ketenproef()
        let sleutel = try await proef.meld("niets", bsn: bsn)
        try await proef.met(duo: { _ in .init(404) }) { duo, _ in
            for keer in 1...60 {
                #expect(try await proef.status(sleutel)?.woord == (keer == 1 ? "ontvangen" : "wacht"))
                try await proef.verwerk(duo)
                proef.klok.advance(milliseconden: 2 * 3_600_000)
            }
        }
        #expect(try await proef.status(sleutel)?.woord == "mislukt")
    }
}
