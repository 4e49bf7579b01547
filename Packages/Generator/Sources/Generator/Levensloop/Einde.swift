// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The plicht ends, or the term does.
enum Einde {
    /// DUO ends the plicht; after that day nothing more happens.
    static func beeindig(
        _ loop: inout Levensloop,
        op datum: Datum,
        _ reden: RedenGeenInburgeringsplicht,
        meld: String?
    ) {
        let loopt = loop.duo["inburgeringsplicht"]?["indicatorInburgeringsplicht"] == true
        guard loopt, datum <= loop.tot, datum >= loop.profiel.plicht else { return }
        let feit = InburgeringsplichtBeeindigd(einddatum: datum, redenGeenInburgeringsplicht: reden)
        loop.leg(.inburgeringsplichtBeeindigd(feit), .duo, na: 3...18, meld: meld)
        var plicht = loop.duo["inburgeringsplicht"]?.leden ?? []
        plicht.removeAll { $0.sleutel == "indicatorInburgeringsplicht" }
        loop.duo["inburgeringsplicht"] = .object(
            [JSON.Lid("indicatorInburgeringsplicht", false)] + plicht + [
                JSON.Lid("einddatum", datum.json), JSON.Lid("redenGeenInburgeringsplicht", reden.json),
            ]
        )
        loop.tot = datum
    }

    /// Three years are over and the plicht is not met: more time, a boete, or nothing yet.
    static func verstrijk(_ loop: inout Levensloop) {
        guard let plan = loop.plan, loop.duo["inburgeringsplicht"]?["indicatorInburgeringsplicht"]?.waarheid == true
        else {
            return
        }
        if loop.toeval.kans(600) {
            vraagVerlenging(&loop, plan)
        } else if plan.einde < loop.tot, loop.toeval.kans(500) {
            boete(&loop, plan)
        }
    }

    private static func vraagVerlenging(_ loop: inout Levensloop, _ plan: Plan) {
        let aanvraag = plan.einde.plus(dagen: -loop.toeval.geheel(15...170))
        guard
            loop.leg(.verlengingAangevraagd(.init(datum: aanvraag, grond: "lange wachtlijst")), .duo, meld: "SS112")
                != nil
        else { return }
        let besluit = loop.dag(aanvraag, 14...54)
        guard besluit <= loop.tot else {
            loop.duo.voegToe(
                .velden(("beoordelingAanvraag", VerlengingOordeel.inBehandeling), ("ontvangstdatum", aanvraag)),
                aan: "verlengingen"
            )
            return
        }
        let toegekend = loop.toeval.kans(750)
        let oordeel: VerlengingOordeel = toegekend ? .toegekend : .afgewezen
        let nieuw = toegekend ? plan.einde.plus(maanden: loop.toeval.geheel(3...12)) : nil
        loop.leg(
            .verlengingBeslist(.init(datum: besluit, oordeel: oordeel, nieuweEinddatum: nieuw)),
            .duo,
            meld: toegekend ? "SS104" : "SS113"
        )
        loop.duo.voegToe(
            .velden(
                ("beoordelingAanvraag", oordeel),
                ("ontvangstdatum", aanvraag),
                ("datumBeoordeling", besluit)
            ),
            aan: "verlengingen"
        )
        if let nieuw {
            zetTermijn(&loop, plan, einde: nieuw, op: besluit, grond: ("1", "Overschrijding niet verwijtbaar"))
        }
    }

    private static func zetTermijn(
        _ loop: inout Levensloop,
        _ plan: Plan,
        einde: Datum,
        op dag: Datum,
        grond: (String, String)
    ) {
        let termijn = InburgeringstermijnVastgesteld(
            startdatum: plan.dagtekening.volgende,
            einddatum: einde,
            wijzigingsdatum: dag,
            verlengingsgrondcode: grond.0,
            verlengingsgrondomschrijving: grond.1
        )
        guard loop.leg(.inburgeringstermijnVastgesteld(termijn), .duo, na: 0...2) != nil else { return }
        loop.duo["inburgeringstermijn"] = termijn.opDeDraad
        loop.duo.voegToe(termijn.alsHistorie, aan: "inburgeringstermijnHistorie")
        loop.plan?.einde = einde
    }

    private static func boete(_ loop: inout Levensloop, _ plan: Plan) {
        let datum = loop.dag(plan.einde, 40...120)
        let euro = loop.toeval.geheel(2...20) * 50
        guard loop.leg(.boeteDUOOntvangen(.init(datum: datum, bedrag: Bedrag(euro: euro))), .duo, meld: "SS198") != nil
        else { return }
        loop.duo.voegToe(.velden(("bedrag", euro), ("datum", datum)), aan: "boetes")
    }
}
