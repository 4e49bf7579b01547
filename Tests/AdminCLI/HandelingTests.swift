// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

/// What the acts of a klantmanager say and refuse besides recording a fact.
@Suite struct `Handelingen die niet kloppen` {
    private let map: Proefmap
    private let id: String

    init() async throws {
        map = try Proefmap()
        try await map.installatie()
        id = try await map.dossier(bsn: Proefpersoon.bsn)
    }

    private func oproep(_ datum: String, _ volgnummer: String? = nil) async throws -> Programma.Uitkomst {
        let nummer = volgnummer.map { ["--volgnummer", $0] } ?? []
        return try await map.draai(
            ["intake", "oproepen", id, "--datum", datum, "--uiterlijk", "2024-12-31", "--reden", "x"] + nummer
        )
    }

    private func feiten() async throws -> [JSON] {
        try #require(try await map.json(["dossier", "history", id])["gebeurtenissen"]?.lijst)
    }

    @Test func `een oproep zonder nummer is de volgende, en terug kan alleen na een correctie`() async throws {
        for datum in ["2024-02-01", "2024-03-01"] { #expect(try await oproep(datum).code == 0) }
        let dubbel = try await oproep("2024-04-01", "2")
        #expect(dubbel.code == 2 && dubbel.fout.contains("Oproep 2 van 1 maart 2024"), "\(dubbel.fout)")
        let terug = try await oproep("2024-01-20", "1")
        #expect(terug.code == 2 && terug.fout.contains("Oproep 1 van 1 februari 2024"), "\(terug.fout)")
        let vreemd = try await oproep("2024-04-01", "7")
        #expect(vreemd.code == 2 && vreemd.fout.contains("1, 2 of 3"), "\(vreemd.fout)")

        let correctie = try map.schrijf(
            "correctie.json",
            #"{"soort":"Gecorrigeerd","geldigOp":"2024-04-01","volgnummer":4,"reden":"verkeerde dag"}"#
        )
        _ = try await map.json(["gebeurtenis", "add", id, "--file", correctie, "--reden", "verkeerde dag"])
        #expect(try await oproep("2024-04-02").code == 0)
        #expect(try await oproep("2024-05-02").code == 0)
        let vierde = try await oproep("2024-06-02")
        #expect(vierde.code == 2 && vierde.fout.contains("al drie oproepen"), "\(vierde.fout)")
        let tabel = try await map.draai(["dossier", "history", id]).uit
        let nummers = tabel.matches(of: /OpgeroepenVoorIntake.*"volgnummer": ?(\d)/).map { String($0.1) }
        #expect(nummers == ["1", "2", "2", "3"], "\(tabel)")
        // In JSON the number of the fact comes first, and each other number has a name of its own.
        let feiten = try await feiten()
        #expect(feiten.map { $0["volgnummer"]?.getal } == (1...feiten.count).map { $0 })
        let oproepen = feiten.filter { $0["soort"] == "OpgeroepenVoorIntake" }
        #expect(oproepen.map { $0["oproepnummer"]?.getal } == [1, 2, 2, 3], "\(oproepen)")
        #expect(oproepen.allSatisfy { $0["corrigeert"] == nil })
        let correcties = feiten.filter { $0["soort"] == "Gecorrigeerd" }
        #expect(correcties.map { $0["corrigeert"]?.getal } == [4], "\(correcties)")
        #expect(correcties.allSatisfy { $0["oproepnummer"] == nil })
    }

    @Test func `een boete vraagt om een bedrag, en zegt wanneer hij niet mag`() async throws {
        let boete = ["handhaving", "boete", id, "--datum", "2025-09-01", "--reden", "x"]
        let zonder = try await map.draai(boete)
        #expect(zonder.code == 2 && zonder.fout.contains("--bedrag"))
        let los = try await map.draai(boete + ["--bedrag", "50", "--dry-run"])
        #expect(
            los.code == 0 && los.fout.contains("Let op: er staat op 1 september 2025 geen overtreding"),
            "\(los.fout)"
        )
        _ = try await map.json([
            "handhaving", "overtreding", id, "--datum", "2025-08-01", "--gedraging", "niet verschenen", "--artikel",
            "Wi2021 art. 23", "--verwijtbaarheid", "100", "--reden", "x",
        ])
        let asiel = try await map.draai(boete + ["--bedrag", "50"])
        #expect(asiel.code == 0)
        #expect(asiel.fout.contains("Let op: er mag geen boete volgen") && asiel.fout.contains("2025"), "\(asiel.fout)")
        let werk = try await map.json(["werkvoorraad", "--code", "BOETE_BESLUIT"])["signalen"]?.lijst ?? []
        #expect(werk.contains { $0["actie"]?.tekst?.hasPrefix("Herzie de boete") ?? false }, "\(werk)")
    }

    @Test func `een boete boven wat mag wordt vastgelegd met een waarschuwing`() async throws {
        let gezin = try map.schrijf(
            "gezin.json",
            #"{"soort":"DoelgroepGewijzigd","begindatum":"2024-01-10","doelgroep":"Gezinsmigrant en overige migrant","bron":"DUO"}"#
        )
        _ = try await map.json(["gebeurtenis", "add", id, "--file", gezin, "--reden", "x"])
        _ = try await map.json([
            "handhaving", "overtreding", id, "--datum", "2025-08-01", "--gedraging", "niet verschenen", "--artikel",
            "Wi2021 art. 23", "--verwijtbaarheid", "100", "--reden", "x",
        ])
        let boete = ["handhaving", "boete", id, "--datum", "2025-09-01", "--reden", "x", "--dry-run", "--bedrag"]
        let hoog = try await map.draai(boete + ["900"])
        #expect(hoog.code == 0 && hoog.fout.contains("Let op: 900 euro is meer dan mag: hoogstens"), "\(hoog.fout)")
        let goed = try await map.draai(boete + ["50"])
        #expect(goed.code == 0 && !goed.fout.contains("Let op"), "\(goed.fout)")
    }

    @Test func `een dossier waarvan de plicht loopt wordt niet zomaar vernietigd`() async throws {
        let vernietig = ["dossier", "vernietig", id, "--reden", "besluit"]
        let proef = try await map.draai(vernietig + ["--dry-run"])
        #expect(proef.code == 0 && proef.fout.contains("Let op: de inburgeringsplicht loopt nog"), "\(proef.fout)")
        let zonder = try await map.draai(vernietig)
        #expect(zonder.code == 1 && zonder.fout.contains("--ondanks-bewaartermijn"), "\(zonder.fout)")
        #expect(try await feiten().count == 2)
        let toch = try await map.draai(vernietig + ["--ondanks-bewaartermijn"])
        #expect(toch.code == 0 && toch.fout.contains("Let op"), "\(toch.fout)")
        let weg = try await map.draai(["dossier", "show", id])
        #expect(weg.code == 1 && weg.fout.contains("dossier-vernietigd"))
    }

    @Test func `een dossier waarvan de bewaartermijn voorbij is wordt zonder meer vernietigd`() async throws {
        let dood = try map.schrijf("dood.json", #"{"soort":"Overleden","datum":"2024-06-01","bron":"BRP"}"#)
        _ = try await map.json(["gebeurtenis", "add", id, "--file", dood, "--reden", "x"])
        let weg = try await map.draai(["dossier", "vernietig", id, "--reden", "besluit"])
        #expect(weg.code == 0 && !weg.fout.contains("Let op"), "\(weg.fout)")
    }

    @Test func `tweemaal hetzelfde PIP wordt geweigerd, en bij intrekken hoort DUO ervan`() async throws {
        let pip = [
            "pip", "vaststellen", id, "--dagtekening", "2024-03-15", "--leerroute", "B", "--gesprekken", "4",
            "--uren-pvt", "12", "--reden", "x",
        ]
        #expect(try await map.draai(pip).code == 0)
        let dubbel = try await map.draai(pip)
        #expect(dubbel.code == 1 && dubbel.fout.contains("Er is al een PIP van 15 maart 2024"), "\(dubbel.fout)")
        #expect(try await map.json(["bericht", "list"])["berichten"]?.lijst?.count == 1)
        let uren = try await map.draai([
            "pip", "wijzigen", id, "--dagtekening", "2024-04-15", "--wegens", "overig", "--uren-zroute", "400",
            "--zonder-uren", "LU", "--reden", "x", "--dry-run",
        ])
        #expect(uren.fout.contains("--uren-zroute telt alleen in de Z-route"), "\(uren.fout)")
        #expect(uren.fout.contains("--zonder-uren telt alleen in de Z-route"), "\(uren.fout)")
        let zonder = try await map.draai([
            "pip", "wijzigen", id, "--dagtekening", "2024-04-15", "--wegens", "schakelen", "--leerroute", "B",
            "--zonder-uren", "LU", "--reden", "x", "--dry-run",
        ])
        #expect(zonder.code != 0 && zonder.fout.contains("hoort alleen bij de Z-route"), "\(zonder.fout)")
        let lessen = try await map.draai([
            "voortgang", "uren", id, "--peildatum", "2024-03-01", "--soort", "taal", "--uren", "80",
            "--niet-vrijstellende-opleiding", "--reden", "x",
        ])
        #expect(lessen.code == 0, "\(lessen.fout)")
        #expect(try await feiten().last?["nietVrijstellendeOpleiding"] == true)
        let terug = try await map.draai(["pip", "intrekken", id, "--reden", "vergissing"])
        #expect(terug.code == 0 && terug.fout.contains("DUO krijgt er bericht van: pip.delete"), "\(terug.fout)")
        #expect(try await map.draai(pip).code == 0)
    }

    @Test func `een handeling zonder wat eraan vooraf gaat wordt vastgelegd met een waarschuwing`() async throws {
        for (woorden, raad) in [
            (["handhaving", "intrekken", "--datum", "2024-06-01"], "geen boete of voornemen"),
            (["handhaving", "bezwaar", "--datum", "2024-06-01", "--tegen", "iets"], "schrijf PIP of boete"),
            (["ontzorgen", "beeindigen", "--datum", "2024-06-01"], "nooit begonnen"),
            (["ontheffing", "gegeven", "--datum", "2024-06-01"], "geen advies gevraagd"),
            (["zroute", "eindgesprek", "--datum", "2024-06-01"], "nog geen leerroute"),
            (
                ["intake", "niet-verschenen", "--datum", "2024-06-01", "--bij", "feestje"],
                "'feestje' wordt niet herkend"
            ),
            (["intake", "afnemen", "--datum", "2024-06-01", "--onderdeel", "onzin"], "Onderdelen: leerbaarheidstoets"),
            (["intake", "afnemen", "--datum", "2024-06-01", "--taalniveau", "ZZ"], "'ZZ' is geen bekend taalniveau"),
        ] {
            let uit = try await map.draai(woorden + [id, "--reden", "x"])
            #expect(
                uit.code == 0 && uit.fout.contains("Let op: ") && uit.fout.contains(raad),
                "\(woorden): \(uit.fout)"
            )
        }
        for woorden in [
            ["intake", "afnemen", "--datum", "2024-06-01", "--onderdeel", "zelfredzaamheid", "--taalniveau", "A1"],
            ["handhaving", "bezwaar", "--datum", "2024-06-01", "--tegen", "het PIP"],
            ["ontzorgen", "starten", "--datum", "2024-06-01"], ["ontzorgen", "beeindigen", "--datum", "2024-06-02"],
        ] {
            let uit = try await map.draai(woorden + [id, "--reden", "x"])
            #expect(uit.code == 0 && !uit.fout.contains("Let op"), "\(woorden): \(uit.fout)")
        }
    }

    @Test func `wie om een onbekend voorstel of een verzonden bericht vraagt, leest wat wel kan`() async throws {
        let voorstel = try await map.draai(["dossier", "explain", id, "--voorstel", "foo"])
        #expect(voorstel.code == 2 && voorstel.fout.contains("Kies uit azc-verblijf"), "\(voorstel.fout)")
        let soort = try map.schrijf("soort.json", #"{"soort":"Qqqqqqqqqqqqqqqqqqqqqqqq","geldigOp":"2024-01-01"}"#)
        let feit = try await map.draai(["gebeurtenis", "add", id, "--file", soort, "--reden", "x"])
        #expect(feit.code == 1 && feit.fout.contains("begrippen.md"), "\(feit.fout)")
        let geen = try await map.draai(["audit", "list", "--object", "bestaatniet"])
        #expect(geen.code == 0 && geen.uit.isEmpty && geen.fout.contains("Geen regels."))
        let enige = try await map.draai(["sleutel", "verwijderen", "1", "--reden", "x"])
        #expect(enige.code == 1 && enige.fout.contains("Sleutel 1 is de enige"), "\(enige.fout)")
    }
}
