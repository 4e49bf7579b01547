// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Testing

/// The work of a klantmanager at a terminal.
@Suite struct `Dossiers behandelen` {
    @Test func `een nieuw dossier vinden, en een tweede voor dezelfde persoon wordt geweigerd`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        let gevonden = try await map.json(["dossier", "find", "--bsn", "-"], invoer: Proefpersoon.bsn + "\n")
        #expect(gevonden["dossiers"]?.lijst?.map { $0["id"] } == [.tekst(id)])
        let niet = try await map.json(["dossier", "find", "--bsn", "-"], invoer: Proefpersoon.andere)
        #expect(niet["dossiers"]?.lijst?.isEmpty == true)
        let dubbel = try await map.regie(
            "gebeurtenis",
            "add",
            "nieuw",
            "--file",
            "plicht.json",
            "--bsn",
            "-",
            "--reden",
            "proef",
            invoer: Proefpersoon.bsn
        )
        #expect(dubbel.code == 1)
        #expect(dubbel.fout.contains(id))
        let open = try await map.regie("dossier", "find", "--bsn", Proefpersoon.bsn)
        #expect(open.code == 0 && open.fout.contains("zichtbaar"))
        let fout = try await map.regie("dossier", "find", "--bsn", "-", invoer: "999900032")
        #expect(fout.code == 2 && fout.fout.contains("elfproef") && !fout.fout.contains("999900032"))
    }

    @Test func `zonder reden verandert er niets, en een proef legt niets vast`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        let pip = [
            "pip", "vaststellen", id, "--dagtekening", "2024-03-15", "--leerroute", "B", "--gesprekken", "4",
            "--uren-pvt", "12",
        ]
        let zonder = try await map.draai(pip)
        #expect(zonder.code == 2 && zonder.fout.contains("--reden"))
        #expect(try await map.draai(pip + ["--reden", "  "]).code == 2)
        let proef = try await map.json(pip + ["--dry-run"])
        #expect(proef["proef"] == true)
        #expect(proef["berichten"]?.lijst?.first?["soort"] == "pip.post")
        #expect(proef["beoordeling"]?["stand"]?["leerroute"] == "B")
        #expect(try await map.json(["dossier", "history", id])["gebeurtenissen"]?.lijst?.count == 2)
        #expect(try await map.json(["bericht", "list"])["berichten"]?.lijst?.isEmpty == true)
    }

    @Test func `een brief komt uit het dossier, en zonder oproep komt hij niet`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        let persoon = try map.schrijf(
            "persoon.json",
            #"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","geslachtsnaam":"Proef & Zonen","bron":"gemeente"}"#
        )
        _ = try await map.json(["gebeurtenis", "add", id, "--file", persoon, "--reden", "naam gegeven"])
        let zonder = try await map.regie("brief", "oproep", id)
        #expect(zonder.code == 1 && zonder.fout.contains("brief-onvolledig") && zonder.uit.isEmpty)
        _ = try await map.json([
            "intake", "oproepen", id, "--datum", "2024-03-18", "--uiterlijk", "2024-04-02", "--volgnummer", "1",
            "--reden",
            "start",
        ])
        let brief = try await map.regie("brief", "oproep", id, "--datum", "2024-03-18")
        #expect(brief.code == 0, "\(brief.fout)")
        #expect(brief.uit.contains("Kom uiterlijk op 2 april 2024."))
        #expect(brief.uit.contains("Proef & Zonen"))
        let json = try await map.json(["brief", "oproep", id, "--datum", "2024-03-18"])
        #expect(json["brief"]?.tekst == brief.uit)
        let audit = try await map.json(["audit", "list"])
        #expect(audit["regels"]?.lijst?.contains { $0["actie"] == "brief.oproep" } == true)
    }

    @Test func `een PIP vaststellen zet een bericht aan DUO klaar; intrekken laat hem niet meer tellen`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        let vast = try await map.json([
            "pip", "vaststellen", id, "--dagtekening", "2024-03-15", "--leerroute", "B", "--gesprekken", "4",
            "--uren-pvt",
            "12", "--reden", "besproken",
        ])
        #expect(vast["volgnummers"] == [3])
        let berichtId = try #require(vast["berichten"]?.lijst?.first?["berichtId"]?.tekst)
        let uitleg = try await map.json(["dossier", "explain", id, "--peildatum", "2024-04-01"])
        #expect(uitleg["id"] == .tekst(id))
        #expect(
            uitleg["termijnen"]?.lijst?.contains {
                $0["code"] == "INBURGERINGSTERMIJN" && $0["laatsteDag"] == "2027-03-15"
            } == true
        )

        let bericht = try await map.json(["bericht", "show", berichtId])
        #expect(bericht["status"] == "klaar" && bericht["dossier"] == .tekst(id))
        #expect(try await map.json(["bericht", "drop", berichtId, "--reden", "dubbel"])["status"] == "vervallen")
        #expect(try await map.json(["bericht", "retry", berichtId, "--reden", "toch"])["status"] == "klaar")
        #expect(try await map.regie("bericht", "show", "00000000-0000-4000-8000-000000000000").code == 1)

        #expect(try await map.regie("pip", "intrekken", id, "--reden", "vergissing").code == 0)
        let daarna = try await map.json(["dossier", "explain", id, "--peildatum", "2024-04-01"])
        #expect(daarna["stand"]?["leerroute"] == .null)
        let nogEens = try await map.regie("pip", "intrekken", id, "--reden", "vergissing")
        #expect(nogEens.code == 1)
    }

    @Test func `een tweede eerste PIP na DUO's regels wordt geweigerd, met die regels`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        let vroeg = try await map.regie(
            "pip",
            "vaststellen",
            id,
            "--dagtekening",
            "2023-12-01",
            "--leerroute",
            "B",
            "--gesprekken",
            "4",
            "--uren-pvt",
            "12",
            "--reden",
            "x"
        )
        #expect(vroeg.code == 1)
        #expect(vroeg.fout.contains("geweigerd"))
        let toekomst = try await map.regie(
            "voortgang",
            "gesprek",
            id,
            "--datum",
            "2999-01-01",
            "--reden",
            "x"
        )
        #expect(toekomst.code == 1 && toekomst.fout.contains("toekomst"))
    }

    @Test func `iedere handeling legt haar eigen feit vast`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        let handelingen: [([String], String)] = [
            (
                ["klantmanager", "toewijzen", "--klantmanager", "j.devries", "--datum", "2024-01-20"],
                "KlantmanagerToegewezen"
            ),
            (["intake", "oproepen", "--datum", "2024-01-22", "--uiterlijk", "2024-02-05"], "OpgeroepenVoorIntake"),
            (["intake", "niet-verschenen", "--datum", "2024-02-05"], "NietVerschenen"),
            (["intake", "waarschuwen", "--datum", "2024-02-06"], "SchriftelijkGewaarschuwd"),
            (["intake", "afnemen", "--datum", "2024-02-20", "--onderdeel", "taalniveau"], "IntakeAfgenomen"),
            (
                [
                    "pip", "vaststellen", "--dagtekening", "2024-03-15", "--leerroute", "Z", "--gesprekken", "4",
                    "--uren-pvt", "12",
                ], "PIPVastgesteld"
            ),
            (["voortgang", "gesprek", "--datum", "2024-06-01"], "VoortgangsgesprekGevoerd"),
            (
                ["voortgang", "uren", "--peildatum", "2024-07-01", "--soort", "taal", "--uren", "100"],
                "UrenGeregistreerd"
            ),
            (
                ["voortgang", "verzuim", "--peildatum", "2024-07-01", "--geoorloofd", "4", "--ongeoorloofd", "2"],
                "VerzuimGeregistreerd"
            ),
            (["pvt", "uren", "--peildatum", "2024-07-01", "--uren", "12"], "UrenGeregistreerd"),
            (["map", "uren", "--peildatum", "2024-07-01", "--uren", "40"], "UrenGeregistreerd"),
            (["ontzorgen", "bijstand", "--datum", "2024-02-01"], "BijstandToegekend"),
            (["ontzorgen", "starten", "--datum", "2024-02-05"], "OntzorgenGestart"),
            (["ontzorgen", "beeindigen", "--datum", "2024-08-01"], "OntzorgenBeeindigd"),
            (
                [
                    "handhaving", "overtreding", "--datum", "2024-09-01", "--gedraging", "x", "--artikel",
                    "Wi2021 art. 23", "--verwijtbaarheid", "50",
                ], "OvertredingVastgesteld"
            ),
            (["handhaving", "voornemen", "--datum", "2024-09-05", "--bedrag", "50"], "VoornemenBoeteVerzonden"),
            (["handhaving", "zienswijze", "--datum", "2024-09-20"], "ZienswijzeOntvangen"),
            (["handhaving", "boete", "--datum", "2024-10-01", "--bedrag", "50"], "BoeteOpgelegd"),
            (["handhaving", "intrekken", "--datum", "2024-10-10"], "BoeteIngetrokken"),
        ]
        for (woorden, soort) in handelingen {
            let uit = try await map.json(woorden + [id, "--reden", "proef"])
            #expect(uit["gebeurtenissen"]?.lijst?.first?["soort"] == .tekst(soort), "\(woorden)")
        }
        let feiten = try #require(try await map.json(["dossier", "history", id])["gebeurtenissen"]?.lijst)
        #expect(feiten.dropFirst(2).map { $0["soort"] } == handelingen.map { .tekst($0.1) })
        let mijn = try await map.json([
            "dossier", "list", "--filter", "klantmanager=j.devries", "--filter", "leerroute=Z",
        ])
        #expect(mijn["dossiers"]?.lijst?.count == 1)
        #expect(try await map.json(["dossier", "list", "--filter", "leerroute=B"])["dossiers"]?.lijst?.isEmpty == true)
    }

    @Test func `een aantal of bedrag onder nul wordt geweigerd, en het dossier gaat daarna gewoon open`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        for (woorden, veld) in [
            (["voortgang", "uren", id, "--peildatum", "2024-07-01", "--soort", "taal", "--uren=-5"], "'uren'"),
            (
                ["voortgang", "verzuim", id, "--peildatum", "2024-07-01", "--geoorloofd=-4", "--ongeoorloofd", "2"],
                "geoorloofd"
            ),
            (["handhaving", "voornemen", id, "--datum", "2024-07-01", "--bedrag=-50"], "bedrag"),
            (["handhaving", "boete", id, "--datum", "2024-07-01", "--bedrag=-50"], "bedrag"),
        ] {
            let uit = try await map.draai(woorden + ["--reden", "typefout"])
            #expect(uit.code == 1 && uit.fout.contains("feit-ongeldig") && uit.fout.contains(veld), "\(uit.fout)")
        }
        #expect(try await map.json(["dossier", "history", id])["gebeurtenissen"]?.lijst?.count == 2)
        #expect(try await map.regie("dossier", "list").code == 0)
    }

    @Test func `een dossier dat niet opengaat verbergt de andere niet`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let heel = try await map.dossier(bsn: Proefpersoon.bsn)
        let stuk = try await map.dossier(bsn: Proefpersoon.andere)
        let queue = try DatabaseQueue(path: map.url.appending(path: "var/data/0363.sqlite").path)
        try await queue.write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER gebeurtenis_staat_vast;
                    UPDATE gebeurtenis SET inhoud = zeroblob(length(inhoud)) WHERE dossier = (
                        SELECT dossier FROM gebeurtenis ORDER BY bekend_op DESC LIMIT 1)
                    """
            )
        }
        try queue.close()
        let lijst = try await map.json(["dossier", "list"], code: 6)
        #expect(lijst["dossiers"]?.lijst?.map { $0["id"] } == [.tekst(heel)])
        #expect(lijst["onleesbaar"] == [.tekst(stuk)])
        let tabel = try await map.regie("dossier", "list")
        #expect(tabel.code == 6 && tabel.fout.contains("Dossier \(stuk) is niet te lezen") && tabel.uit.contains(heel))
    }

    @Test func `wat was er bekend op een dag`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        #expect(
            try await map.json(["dossier", "history", id, "--bekend-op", "2024-01-01"])["gebeurtenissen"]?.lijst?
                .isEmpty == true
        )
        #expect(
            try await map.json(["dossier", "history", id, "--bekend-op", "2999-01-01"])["gebeurtenissen"]?.lijst?.count
                == 2
        )
        let leeg = try await map.regie("dossier", "history", id, "--bekend-op", "2024-01-01")
        #expect(leeg.code == 0 && leeg.fout.contains("nog niets bekend"), "een leeg antwoord zegt dat het leeg is")
        let toen = try await map.json([
            "dossier", "explain", id, "--bekend-op", "2024-01-01", "--peildatum", "2024-02-01",
        ])
        #expect(toen["stand"]?["inburgeringsplichtig"] == false)
        #expect(
            try await map.json(["dossier", "show", id, "--bekend-op", "2024-01-01"])["gebeurtenissen"] == .getal(0),
            "wat later bekend werd wordt niet geteld"
        )
        #expect(try await map.json(["dossier", "show", id])["gebeurtenissen"] == .getal(2))
    }
}
