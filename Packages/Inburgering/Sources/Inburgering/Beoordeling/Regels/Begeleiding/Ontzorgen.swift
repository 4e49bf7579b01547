// SPDX-License-Identifier: EUPL-1.2

/// `ONTZORGEN`: payments from the bijstand in the name of an asielstatushouder, six months from the day on which the right
/// to bijstand arises (Participatiewet art. 56a).
enum Ontzorgen {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        // Family with a regular permit is not in the group (art. 56a lid 1: an asylum permit).
        guard beeld.isAsiel, beeld.plicht != nil, hoortErbij(beeld), let bijstand = bijstand(beeld) else { return }
        let dag = beeld.peildatum
        var spoor = Spoor(beeld.wet)
        guard let duur = spoor.duur(.ontzorgenDuur, op: bijstand.inhoud.datum) else { return }
        spoor.grond("Participatiewet art. 56a lid 1")
        spoor.feit(bijstand)
        if let groep = beeld.groep { spoor.feit(groep.volgnummer) }
        let begin = bijstand.inhoud.datum
        let laatsteDag = Datum.laatsteDag(vanaf: begin, duur)
        let gestart = beeld.feiten.ontzorgenGestart.geldig(op: dag).vroegste { $0.geldigOp >= begin }
        let beeindigd = beeld.feiten.ontzorgenBeeindigd.geldig(op: dag).vroegste { $0.geldigOp >= begin }
        if let gestart { spoor.feit(gestart) }
        if let beeindigd { spoor.feit(beeindigd) }
        let geenBijstand = beeld.feiten.bijstandBeeindigd.geldig(op: dag).vroegste { $0.geldigOp >= begin }
        if let geenBijstand { spoor.feit(geenBijstand) }
        let vrij = spoor.waarheid(.ontzorgenVrij, op: begin)
        // Done when it ran to its last day, or ended sooner where the gemeente may choose.
        let gedaan = gestart == nil ? nil : vrij ? (beeindigd?.geldigOp ?? laatsteDag) : laatsteDag
        let status = Termijn.Status.van(
            begin: begin,
            laatsteDag: laatsteDag,
            gedaan: gedaan,
            vervallen: [geenBijstand?.geldigOp, beeld.stand.vervallenVanaf, beeld.vertrokken?.geldigOp]
                .compactMap(\.self).min(),
            op: dag
        )
        let termijn = Termijn(
            .ontzorgen,
            begin: begin,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor,
            toelichting: vrij
                ? "De gemeente kiest de vorm; ontzorgen zelf blijft verplicht."
                : "Huur, gas, water en stroom en de zorgverzekering worden uit de bijstand betaald."
        )
        uit.termijnen.append(termijn)
        guard beeld.loopt else { return }
        if gestart == nil, status == .loopt || status == .overschreden {
            uit.signaal(bij: termijn, op: dag, actie: "Leg de verplichting tot financieel ontzorgen op en start ermee.")
        } else if status == .loopt, beeindigd != nil, !vrij {
            uit.signaal(bij: termijn, op: dag, actie: "Hervat het financieel ontzorgen: het duurt tot de laatste dag.")
        }
    }

    private static func hoortErbij(_ beeld: Beeld) -> Bool {
        switch beeld.gedetailleerdeDoelgroep {
        case nil, .asielstatushouder: true
        default: false
        }
    }

    /// The last time that the right arose; a grant while it lasts starts nothing anew.
    private static func bijstand(_ beeld: Beeld) -> Vermelding<BijstandToegekend>? {
        let einden = beeld.feiten.bijstandBeeindigd.geldig(op: beeld.peildatum)
        var geldend: Vermelding<BijstandToegekend>?
        for toekenning in beeld.feiten.bijstandToegekend.geldig(op: beeld.peildatum).eenPerDag() {
            if let lopend = geldend,
                !einden.contains(where: { lopend.geldigOp < $0.geldigOp && $0.geldigOp <= toekenning.geldigOp })
            {
                continue
            }
            geldend = toekenning
        }
        return geldend
    }
}
