// SPDX-License-Identifier: EUPL-1.2

/// `TAALSCHAKELTRAJECT_START`: on the onderwijsroute the taalschakeltraject must be able to start within six months after
/// the PIP, else more time can be asked (Wi2021 art. 16; Regeling art. 4.1 lid 1 g, lid 2 g).
enum TaalschakeltrajectStart {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let plan = beeld.plan, plan.leerroute == .onderwijs, let groep = beeld.groep, beeld.isAsiel else {
            return
        }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 16 lid 1")
        guard let duur = spoor.duur(.taalschakelStart, op: plan.routeSinds) else { return }
        spoor.feiten(plan.feiten)
        spoor.feit(groep.volgnummer)
        let laatsteDag = plan.routeSinds + duur
        let aanbod = aanbod(beeld)
        if let aanbod { spoor.feit(aanbod.feit) }
        let status = Termijn.Status.van(
            begin: plan.routeSinds.volgende,
            laatsteDag: laatsteDag,
            gedaan: aanbod?.start,
            vervallen: [beeld.stand.vervallenVanaf, voldaanOp, beeld.vertrokken?.geldigOp].compactMap(\.self).min(),
            op: beeld.peildatum
        )
        let verlenging = status == .overschreden ? verlenging(beeld, &spoor) : nil
        let termijn = Termijn(
            .taalschakeltrajectStart,
            begin: plan.routeSinds.volgende,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor,
            toelichting: aanbod.map { "De start is voorzien op \($0.start.leesbaar)." },
            verlenging: verlenging
        )
        uit.termijnen.append(termijn)
        guard beeld.loopt, status == .loopt || status == .overschreden else { return }
        let actie: String
        switch (aanbod, status) {
        case (let aanbod?, .loopt) where aanbod.start <= laatsteDag: return
        case (.some, .loopt):
            actie = "Vervroeg de start van het taalschakeltraject, of meld DUO dat die niet binnen de termijn kan."
        case (_, .loopt): actie = "Zorg dat het taalschakeltraject kan beginnen."
        default:
            actie =
                "Geef de inburgeraar een verklaring dat het taalschakeltraject niet op tijd kon beginnen: grond voor "
                + "verlenging bij DUO."
        }
        uit.signaal(bij: termijn, op: beeld.peildatum, actie: actie)
    }

    /// The offer with the earliest start.
    private static func aanbod(_ beeld: Beeld) -> (start: Datum, feit: Int)? {
        var beste: (start: Datum, feit: Int)?
        for feit in beeld.feiten.inburgeringsaanbodGedaan.geldig(op: beeld.peildatum).uniekOpDag() {
            guard feit.inhoud.taalschakeltraject != false, let start = feit.inhoud.verwachteStartdatum else { continue }
            if beste.map({ start < $0.start }) ?? true { beste = (start, feit.volgnummer) }
        }
        return beste
    }

    private static func verlenging(_ beeld: Beeld, _ spoor: inout Spoor) -> Verlengingsaanspraak? {
        guard let termijn = beeld.termijn, let duur = spoor.duur(.taalschakelVerlenging, op: termijn.begin) else {
            return nil
        }
        // The extension begins where the term ends: its first day is known (docs/besluiten/0002).
        let einde = termijn.eigen?.einde ?? termijn.einde
        let nieuw = Datum.laatsteDag(vanaf: einde, duur).volgende
        return Verlengingsaanspraak(grond: "g", dagen: einde.dagen(tot: nieuw), einde: nieuw)
    }
}
