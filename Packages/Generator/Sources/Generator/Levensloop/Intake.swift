// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The brede intake, with the leerbaarheidstoets.
enum Intake {
    /// - Parameter start: from when the gemeente works on it.
    /// - Returns: when the intake was held; nil when it was not.
    static func vertel(_ loop: inout Levensloop, vanaf start: Datum) -> Datum? {
        let naam = loop.toeval.kies([
            "a.bakker", "b.visser", "c.smit", "d.meijer", "e.mulder", "f.bos", "g.peters", "h.vos",
        ])
        loop.leg(.klantmanagerToegewezen(.init(datum: loop.dag(start, 0...10), klantmanager: naam)), .gemeente)
        var oproep = loop.dag(start, 3...14)
        for volgnummer in 1...3 {
            let opgeroepen = OpgeroepenVoorIntake(
                datum: oproep,
                uiterlijk: oproep.plus(dagen: 14),
                volgnummer: volgnummer
            )
            loop.leg(.opgeroepenVoorIntake(opgeroepen), .gemeente)
            guard loop.toeval.kans(70) else { break }
            let gemist = oproep.plus(dagen: 14)
            loop.leg(
                .nietVerschenen(.init(datum: gemist, bij: "intake", verwijtbaar: loop.toeval.kans(500))),
                .gemeente
            )
            oproep = loop.dag(gemist, 2...7)
            loop.leg(.schriftelijkGewaarschuwd(.init(datum: oproep, bij: "intake")), .gemeente)
        }
        toets(&loop, na: oproep)
        let datum = loop.dag(oproep, 7...28)
        var uren: IntakeUren?
        if loop.toeval.kans(200) { uren = IntakeUren(taallesKNM: loop.toeval.geheel(4...40)) }
        let intake = IntakeAfgenomen(
            datum: datum,
            inAfwezigheid: loop.toeval.kans(10),
            onderdelen: onderdelen,
            taalniveau: loop.toeval.kies(["A0", "A1", "A2"]),
            uren: uren
        )
        return loop.leg(.intakeAfgenomen(intake), .gemeente) == nil ? nil : datum
    }

    /// What a complete intake covers (Wi2021 art. 14; Besluit art. 5.2), in our own words.
    private static let onderdelen = [
        "leerbaarheidstoets", "startpositie", "ontwikkelmogelijkheden", "lichamelijkeOfPsychischeBelemmeringen",
        "taalniveau", "arbeidsparticipatie", "zelfredzaamheid",
    ]

    private static func toets(_ loop: inout Levensloop, na dag: Datum) {
        if loop.toeval.kans(10) {
            loop.leg(
                .leerbaarheidstoetsOntheven(.init(grond: loop.toeval.kies([.visueel, .auditief]))),
                .gemeente,
                geldigOp: loop.dag(dag, 3...10)
            )
            return
        }
        let afname = loop.dag(dag, 3...18)
        loop.meld("SS137", op: dag)
        loop.duo["lbtExamennummer"] = .velden(("examennummer", String(loop.toeval.geheel(100_000_000...999_999_999))))
        let haalbaar = loop.profiel.leervermogen >= 330
        let score = haalbaar ? loop.toeval.geheel(3900...6000) : loop.toeval.geheel(800...3899)
        let resultaat = LeerbaarheidstoetsAfgenomen(
            datumAfname: afname,
            resultaat: haalbaar ? .b1Haalbaar : .b1NietHaalbaar,
            behaaldeScore: komma(score),
            benodigdeScore: komma(3900)
        )
        guard afname <= loop.tot else { return }
        loop.leg(.leerbaarheidstoetsAfgenomen(resultaat), .duo, na: 1...5, meld: "SS131")
        loop.duo.voegToe(
            .velden(
                ("resultaat", resultaat.resultaat),
                ("behaaldeScore", resultaat.behaaldeScore),
                ("benodigdeScore", resultaat.benodigdeScore),
                ("datumAfname", afname)
            ),
            aan: "lbtResultaten"
        )
    }

    /// `45,50`, as DUO writes a score.
    private static func komma(_ honderdsten: Int) -> String {
        let rest = honderdsten % 100
        return "\(honderdsten / 100),\(rest < 10 ? "0" : "")\(rest)"
    }
}
