// SPDX-License-Identifier: EUPL-1.2

/// `EXAMEN` and `EXAMEN_GRATIS_POGINGEN`: parts passed, parts left, free attempts left (Wi2021 art. 7, 8; Regeling art. 3.5).
enum Examenregel {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let termijn = beeld.termijn, let plan = beeld.plan else { return }
        if plan.leerroute != .z { delen(beeld, termijn, plan, voldaanOp, naar: &uit) }
        if beeld.isAsiel { pogingen(beeld, termijn, plan, naar: &uit) }
    }

    private static func delen(
        _ beeld: Beeld,
        _ termijn: Termijnbeeld,
        _ plan: Plan,
        _ voldaanOp: Datum?,
        naar uit: inout Uitkomst
    ) {
        let stand = Examenstand(beeld)
        var spoor = Spoor(beeld.wet)
        spoor.grond(plan.leerroute == .onderwijs ? "Wi2021 art. 8 lid 4" : "Wi2021 art. 7 lid 1")
        if plan.leerroute == .b1, plan.niveau == .a2 || !plan.onderdelenA2.isEmpty {
            spoor.grond("Wi2021 art. 17 lid 3")
        }
        spoor.grond("Besluit inburgering 2021 art. 3.3")
        spoor.feiten(plan.feiten)
        spoor.feiten(stand.feiten)
        uit.voortgang.append(
            Voortgang(
                .examen,
                vereist: Examenonderdeel.allCases.count,
                behaald: stand.behaald.count,
                eenheid: "onderdeel",
                spoor: spoor
            )
        )
        // The onderwijsroute is met by its own diploma; its exam parts are a way out, not an act that is due.
        guard plan.leerroute == .b1, !stand.compleet, beeld.loopt, voldaanOp == nil else { return }
        let ernst = uit.ernst.ernst(voor: termijn.laatsteDag, op: beeld.peildatum)
        guard ernst > .info, termijn.begin <= beeld.peildatum else { return }
        let rest = Examenonderdeel.allCases.filter { !stand.behaald.contains($0) }.map(\.woord)
        spoor.neem(termijn.spoor)
        uit.signalen.append(
            Signaal(
                .examen,
                voor: termijn.laatsteDag,
                ernst: ernst,
                actie: "Nog te halen van het inburgeringsexamen: \(rest.joined(separator: ", ")).",
                spoor: spoor
            )
        )
    }

    /// Of which parts an attempt is free, and how many are used. DUO's own count is the true one; this one counts every
    /// result, and every absence for which somebody is to blame.
    private static func pogingen(_ beeld: Beeld, _ termijn: Termijnbeeld, _ plan: Plan, naar uit: inout Uitkomst) {
        let gratis: [Examenonderdeel]
        switch plan.leerroute {
        case .b1: gratis = Examenonderdeel.allCases
        case .onderwijs: gratis = [.knm]
        case .z: gratis = plan.a2ExamenGewenst ? Examenonderdeel.allCases : []
        }
        guard !gratis.isEmpty else { return }
        var spoor = Spoor(beeld.wet)
        guard let perOnderdeel = spoor.getal(.examenGratisPogingen, op: termijn.begin) else { return }
        if plan.leerroute == .z { spoor.grond("Besluit inburgering 2021 art. 3.14 lid 7") }
        spoor.feiten(plan.feiten)
        if let groep = beeld.groep { spoor.feit(groep.volgnummer) }
        let resultaten = beeld.feiten.examenresultaatOntvangen.geldig(op: beeld.peildatum)
        var gebruikt = 0
        for onderdeel in gratis {
            // Nobody takes a part twice on one day: what is said twice is one attempt.
            let gezien = resultaten.filter {
                $0.inhoud.onderdeel == onderdeel && telt($0.inhoud) && genoeg($0, beeld, plan)
            }[...].eenPerDag()
            for feit in gezien.prefix(perOnderdeel) { spoor.feit(feit) }
            gebruikt += min(perOnderdeel, gezien.count)
        }
        uit.voortgang.append(
            Voortgang(
                .examenGratisPogingen,
                vereist: perOnderdeel * gratis.count,
                behaald: gebruikt,
                eenheid: "poging",
                spoor: spoor
            )
        )
    }

    /// Free is only an attempt at the level that the PIP of that day asks, or a higher one (Regeling art. 3.5 lid 1); a lower
    /// one is paid for and uses up nothing.
    private static func genoeg(_ poging: Vermelding<ExamenresultaatOntvangen>, _ beeld: Beeld, _ nu: Plan) -> Bool {
        guard poging.inhoud.onderdeel != .knm, poging.inhoud.niveau == .a2 else { return true }
        let dag = poging.geldigOp
        let plan = Plan(beeld.feiten.pipVastgesteld.geldig(op: dag), beeld.feiten.pipGewijzigd.geldig(op: dag)) ?? nu
        return plan.leerroute == .z || plan.examenniveau(poging.inhoud.onderdeel) == .a2
    }

    private static func telt(_ resultaat: ExamenresultaatOntvangen) -> Bool {
        switch resultaat.resultaat {
        case .geslaagd, .gezakt: true
        case .geen: resultaat.redenGeenResultaat == .verwijtbaar || resultaat.redenGeenResultaat == .absent
        }
    }
}
