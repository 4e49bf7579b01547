// SPDX-License-Identifier: EUPL-1.2

/// What the law says of one violation: what may be imposed, by when the college decides, and what stands in the way.
struct Boetezaak {
    let termijn: Termijn
    let beletsel: Boetebeletsel?
    /// A rapport and a zienswijze are needed (Awb art. 5:53).
    let zwaar: Bool

    /// Nil when the law had no amount or no term on the day of the violation.
    init?(
        _ overtreding: Overtreding,
        _ overtredingen: Overtredingen,
        _ beeld: Beeld,
        _ nieuweTermijnen: NieuweTermijnen,
        _ eerder: Spoor
    ) {
        var spoor = Spoor(beeld.wet)
        let dag = overtreding.datum
        spoor.grond(overtreding.artikel.naam)
        spoor.grond("Wi2021 art. 26 lid 1")
        spoor.feit(overtreding.volgnummer)
        spoor.neem(eerder)
        guard let bedrag = Boetehoogte.bedrag(overtreding, overtredingen, beeld, nieuweTermijnen, &spoor),
            let duur = spoor.duur(.boeteBeslistermijn, op: dag)
        else { return nil }
        let laatsteDag = spoor.laatsteDag(dag + duur, schuift: .boeteBeslisATW, op: dag)
        beletsel = Boetebeletsel.van(overtreding, overtredingen, bedrag, beeld, &spoor)
        zwaar = Self.isZwaar(overtreding, &spoor)
        let verval = spoor.duur(zwaar ? .boeteVervalZwaar : .boeteVervalLicht, op: dag).map { dag + $0 }
        if let boete = overtreding.boete { spoor.feit(boete.volgnummer) }
        if let voornemen = overtreding.voornemen { spoor.feit(voornemen) }
        if let afgezien = overtreding.afgezien { spoor.feit(afgezien.volgnummer) }
        let ingetrokken = overtreding.isIngetrokken && overtreding.boete == nil
        if ingetrokken { spoor.grond("Awb art. 5:43") }
        let raad = Self.nieuweTermijnIntake(overtreding, overtredingen, &spoor)
        let status = Termijn.Status.van(
            begin: dag.volgende,
            laatsteDag: laatsteDag,
            gedaan: overtreding.boete?.datum,
            vervallen: [beletsel?.vanaf, overtreding.afgezien?.geldigOp, verval?.volgende, beeld.stand.vervallenVanaf]
                .compactMap(\.self).min(),
            op: beeld.peildatum
        )
        var termijn = Termijn(
            .boeteBesluit,
            begin: dag.volgende,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor,
            toelichting: ingetrokken
                ? Self.ingetrokken(overtreding)
                : beletsel?.woorden ?? raad ?? Self.hoogte(overtreding, overtredingen, beeld)
        )
        termijn.bedrag =
            ingetrokken || (beletsel != nil && overtreding.boete == nil) ? Bedrag(centen: 0) : bedrag
        self.termijn = termijn
    }

    /// What made the amount of a boete that is still to be decided on; of one that was imposed its letter tells.
    private static func hoogte(_ overtreding: Overtreding, _ alle: Overtredingen, _ beeld: Beeld) -> String? {
        guard overtreding.isOpen else { return nil }
        var spoor = Spoor(beeld.wet)
        var bekend: [Int: Int] = [:]
        let trede = Boetehoogte.trede(overtreding, alle, &bekend, &spoor)
        let verhoogd = trede == 0 ? "" : ", \(trede) keer verhoogd wegens eerdere overtredingen"
        return
            "Overtreding van \(overtreding.datum.leesbaar): verwijtbaarheid \(overtreding.verwijtbaarheid) procent\(verhoogd)."
    }

    private static func ingetrokken(_ overtreding: Overtreding) -> String {
        overtreding.isHerroepen
            ? "De boete is in bezwaar herroepen; alleen een boete die het besluit op bezwaar ervoor in de plaats stelt, telt."
            : "De boete is ingetrokken; voor dezelfde overtreding mag geen nieuwe boete volgen."
    }

    /// More than the limit can be imposed: a rapport and a zienswijze are needed (Awb art. 5:53).
    private static func isZwaar(_ overtreding: Overtreding, _ spoor: inout Spoor) -> Bool {
        let dag = overtreding.datum
        let hoogste =
            overtreding.artikel == .begeleiding
            ? spoor.bedrag(.boete23Hoogste, op: dag) : spoor.bedrag(.boete22, op: dag)
        guard let hoogste, let grens = spoor.bedrag(.boeteGrensZwaar, op: dag) else { return true }
        return hoogste > grens
    }

    /// The first boete for the intake sets a new term; after the second the intake is completed in absence (Wi2021 art. 22
    /// lid 2, 3; 14 lid 2).
    private static func nieuweTermijnIntake(
        _ overtreding: Overtreding,
        _ alle: Overtredingen,
        _ spoor: inout Spoor
    ) -> String? {
        guard overtreding.artikel == .intake, let duur = spoor.duur(.boeteNieuweTermijn, op: overtreding.datum) else {
            return nil
        }
        if let eerder = alle.alle.first(where: {
            $0.artikel == .intake && $0.datum < overtreding.datum && $0.boete?.nieuweTermijn != nil
        }) {
            spoor.grond("Wi2021 art. 22 lid 3")
            spoor.feit(eerder.volgnummer)
            return "Dit is de tweede boete voor de intake: er volgt geen nieuwe termijn meer."
        }
        if let boete = overtreding.boete, let nieuw = boete.nieuweTermijn, nieuw > boete.datum + duur {
            return "De nieuwe termijn in de beschikking is te lang: hoogstens \(duur.leesbaar) na de bekendmaking."
        }
        return "Stel in de beschikking een nieuwe termijn van hoogstens \(duur.leesbaar) na de bekendmaking."
    }
}

extension Beoordelaar {
    /// The decision that a boete of the college is: the term and the amount of the violation it was imposed for, also while
    /// other violations wait. The assessment itself shows what waits; a letter is about one boete.
    ///
    /// Nil when the fact is no boete of the Wi2021 in force on that day, or belongs to no violation in the dossier.
    /// - Parameters:
    ///   - volgnummer: of the fact `BoeteOpgelegd`.
    ///   - dossier: whose.
    ///   - peildatum: the day of the letter.
    public func boetebesluit(_ volgnummer: Int, in dossier: Dossier, op peildatum: Datum) -> Termijn? {
        let beeld = Beeld(dossier, wet, op: peildatum)
        guard beeld.stelsel == .wi2021 else { return nil }
        var spoor = Spoor(wet)
        let overtredingen = Overtredingen(beeld, &spoor)
        guard let overtreding = overtredingen.alle.first(where: { $0.boete?.volgnummer == volgnummer }) else {
            return nil
        }
        var slot = Uitkomst(ernst: ernst)
        let nieuweTermijnen = NieuweTermijnen(beeld, PVTEnMAP(beeld, naar: &slot))
        return Boetezaak(overtreding, overtredingen, beeld, nieuweTermijnen, spoor)?.termijn
    }
}
