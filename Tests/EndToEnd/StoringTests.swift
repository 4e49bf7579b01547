// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import KetensimulatorKit
import KetensimulatorTestKit
import RegieTestKit
import Testing

/// What must not go wrong when things break: processes that are killed, a partner that is down, bad input.
@Suite(.serialized) struct StoringTests {
    private func notificatie(_ bsn: String, _ gebeurtenis: String = "SS101") -> String {
        #"{"registratieDatumTijd":"2026-03-02T10:00:00Z","bsn":"\#(bsn)","gebeurtenisId":"\#(gebeurtenis)"}"#
    }

    @Test(.timeLimit(.minutes(10)))
    func `wat bevestigd is overleeft kill -9, en leidt tot één dossier per persoon`() async throws {
        var wereld = Wereld.een()
        wereld.personen = Wereld.nummers.map { bsn in
            var persoon = wereld.personen[0]
            persoon = Wereld.Persoon(
                bsn: bsn,
                begin: persoon.begin,
                kennisgeving: persoon.kennisgeving,
                gevestigd: persoon.gevestigd
            )
            return persoon
        }
        let opstelling = try await Opstelling.maak(wereld)
        var bevestigd: Set<String> = []
        let rondes = Int(ProcessInfo.processInfo.environment["REGIE_KILL_RONDEN"] ?? "") ?? 4
        for ronde in 0..<rondes {
            let regied = try await opstelling.regied()
            let klant = opstelling.regie
            let bevestigingen = Bevestigingen()
            let nieuw = try await withThrowingTaskGroup(of: [String].self) { groep in
                for baan in 0..<4 {
                    groep.addTask {
                        var gelukt: [String] = []
                        for index in 0..<500 {
                            let id = UUID().uuidString.lowercased()
                            let bsn = Wereld.nummers[(baan + index) % Wereld.nummers.count]
                            guard let antwoord = try? await klant.notificatie(notificatie(bsn), berichtId: id) else {
                                break
                            }
                            guard antwoord.status == 201 else { continue }
                            gelukt.append(id)
                            bevestigingen.tel()
                        }
                        return gelukt
                    }
                }
                // Somewhere in the middle. After 24 one of the four has gone past all six persons.
                let genoeg = Int.random(in: 24...150)
                groep.addTask {
                    try await bevestigingen.tot(genoeg)
                    await regied.dood()
                    return []
                }
                return try await groep.reduce(into: []) { $0 += $1 }
            }
            bevestigd.formUnion(nieuw)
            #expect(!regied.leeft, "ronde \(ronde)")
        }
        #expect(!bevestigd.isEmpty)

        // Back up: every acknowledged message is there and is dealt with, once.
        let regied = try await opstelling.regied()
        var aanwezig: Set<String> = []
        try await Wachten.tot(
            "alles is verwerkt",
            binnen: 120,
            toelichting: { String(regied.foutuitvoer.suffix(3000)) }
        ) {
            let lijst = try await opstelling.regie("bericht", "list", "--limiet", "10000")["berichten"]?.lijst ?? []
            aanwezig = Set(lijst.compactMap { $0["berichtId"]?.tekst })
            return lijst.allSatisfy { $0["status"]?.tekst == "verwerkt" } && aanwezig.isSuperset(of: bevestigd)
        }
        let dossiers = try await opstelling.regie("dossier", "list")["dossiers"]?.lijst ?? []
        #expect(dossiers.count == Set(Wereld.nummers).count)
        for dossier in dossiers {
            let id = try #require(dossier["id"]?.tekst)
            let feiten = try await opstelling.regie("dossier", "history", id)["gebeurtenissen"]?.lijst ?? []
            let plichten = feiten.filter { $0["soort"]?.tekst == "InburgeringsplichtVastgesteld" }
            #expect(plichten.count == 1, "hetzelfde nieuws geeft één feit: \(plichten.count)")
        }
        #expect(await regied.stop() == 0)
        let controle = try await opstelling.regie("audit", "verify")
        #expect(
            "\(controle)".contains("breuk") == false || controle["breuk"] == .null || controle["breuk"] == nil,
            "\(controle)"
        )
        await opstelling.opruimen()
    }

    @Test(.timeLimit(.minutes(6)))
    func `een tweede regied op dezelfde bestanden stopt met uitleg`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let eerste = try await opstelling.regied()
        let tweede = try await Programma.draai("regied", ["--config", opstelling.config], map: opstelling.map)
        #expect(tweede.code == 1)
        #expect(tweede.fout.contains("\(eerste.pid)"), "\(tweede.fout)")
        #expect(eerste.leeft)
        #expect(await eerste.stop() == 0)
        await opstelling.opruimen()
    }

    @Test(.timeLimit(.minutes(6)))
    func `verkeerde berichten van buiten krijgen elk hun antwoord en laten niets achter`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let regied = try await opstelling.regied()
        let regie = opstelling.regie
        let goed = notificatie(Wereld.nummers[0])
        func status(_ antwoord: Regieclient.Antwoord) -> Int {
            #expect(antwoord.apiVersie != nil)
            return antwoord.status
        }
        #expect(status(try await regie.notificatie("{")) == 400)
        #expect(status(try await regie.notificatie(#"{"gebeurtenisId":101}"#)) == 400)
        #expect(status(try await regie.notificatie(goed, berichtId: nil)) == 400)
        #expect(status(try await regie.notificatie(goed, berichtId: "geen-uuid")) == 400)
        #expect(status(try await regie.notificatie(goed, zonderDoel: true)) == 400)
        #expect(status(try await regie.notificatie(notificatie("999990018"))) == 400)
        #expect(status(try await regie.notificatie(goed, bron: "00000009999999999000")) == 401)
        #expect(status(try await regie.notificatie(goed, doel: "00000009999999999000")) == 403)
        let groot =
            #"{"registratieDatumTijd":"2026-03-02T10:00:00Z","gebeurtenisId":"SS101","x":"\#(String(repeating: "a", count: 10 << 20))"}"#
        #expect(status(try await regie.notificatie(groot)) == 400)
        #expect(status(try await regie.notificatie(groot, bron: nil)) == 400)
        #expect(status(try await regie.notificatie(goed, bron: nil)) == 400)
        #expect(try await opstelling.regie("bericht", "list")["berichten"]?.lijst?.isEmpty == true)

        // The same berichtId twice has one effect; an event that nobody knows is kept for the beheerder.
        let id = UUID().uuidString.lowercased()
        #expect(status(try await regie.notificatie(goed, berichtId: id)) == 201)
        #expect(status(try await regie.notificatie(goed, berichtId: id)) == 201)
        #expect(status(try await regie.notificatie(notificatie(Wereld.nummers[0], "ZZ999"))) == 201)
        try await Wachten.tot("de onbekende gebeurtenis ligt bij de beheerder", toelichting: { regied.foutuitvoer }) {
            let lijst = try await opstelling.regie("bericht", "list")["berichten"]?.lijst ?? []
            return lijst.count == 2 && lijst.contains { $0["status"]?.tekst == "mislukt" }
        }
        #expect(await regied.stop() == 0)
        await opstelling.opruimen()
    }

    @Test(.timeLimit(.minutes(8)))
    func `als DUO eruit ligt gaat hetzelfde bericht later onder hetzelfde nummer`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let regied = try await opstelling.regied()
        try await opstelling.duoClient.beheer("POST", "/notificaties", .object(["alle": .bool(true)]))
        var gevonden: String?
        try await Wachten.tot("het dossier is er", toelichting: { regied.foutuitvoer }) {
            gevonden = try await opstelling.dossier(van: Wereld.nummers[0])
            return gevonden != nil
        }
        let id = try #require(gevonden)
        // The first try has its effect at DUO, but the answer is lost on the way.
        let storing: JSONWaarde = .object([
            "soort": .tekst("verbreek"), "methode": .tekst("POST"), "aantal": .heel(1), "verwerkt": .bool(true),
        ])
        try await opstelling.duoClient.beheer("POST", "/storingen", storing)
        try await opstelling.regie(
            "pip",
            "vaststellen",
            id,
            "--dagtekening",
            "\(Wereld.vandaag)",
            "--leerroute",
            "Z",
            "--gesprekken",
            "6",
            "--uren-pvt",
            "12",
            "--reden",
            "proef"
        )
        var pogingen: [JSONWaarde] = []
        try await Wachten.tot("het PIP kwam aan", toelichting: { regied.foutuitvoer }) {
            pogingen = try await opstelling.verzoeken().filter {
                $0["methode"]?.alsTekst == "POST" && $0["pad"]?.alsTekst?.hasSuffix("/PIP") == true
            }
            return pogingen.contains { $0["status"]?.alsHeel == 201 }
        }
        #expect(pogingen.count >= 2)
        #expect(Set(pogingen.compactMap { $0["berichtId"]?.alsTekst }).count == 1)
        #expect(await regied.stop() == 0)
        await opstelling.opruimen()
    }

    @Test(.timeLimit(.minutes(8)))
    func `wat DUO eerst weigerde gaat niet alsnog over een nieuwer PIP heen`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let regied = try await opstelling.regied()
        try await opstelling.duoClient.beheer("POST", "/notificaties", .object(["alle": .bool(true)]))
        var gevonden: String?
        try await Wachten.tot("het dossier is er", toelichting: { regied.foutuitvoer }) {
            gevonden = try await opstelling.dossier(van: Wereld.nummers[0])
            return gevonden != nil
        }
        let id = try #require(gevonden)
        /// Records a PIP and waits for what DUO says of it; its berichtId.
        func stelVast(_ dag: Datum, _ status: String) async throws -> String {
            try await opstelling.regie(
                "pip",
                "vaststellen",
                id,
                "--dagtekening",
                "\(dag)",
                "--leerroute",
                "Z",
                "--gesprekken",
                "6",
                "--uren-pvt",
                "12",
                "--reden",
                "proef"
            )
            var berichtId: String?
            try await Wachten.tot("het PIP is \(status)", toelichting: { regied.foutuitvoer }) {
                let lijst = try await opstelling.regie("bericht", "list")["berichten"]?.lijst ?? []
                let bericht = lijst.first { $0["soort"]?.tekst == "pip.post" && $0["status"]?.tekst == status }
                berichtId = bericht?["berichtId"]?.tekst
                return berichtId != nil
            }
            return try #require(berichtId)
        }
        // DUO knows since when the person lives here; the dossier has only DUO's notification of it.
        let oud = try await stelVast(Wereld.vandaag.plus(dagen: -88), "geweigerd")
        let nieuw = try await stelVast(Wereld.vandaag.plus(dagen: -30), "verzonden")
        let uitkomst = try await Programma.draai(
            "regie",
            ["bericht", "retry", oud, "--reden", "proef", "--config", opstelling.config],
            map: opstelling.map
        )
        #expect(uitkomst.code == 1)
        #expect(uitkomst.fout.contains("ingehaald") && uitkomst.fout.contains(nieuw), "\(uitkomst.fout)")
        #expect(try await opstelling.regie("bericht", "show", oud)["status"]?.tekst == "geweigerd")
        #expect(await regied.stop() == 0)
        await opstelling.opruimen()
    }
}
