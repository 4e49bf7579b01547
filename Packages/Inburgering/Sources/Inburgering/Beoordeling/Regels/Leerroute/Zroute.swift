// SPDX-License-Identifier: EUPL-1.2

/// `ZROUTE_UREN_LES`, `ZROUTE_UREN_PARTICIPATIE`, `ZROUTE_EINDGESPREK` (Wi2021 art. 9; Besluit art. 3.14).
enum Zroute {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let termijn = beeld.termijn, let plan = beeld.plan, plan.leerroute == .z else { return }
        var klaar = les(beeld, termijn, plan, naar: &uit)
        // Participation is asked of asielstatushouders alone (lid 3).
        if beeld.isAsiel { klaar = participatie(beeld, termijn, naar: &uit) && klaar }
        eindgesprek(beeld, termijn, plan, urenKlaar: klaar, voldaanOp, naar: &uit)
    }

    private static func les(
        _ beeld: Beeld,
        _ termijn: Termijnbeeld,
        _ plan: Plan,
        naar uit: inout Uitkomst
    ) -> Bool {
        var spoor = Spoor(beeld.wet)
        guard var nodig = spoor.getal(.zrouteLes, op: termijn.begin) else { return true }
        if let lager = plan.lagereUrennorm {
            spoor.grond("Besluit inburgering 2021 art. 3.14 lid 8")
            spoor.grond("Regeling inburgering 2021 art. 3.16 lid 2")
            spoor.feiten(plan.feiten)
            nodig = min(nodig, lager)
        }
        if !plan.onderdelenZonderUren.isEmpty {
            // For these parts no hours are asked; how many fewer that makes is `lagereUrennormZroute`.
            spoor.grond("Besluit inburgering 2021 art. 3.14 lid 8")
            spoor.grond("Regeling inburgering 2021 art. 3.16 lid 2")
            spoor.feiten(plan.feiten)
        }
        if !beeld.isAsiel { spoor.grond("Besluit inburgering 2021 art. 3.14 lid 3") }
        var uren = Lesuren.cursus(beeld, &spoor)
        if uren.intake > 0 { spoor.grond("Besluit inburgering 2021 art. 3.14 lid 6") }
        uren.azc = Lesuren.azc(beeld, termijn, &spoor)
        uren.opleiding = Lesuren.opleiding(beeld, &spoor)
        // Hours made on another route count too (Besluit art. 5.4 lid 4 c): they bear the same urensoort.
        uit.voortgang.append(
            Voortgang(.zrouteUrenLes, vereist: nodig, behaald: uren.totaal, eenheid: "uur", spoor: spoor)
        )
        return uren.totaal >= nodig
    }

    private static func participatie(_ beeld: Beeld, _ termijn: Termijnbeeld, naar uit: inout Uitkomst) -> Bool {
        var spoor = Spoor(beeld.wet)
        guard var nodig = spoor.getal(.zrouteParticipatie, op: termijn.begin) else { return true }
        let dag = beeld.peildatum
        if let ontheffing = belastbaarheid(beeld), let uren = ontheffing.inhoud.urenBelastbaarheidParticipatieactiviteit
        {
            spoor.grond("Besluit inburgering 2021 art. 2.7 lid 3 onder c")
            spoor.feit(ontheffing)
            nodig = min(nodig, uren)
        }
        let alle = beeld.feiten.urenGeregistreerd.geldig(op: dag)
        let activiteiten = Uren([.participatie, .participatieTaalles], alle)
        // The hours of PVT and MAP are deducted (lid 5).
        let afronding = Uren([.pvt, .mapPraktijk], alle)
        let intake = Intakeuren(.intakeParticipatie, { $0.participatie }, beeld)
        if !afronding.feiten.isEmpty { spoor.grond("Besluit inburgering 2021 art. 3.14 lid 5") }
        if intake.totaal > 0 { spoor.grond("Besluit inburgering 2021 art. 3.14 lid 6") }
        spoor.feiten(activiteiten.feiten)
        spoor.feiten(afronding.feiten)
        spoor.feiten(intake.feiten)
        let totaal = activiteiten.totaal + afronding.totaal + intake.totaal
        uit.voortgang.append(
            Voortgang(.zrouteUrenParticipatie, vereist: nodig, behaald: totaal, eenheid: "uur", spoor: spoor)
        )
        return totaal >= nodig
    }

    /// The medical ontheffing that says how many hours somebody can bear; of several of one day the fewest.
    private static func belastbaarheid(_ beeld: Beeld) -> Vermelding<OntheffingBeslist>? {
        beeld.feiten.ontheffingBeslist.geldig(op: beeld.peildatum)
            .filter {
                $0.inhoud.oordeel == .toekenning && $0.inhoud.urenBelastbaarheidParticipatieactiviteit != nil
            }[...].vanLaatsteDag()
            .voorzichtigste {
                ($0.urenBelastbaarheidParticipatieactiviteit ?? 0) < ($1.urenBelastbaarheidParticipatieactiviteit ?? 0)
            }
    }

    private static func eindgesprek(
        _ beeld: Beeld,
        _ termijn: Termijnbeeld,
        _ plan: Plan,
        urenKlaar: Bool,
        _ voldaanOp: Datum?,
        naar uit: inout Uitkomst
    ) {
        var spoor = Spoor(beeld.wet)
        spoor.grond("Besluit inburgering 2021 art. 3.14 lid 2 onder c")
        spoor.neem(termijn.spoor)
        spoor.feiten(plan.feiten)
        let dag = beeld.peildatum
        let gesprek = beeld.feiten.zrouteEindgesprekGevoerd.geldig(op: dag).vroegste()
        let afgerond = beeld.feiten.zrouteAfgerond.geldig(op: dag).vroegste()
        if let gesprek { spoor.feit(gesprek) } else if let afgerond { spoor.feit(afgerond) }
        let status = Termijn.Status.van(
            begin: termijn.begin,
            laatsteDag: termijn.laatsteDag,
            gedaan: gesprek?.geldigOp ?? afgerond?.geldigOp,
            vervallen: [beeld.stand.vervallenVanaf, voldaanOp].compactMap(\.self).min(),
            op: dag
        )
        let uitkomst = Termijn(
            .zrouteEindgesprek,
            begin: termijn.begin,
            laatsteDag: termijn.laatsteDag,
            status: status,
            spoor: spoor
        )
        uit.termijnen.append(uitkomst)
        guard beeld.loopt, afgerond == nil else { return }
        if gesprek != nil {
            let actie =
                urenKlaar
                ? "Meld DUO dat de Z-route is afgerond."
                : "Laat de ontbrekende uren van de Z-route nog maken of registreren."
            uit.signaal(bij: uitkomst, op: dag, actie: actie)
        } else if urenKlaar {
            uit.signaal(bij: uitkomst, op: dag, actie: "Voer het eindgesprek van de Z-route.")
        } else if uit.ernst.ernst(voor: termijn.laatsteDag, op: dag) > .info, status != .nogNiet {
            uit.signaal(bij: uitkomst, op: dag, actie: "Rond de uren en het eindgesprek van de Z-route af.")
        }
    }
}
