// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// PVT, MAP, exams and the Z-route; whoever has everything has met the plicht.
enum Afronding {
    static func vertel(_ loop: inout Levensloop) {
        guard let plan = loop.plan else { return }
        let pvt = onderdeel(&loop, plan, .pvt, 150...420)
        let map = plan.leerroute == .onderwijs ? pvt : onderdeel(&loop, plan, .mapPraktijk, 500...860)
        let taal: Datum?
        switch plan.leerroute {
        case .b1: taal = examens(&loop, plan)
        case .onderwijs: taal = loop.toeval.kans(650) ? loop.dag(plan.dagtekening, 700...1000) : nil
        case .z: taal = rondZAf(&loop, plan, na: [pvt, map])
        }
        if let pvt, let map, let taal { voldoe(&loop, op: max(pvt, map, taal), plan) }
        vulPogingen(&loop)
    }

    /// PVT or MAP: first the hours, then the signing or the talk.
    private static func onderdeel(
        _ loop: inout Levensloop,
        _ plan: Plan,
        _ soort: Urensoort,
        _ na: ClosedRange<Int>
    ) -> Datum? {
        guard loop.toeval.kans(930) else { return nil }
        let datum = loop.dag(plan.dagtekening, na)
        let uren = soort == .pvt ? loop.toeval.geheel(12...18) : loop.toeval.geheel(40...60)
        loop.leg(
            .urenGeregistreerd(.init(peildatum: datum.plus(dagen: -7), urensoort: soort, uren: uren)),
            .gemeente
        )
        let feit: Feit =
            soort == .pvt ? .pvtOndertekend(.init(datum: datum)) : .mapEindgesprekGevoerd(.init(datum: datum))
        guard loop.leg(feit, .gemeente) != nil else { return nil }
        if soort == .pvt {
            loop.duo["pvt"] = .velden(("datumOndertekeningPvt", datum))
            loop.duo["pvtGemeente"] = loop.opdracht.gemeente.json
        } else {
            loop.duo["map"] = .velden(("datumEindgesprekMap", datum))
            loop.duo["mapGemeente"] = loop.opdracht.gemeente.json
        }
        return datum
    }

    /// The exam parts, each until it is passed or given up.
    /// - Returns: the day of the last one passed; nil when not all were.
    private static func examens(_ loop: inout Levensloop, _ plan: Plan) -> Datum? {
        let slaagkans = 380 + loop.profiel.leervermogen / 2
        var laatste: Datum?
        var alle = true
        var begin = loop.dag(plan.dagtekening, 380...760)
        for onderdeel in Examenonderdeel.allCases {
            var datum = begin
            var geslaagd = false
            for _ in 1...4 where !geslaagd && datum < plan.einde {
                geslaagd = loop.toeval.kans(slaagkans)
                guard neemAf(&loop, onderdeel, datum, geslaagd ? .geslaagd : .gezakt) else { return nil }
                if geslaagd { laatste = max(laatste ?? datum, datum) }
                datum = loop.dag(datum, 60...130)
            }
            alle = alle && geslaagd
            begin = loop.dag(begin, 14...50)
        }
        return alle ? laatste : nil
    }

    private static func neemAf(
        _ loop: inout Levensloop,
        _ onderdeel: Examenonderdeel,
        _ datum: Datum,
        _ uitslag: ExamenResultaat
    ) -> Bool {
        let absent = uitslag == .gezakt && loop.toeval.kans(100)
        let feit = ExamenresultaatOntvangen(
            examendatum: datum,
            onderdeel: onderdeel,
            niveau: onderdeel == .knm ? nil : .b1,
            resultaat: absent ? .geen : uitslag,
            redenGeenResultaat: absent ? .absent : nil
        )
        guard loop.leg(.examenresultaatOntvangen(feit), .duo, na: 20...45, meld: "SS199") != nil else { return false }
        loop.duo.voegToe(
            .velden(
                ("examendatum", datum),
                ("resultaat", feit.resultaat),
                ("redenGeenResultaat", feit.redenGeenResultaat),
                ("onderdeel", onderdeel),
                ("niveau", feit.niveau)
            ),
            aan: "examenresultaten"
        )
        return true
    }

    private static func rondZAf(_ loop: inout Levensloop, _ plan: Plan, na: [Datum?]) -> Datum? {
        guard loop.toeval.kans(800) else { return nil }
        let gesprek = max(loop.dag(plan.dagtekening, 820...1050), na.compactMap { $0 }.max() ?? plan.dagtekening)
        guard na.allSatisfy({ $0 != nil }), gesprek < plan.einde,
            loop.leg(.zrouteEindgesprekGevoerd(.init(datum: gesprek)), .gemeente) != nil
        else { return nil }
        let klaar = loop.dag(gesprek, 0...14)
        guard loop.leg(.zrouteAfgerond(.init(datum: klaar)), .gemeente) != nil else { return nil }
        loop.duo["zroute"] = .velden(("datumAfrondingZroute", klaar))
        return klaar
    }

    private static func voldoe(_ loop: inout Levensloop, op klaar: Datum, _ plan: Plan) {
        guard klaar <= loop.tot, klaar < plan.einde else { return }
        Einde.beeindig(&loop, op: klaar, .voldaan, meld: "SS106")
    }

    /// Attempts that are left of the free ones; DUO counts them.
    private static func vulPogingen(_ loop: inout Levensloop) {
        guard loop.profiel.asiel, let plan = loop.plan, plan.leerroute != .z else { return }
        let gedaan = loop.duo["examenresultaten"]?.lijst ?? []
        loop.duo["gratispogingen"] = .lijst(
            Examenonderdeel.allCases.map { onderdeel in
                let aantal = gedaan.filter { $0["onderdeel"] == onderdeel.json }.count
                return .velden(("onderdeel", onderdeel), ("gratisPogingenTegoed", max(0, 2 - aantal)))
            }
        )
    }
}
