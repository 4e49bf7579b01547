// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The PIP, the inburgeringstermijn that follows from it, and the aanbod.
enum Planvorming {
    /// - Parameters:
    ///   - start: from when the gemeente can work on the PIP.
    ///   - intake: when the brede intake was held.
    static func vertel(_ loop: inout Levensloop, vanaf start: Datum, na intake: Datum) {
        // Four in five within the ten weeks, most others late, some never.
        let vlot = max(intake.plus(dagen: 3), loop.dag(start, 25...66))
        let traag = max(intake.plus(dagen: 3), loop.dag(start, 75...140))
        let soort = loop.toeval.geheel(0...999)
        guard soort < 950 else { return }
        let dagtekening = soort < 800 ? vlot : traag
        let leerroute = route(&loop, op: dagtekening)
        let pip = PIPVastgesteld(
            dagtekening: dagtekening,
            leerroute: leerroute,
            niveau: leerroute == .z ? nil : .b1,
            geschatteIntensiteitB1Route: leerroute == .b1 && loop.profiel.asiel ? loop.toeval.geheel(9...18) * 50 : nil,
            indicatorAlfabetiseringsonderwijs: loop.profiel.alfabetisering,
            indicatorMagOpleidingAfmaken: false,
            aantalVoortgangsgesprekken: loop.toeval.geheel(4...8),
            urenPVT: loop.toeval.geheel(12...18),
            urenMAP: leerroute == .onderwijs ? nil : loop.toeval.geheel(40...60),
            a2ExamenGewenst: leerroute == .z && loop.toeval.kans(100) ? true : nil,
            wachtOpDerden: soort >= 900 ? WachtOpDerden(ontvangenOp: dagtekening.plus(dagen: -5)) : nil
        )
        guard loop.leg(.pipVastgesteld(pip), .gemeente) != nil else { return }
        let school = scholen[leerroute == .onderwijs ? 0 : loop.toeval.geheel(1...(scholen.count - 1))]
        stelTermijnVast(&loop, pip)
        let begin = loop.dag(dagtekening, 20...90)
        loop.plan = Plan(
            dagtekening: dagtekening,
            leerroute: leerroute,
            einde: dagtekening.volgende + termijn,
            school: (school, begin)
        )
        if loop.profiel.asiel { doeAanbod(&loop) }
        loop.duo["pip"] = .velden(("gemeentecode", loop.opdracht.gemeente), ("pip", pip.opDeDraad))
    }

    /// How long DUO gives a person: this module plays DUO, the law itself stands in `config/wet`.
    static let termijn = Duur(3, .jaren)

    /// The first is a taalschakelinstelling, the others have the keurmerk of Blik op Werk.
    static let scholen = ["2100000001", "2100000012", "2100000023", "2100000034", "2100000045"]

    private static func route(_ loop: inout Levensloop, op datum: Datum) -> Leerroute {
        if loop.profiel.leervermogen < 330 { return loop.toeval.kans(900) ? .z : .b1 }
        let jong = loop.identiteit.geboren.plus(maanden: 12 * 28) > datum
        return jong && loop.profiel.leervermogen > 600 && loop.toeval.kans(450) ? .onderwijs : .b1
    }

    private static func stelTermijnVast(_ loop: inout Levensloop, _ pip: PIPVastgesteld) {
        let termijn = InburgeringstermijnVastgesteld(
            startdatum: pip.dagtekening.volgende,
            einddatum: pip.dagtekening.volgende + termijn,
            wijzigingsdatum: loop.dag(pip.dagtekening, 1...5)
        )
        loop.leg(.inburgeringstermijnVastgesteld(termijn), .duo, na: 0...2, meld: "SS102")
        loop.duo["inburgeringstermijn"] = termijn.opDeDraad
        loop.duo.voegToe(termijn.alsHistorie, aan: "inburgeringstermijnHistorie")
    }

    private static func doeAanbod(_ loop: inout Levensloop) {
        guard var plan = loop.plan, !loop.toeval.kans(40) else { return }
        let datum = loop.dag(plan.dagtekening, loop.toeval.kans(110) ? 95...170 : 7...80)
        let start = loop.dag(datum, 10...40)
        let aanbod = InburgeringsaanbodGedaan(
            datum: datum,
            instellingsnummer: plan.school.nummer,
            verwachteStartdatum: start,
            verwachteEinddatum: start.plus(maanden: loop.toeval.geheel(16...26)),
            indicatorAlfabetiseringsonderwijs: loop.profiel.alfabetisering,
            taalschakeltraject: plan.leerroute == .onderwijs ? true : nil
        )
        plan.school.vanaf = start
        loop.plan = plan
        guard loop.leg(.inburgeringsaanbodGedaan(aanbod), .gemeente) != nil else { return }
        loop.duo["aanbod"] = .object([
            JSON.Lid(
                plan.school.nummer,
                .velden(
                    ("datumInburgeringsaanbod", datum),
                    ("verwachteStartdatumOpleiding", start),
                    ("verwachteEinddatumOpleiding", aanbod.verwachteEinddatum),
                    ("indicatorAlfabetiseringsonderwijs", aanbod.indicatorAlfabetiseringsonderwijs)
                )
            )
        ])
    }
}

extension PIPVastgesteld {
    /// DUO's PIP (API PIP).
    var opDeDraad: JSON {
        .velden(
            ("dagtekeningPip", dagtekening),
            ("leerroute", leerroute),
            ("niveau", niveau),
            ("geschatteIntensiteitB1Route", geschatteIntensiteitB1Route),
            ("indicatorMagOpleidingAfmaken", indicatorMagOpleidingAfmaken),
            ("indicatorAlfabetiseringsonderwijs", indicatorAlfabetiseringsonderwijs)
        )
    }
}

extension InburgeringstermijnVastgesteld {
    /// DUO's inburgeringstermijn (API Inburgeringstermijn).
    var opDeDraad: JSON {
        .velden(
            ("startdatum", startdatum),
            ("einddatum", einddatum),
            ("wijzigingsdatum", wijzigingsdatum),
            ("verlengingsgrondcode", verlengingsgrondcode),
            ("verlengingsgrondomschrijving", verlengingsgrondomschrijving)
        )
    }

    /// A line of its historie.
    var alsHistorie: JSON {
        .velden(
            ("einddatum", einddatum),
            ("wijzigingsdatum", wijzigingsdatum),
            ("verlengingsgrondcode", verlengingsgrondcode),
            ("verlengingsgrondomschrijving", verlengingsgrondomschrijving)
        )
    }
}
