// SPDX-License-Identifier: EUPL-1.2

/// `BOETE_BESLUIT`: what the college may impose for a violation, and by when it decides (Wi2021 art. 22, 23, 26, 27;
/// Besluit art. 7.1; Awb art. 5:41, 5:45, 5:51, 5:53).
enum BoeteBesluit {
    static func beoordeel(_ beeld: Beeld, _ nieuweTermijnen: NieuweTermijnen, naar uit: inout Uitkomst) {
        guard !beeld.feiten.overtredingVastgesteld.isEmpty || !beeld.feiten.boeteOpgelegd.isEmpty else { return }
        var spoor = Spoor(beeld.wet)
        let overtredingen = Overtredingen(beeld, &spoor)
        plafond(overtredingen, beeld, nieuweTermijnen, naar: &uit)
        for boete in overtredingen.boetes { betaling(boete, beeld, naar: &uit) }
        // Every violation that waits for a decision; when none does the last one, as it was decided.
        let open = overtredingen.alle.filter(\.isOpen)
        for overtreding in open.isEmpty ? overtredingen.alle.suffix(1) : open {
            meld(overtreding, overtredingen, beeld, nieuweTermijnen, spoor, naar: &uit)
        }
    }

    /// `BOETE_BETALING`: within six weeks after the decision was made known. No fact tells of the payment.
    private static func betaling(_ boete: Overtreding.Boete, _ beeld: Beeld, naar uit: inout Uitkomst) {
        var spoor = Spoor(beeld.wet)
        guard let duur = spoor.duur(.boeteBetaaltermijn, op: boete.datum) else { return }
        spoor.feit(boete.volgnummer)
        let laatsteDag = spoor.laatsteDag(boete.datum + duur, schuift: .awbATW, op: boete.datum)
        let overleden = beeld.feiten.overleden.geldig(op: beeld.peildatum).vroegste()
        if let overleden {
            spoor.grond("Awb art. 5:42")
            spoor.feit(overleden)
        }
        uit.termijnen.append(
            Termijn(
                .boeteBetaling,
                begin: boete.datum.volgende,
                laatsteDag: laatsteDag,
                status: .van(
                    begin: boete.datum.volgende,
                    laatsteDag: nil,
                    gedaan: nil,
                    vervallen: min(laatsteDag.volgende, overleden?.geldigOp ?? laatsteDag.volgende),
                    op: beeld.peildatum
                ),
                spoor: spoor,
                toelichting: overleden.map { _ in "Bij overlijden vervalt wat van de boete niet is betaald." }
                    ?? "De boete van \(boete.datum.leesbaar)\(boete.bedrag.map { ": \($0) euro" } ?? "")."
            )
        )
    }

    private static func plafond(
        _ overtredingen: Overtredingen,
        _ beeld: Beeld,
        _ nieuweTermijnen: NieuweTermijnen,
        naar uit: inout Uitkomst
    ) {
        guard !overtredingen.boetes.isEmpty else { return }
        var spoor = Spoor(beeld.wet)
        guard let plafond = Boetehoogte.plafond(beeld.peildatum, nieuweTermijnen, &spoor) else { return }
        let boetes = overtredingen.boetes.filter(plafond.telt)
        for boete in boetes { spoor.feit(boete.volgnummer) }
        uit.voortgang.append(
            Voortgang(
                .boeteBesluit,
                vereist: plafond.bedrag.centen / 100,
                behaald: boetes.reduce(0) { $0 + ($1.bedrag?.centen ?? 0) } / 100,
                eenheid: "euro",
                spoor: spoor
            )
        )
    }

    private static func meld(
        _ overtreding: Overtreding,
        _ overtredingen: Overtredingen,
        _ beeld: Beeld,
        _ nieuweTermijnen: NieuweTermijnen,
        _ eerder: Spoor,
        naar uit: inout Uitkomst
    ) {
        guard let zaak = Boetezaak(overtreding, overtredingen, beeld, nieuweTermijnen, eerder) else { return }
        uit.termijnen.append(zaak.termijn)
        signaal(overtreding, zaak.termijn, zaak.beletsel, zwaar: zaak.zwaar, beeld, naar: &uit)
    }

    private static func signaal(
        _ overtreding: Overtreding,
        _ termijn: Termijn,
        _ beletsel: Boetebeletsel?,
        zwaar: Bool,
        _ beeld: Beeld,
        naar uit: inout Uitkomst
    ) {
        guard beeld.loopt else { return }
        if let boete = overtreding.boete {
            if let hoogstens = teLang(overtreding, beeld) {
                uit.signalen.append(
                    Signaal(
                        .boeteBesluit,
                        ernst: .letOp,
                        actie: "Herzie de boete: de nieuwe termijn mag hoogstens \(hoogstens.leesbaar) na de "
                            + "bekendmaking duren.",
                        grondslag: termijn.grondslag,
                        feiten: termijn.feiten
                    )
                )
            }
            // Imposed is more than may be imposed, or imposed where none may be.
            let mag = beletsel.map { $0.vanaf <= boete.datum } ?? false ? Bedrag(centen: 0) : termijn.bedrag
            let actie: String
            if let opgelegd = boete.bedrag {
                guard let mag, opgelegd > mag else { return }
                actie = "Herzie de boete: \(opgelegd) euro is opgelegd, \(mag) euro mag."
            } else {
                // Nobody wrote down how much, but here any amount is too much.
                guard let beletsel, beletsel.vanaf <= boete.datum else { return }
                actie = "Herzie de boete: \(beletsel.kort)."
            }
            uit.signalen.append(
                Signaal(
                    .boeteBesluit,
                    ernst: .letOp,
                    actie: actie,
                    grondslag: termijn.grondslag,
                    feiten: termijn.feiten
                )
            )
            return
        }
        guard overtreding.isOpen, termijn.status != .vervallen else {
            if overtreding.isOpen, let beletsel, beletsel.vanaf <= beeld.peildatum {
                uit.signalen.append(
                    Signaal(
                        .boeteBesluit,
                        ernst: .info,
                        actie: "Leg geen boete op: \(beletsel.kort).",
                        grondslag: termijn.grondslag,
                        feiten: termijn.feiten
                    )
                )
            }
            return
        }
        let bedrag = termijn.bedrag.map { "\($0) euro" } ?? ""
        let actie: String
        if zwaar, overtreding.voornemen == nil {
            actie = "Stuur het voornemen en het rapport en vraag om een zienswijze; de boete kan \(bedrag) zijn."
        } else {
            actie = "Besluit over de boete van \(bedrag)."
        }
        uit.signaal(bij: termijn, op: beeld.peildatum, actie: actie)
    }

    /// How long the new term may be, where the boete for the intake gave more (Wi2021 art. 22 lid 2).
    private static func teLang(_ overtreding: Overtreding, _ beeld: Beeld) -> Duur? {
        var spoor = Spoor(beeld.wet)
        guard overtreding.artikel == .intake, let boete = overtreding.boete, let nieuw = boete.nieuweTermijn,
            let duur = spoor.duur(.boeteNieuweTermijn, op: overtreding.datum), nieuw > boete.datum + duur
        else { return nil }
        return duur
    }
}
