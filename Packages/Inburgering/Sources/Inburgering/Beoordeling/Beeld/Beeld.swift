// SPDX-License-Identifier: EUPL-1.2

/// What the facts say on the peildatum, worked out once for all rules.
///
/// A class, because every rule takes it along and a copy would retain some fifty arrays.
final class Beeld: Sendable {
    private let overzicht: Dossier.Overzicht
    /// Who keeps the dossier.
    let gemeente: Gemeentecode
    let peildatum: Datum
    let wet: Wetboek
    let plicht: Plicht?
    let stand: Plichtstand
    let vestigingen: [Vestiging]
    /// The first PIP: its dagtekening fixes the term.
    let eerstePip: Vermelding<PIPVastgesteld>?
    let plan: Plan?
    let termijn: Termijnbeeld?
    /// Whether the person is treated as asielstatushouder on the peildatum, and the fact that says so.
    let groep: (doelgroep: Doelgroep, begin: Datum, volgnummer: Int)?

    /// Whether the college owes what asielstatushouders are owed.
    var isAsiel: Bool { groep?.doelgroep == .asielstatushouder }

    /// Whether somebody must still act for this person; true too when DUO has said nothing yet.
    var loopt: Bool { !stand.voorbij && stand.voldaanOp == nil }

    /// The day after the first PIP: what was done before it does not count (Besluit art. 5.3 lid 5).
    var eersteDag: Datum? { termijn?.eigen?.begin ?? termijn?.begin }

    /// The facts, lent and not copied: each rule takes a list or two out of some fifty.
    var feiten: Feitenoverzicht { _read { yield overzicht.feiten } }

    init(_ dossier: Dossier, _ wet: Wetboek, op peildatum: Datum) {
        gemeente = dossier.gemeente
        self.wet = wet
        self.peildatum = peildatum
        overzicht = dossier.overzicht
        let feiten = dossier.feiten
        plicht = Plicht(
            feiten.inburgeringsplichtVastgesteld.geldig(op: peildatum),
            einden: feiten.inburgeringsplichtBeeindigd.geldig(op: peildatum)
        )
        stand = Plichtstand(feiten, begindatum: plicht?.begindatum, op: peildatum)
        vestigingen = feiten.vestigingen(op: peildatum)
        let pips = feiten.pipVastgesteld.geldig(op: peildatum)
        eerstePip = pips.vanEersteDag().voorzichtigste { a, b in a.leerroute.rawValue < b.leerroute.rawValue }
        plan = Plan(pips, feiten.pipGewijzigd.geldig(op: peildatum))
        termijn = Termijnbeeld(
            eerstePip: eerstePip,
            feiten,
            wet,
            uitAZC: vestigingen.first(where: \.vanuitCOA),
            op: peildatum
        )
        groep = Self.doelgroep(feiten, op: peildatum)
    }

    /// The group on a day: DUO's last word up to then. Where facts of one day disagree: asielstatushouder, to whom the
    /// college owes more.
    func doelgroep(op dag: Datum) -> (doelgroep: Doelgroep, begin: Datum, volgnummer: Int)? {
        Self.doelgroep(feiten, op: dag)
    }

    private static func doelgroep(
        _ feiten: Feitenoverzicht,
        op dag: Datum
    ) -> (doelgroep: Doelgroep, begin: Datum, volgnummer: Int)? {
        let plicht = feiten.inburgeringsplichtVastgesteld.geldig(op: dag).vanLaatsteDag()
            .voorzichtigste { a, b in a.doelgroep == .asielstatushouder && b.doelgroep != .asielstatushouder }
        let wijziging = feiten.doelgroepGewijzigd.geldig(op: dag).vanLaatsteDag()
            .voorzichtigste { a, b in a.doelgroep == .asielstatushouder && b.doelgroep != .asielstatushouder }
        if let wijziging, plicht.map({ $0.geldigOp <= wijziging.geldigOp }) ?? true {
            return (wijziging.inhoud.doelgroep, wijziging.geldigOp, wijziging.volgnummer)
        }
        return plicht.map { ($0.inhoud.doelgroep, $0.geldigOp, $0.volgnummer) }
    }

    /// DUO's last word on the detailed group.
    var gedetailleerdeDoelgroep: GedetailleerdeDoelgroep? {
        let plicht = feiten.inburgeringsplichtVastgesteld.geldig(op: peildatum)
            .filter { $0.inhoud.gedetailleerdeDoelgroep != nil }[...].vanLaatsteDag()
            .voorzichtigste { a, _ in a.gedetailleerdeDoelgroep == .asielstatushouder }
        let wijziging = feiten.doelgroepGewijzigd.geldig(op: peildatum)
            .filter { $0.inhoud.gedetailleerdeDoelgroep != nil }[...].vanLaatsteDag()
            .voorzichtigste { a, _ in a.gedetailleerdeDoelgroep == .asielstatushouder }
        if let wijziging, plicht.map({ $0.geldigOp <= wijziging.geldigOp }) ?? true {
            return wijziging.inhoud.gedetailleerdeDoelgroep
        }
        return plicht?.inhoud.gedetailleerdeDoelgroep
    }

    /// The act: what DUO said, else by the first day of the plicht.
    var stelsel: Stelsel {
        if let gezegd = plicht?.stelsel { return gezegd }
        guard let begin = plicht?.begindatum, let parameter = wet.parameter(.stelsel, op: begin),
            case .tekst(let tekst) = parameter.waarde
        else { return .wi2021 }
        return Stelsel(rawValue: tekst) ?? .wi2021
    }

    /// The registration with which the person left this gemeente for another one. Nil for who never lived here, as in
    /// the azc of another gemeente, and for who was coupled to this one since.
    var elders: Vestiging? {
        guard let laatste = vestigingen.last, laatste.gemeente != gemeente,
            let hier = vestigingen.lastIndex(where: { $0.gemeente == gemeente })
        else { return nil }
        let weg = vestigingen[hier + 1]
        let koppelingen = feiten.gekoppeldAanGemeente.geldig(op: peildatum)
        return koppelingen.contains { $0.inhoud.gemeente == gemeente && $0.geldigOp >= weg.datum } ? nil : weg
    }

    /// The day on which the person left the Netherlands and did not come back.
    var vertrokken: Vermelding<VertrokkenUitNederland>? {
        guard let vertrek = feiten.vertrokkenUitNederland.geldig(op: peildatum).last else { return nil }
        return vestigingen.last.map { $0.datum > vertrek.geldigOp } ?? false ? nil : vertrek
    }
}
