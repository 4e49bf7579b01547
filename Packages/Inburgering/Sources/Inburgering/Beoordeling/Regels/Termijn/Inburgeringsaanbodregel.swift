// SPDX-License-Identifier: EUPL-1.2

/// `INBURGERINGSAANBOD`: the course offer to an asielstatushouder within three months after the PIP; each day later is a
/// day more for the inburgeringstermijn, when DUO grants it (Wi2021 art. 16; Regeling art. 4.1 lid 1 g, lid 2 g).
enum Inburgeringsaanbodregel {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let pip = beeld.eerstePip, let recht = recht(beeld, pip.inhoud.dagtekening) else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 16")
        guard let duur = spoor.duur(.aanbodTermijn, op: pip.inhoud.dagtekening) else { return }
        spoor.feit(pip)
        spoor.feit(recht.volgnummer)
        let laatsteDag = spoor.laatsteDag(recht.vanaf + duur, schuift: .aanbodATW, op: recht.vanaf)
        let aanbod = beeld.feiten.inburgeringsaanbodGedaan.geldig(op: beeld.peildatum).vroegste()
        if let aanbod { spoor.feit(aanbod) }
        if let feit = recht.verloren { spoor.feit(feit.volgnummer) }
        let status = Termijn.Status.van(
            begin: recht.vanaf.volgende,
            laatsteDag: laatsteDag,
            gedaan: aanbod?.inhoud.datum,
            vervallen: [
                beeld.stand.vervallenVanaf, voldaanOp, beeld.vertrokken?.geldigOp, recht.verloren?.vanaf,
            ]
            .compactMap(\.self).min(),
            op: beeld.peildatum
        )
        let verlenging = verlenging(laatsteDag, aanbod?.inhoud.datum, status, beeld)
        if verlenging != nil { spoor.grond("Regeling inburgering 2021 art. 4.1 lid 1 onder g") }
        let termijn = Termijn(
            .inburgeringsaanbod,
            begin: recht.vanaf.volgende,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor,
            verlenging: verlenging
        )
        uit.termijnen.append(termijn)
        guard beeld.loopt, status == .loopt || status == .overschreden else { return }
        if aanbod == nil {
            uit.signaal(
                bij: termijn,
                op: beeld.peildatum,
                actie: status == .loopt
                    ? "Doe een inburgeringsaanbod."
                    : "Doe alsnog een inburgeringsaanbod en meld DUO dat het is uitgebleven."
            )
        } else if verlenging != nil, !verlengingLoopt(beeld, na: laatsteDag) {
            uit.signalen.append(
                Signaal(
                    .inburgeringsaanbod,
                    ernst: .info,
                    actie:
                        "Geef de inburgeraar een verklaring dat het aanbod te laat kwam: grond voor verlenging bij DUO.",
                    spoor: spoor
                )
            )
        }
    }

    /// From when somebody is owed an offer: the PIP, or the day on which they came to be treated as asielstatushouder
    /// after it; and until when.
    private static func recht(
        _ beeld: Beeld,
        _ dagtekening: Datum
    ) -> (vanaf: Datum, volgnummer: Int, verloren: (vanaf: Datum, volgnummer: Int)?)? {
        guard let nu = beeld.doelgroep(op: beeld.peildatum) else { return nil }
        let toen = beeld.doelgroep(op: dagtekening)
        if nu.doelgroep == .asielstatushouder {
            guard let toen, toen.doelgroep != .asielstatushouder else { return (dagtekening, nu.volgnummer, nil) }
            return (max(nu.begin, dagtekening), nu.volgnummer, nil)
        }
        guard let toen, toen.doelgroep == .asielstatushouder else { return nil }
        return (dagtekening, toen.volgnummer, (nu.begin, nu.volgnummer))
    }

    /// As long as the offer stays away after the three months; only from the day after it can be said how long.
    private static func verlenging(
        _ laatsteDag: Datum,
        _ aanbod: Datum?,
        _ status: Termijn.Status,
        _ beeld: Beeld
    ) -> Verlengingsaanspraak? {
        guard status == .overschreden, let aanbod, let termijn = beeld.termijn else { return nil }
        let dagen = laatsteDag.dagen(tot: aanbod)
        // Counted on the term of art. 11 itself: what DUO already added must not be added again.
        return Verlengingsaanspraak(
            grond: "g",
            dagen: dagen,
            einde: (termijn.eigen?.einde ?? termijn.einde).plus(dagen: dagen)
        )
    }

    private static func verlengingLoopt(_ beeld: Beeld, na dag: Datum) -> Bool {
        let peildatum = beeld.peildatum
        return beeld.feiten.verlengingAangevraagd.geldig(op: peildatum).contains { $0.geldigOp > dag }
            || beeld.feiten.verlengingBeslist.geldig(op: peildatum).contains { $0.geldigOp > dag }
            || beeld.termijn?.duo?.inhoud.verlengingsgrondcode != nil
    }
}
