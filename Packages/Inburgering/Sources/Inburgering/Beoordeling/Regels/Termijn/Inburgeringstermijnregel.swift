// SPDX-License-Identifier: EUPL-1.2

/// `INBURGERINGSTERMIJN` and `TERMIJN_WIJKT_AF` (Wi2021 art. 11).
enum Inburgeringstermijnregel {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let termijn = beeld.termijn else {
            if beeld.plicht != nil { uit.termijnen.append(nogNiet(beeld)) }
            return
        }
        var spoor = termijn.spoor
        let status = Termijn.Status.van(
            begin: termijn.begin,
            laatsteDag: termijn.laatsteDag,
            gedaan: voldaanOp,
            vervallen: beeld.stand.vervallenVanaf,
            op: beeld.peildatum
        )
        let onderbreking = Onderbreking.aanspraak(beeld, termijn, &spoor)
        if let feit = beeld.stand.feit, status == .vervallen || beeld.stand.voldaanOp != nil { spoor.feit(feit) }
        uit.termijnen.append(
            Termijn(
                .inburgeringstermijn,
                begin: termijn.begin,
                laatsteDag: termijn.laatsteDag,
                status: status,
                spoor: spoor,
                toelichting: termijn.duo == nil
                    ? nil : "DUO heeft deze termijn vastgesteld; de data van DUO gaan voor.",
                verlenging: onderbreking
            )
        )
        if beeld.loopt { vergelijk(termijn, beeld, onderbroken: onderbreking?.einde, naar: &uit) }
    }

    private static func nogNiet(_ beeld: Beeld) -> Termijn {
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 11 lid 2")
        let weg = beeld.stand.vervallenVanaf.map { $0 <= beeld.peildatum } ?? false
        if weg, let feit = beeld.stand.feit { spoor.feit(feit) }
        return Termijn(
            .inburgeringstermijn,
            begin: nil,
            laatsteDag: nil,
            status: weg ? .vervallen : .nogNiet,
            spoor: spoor,
            toelichting: "De termijn begint op de dag na de dagtekening van het eerste PIP."
        )
    }

    /// A longer end needs no signal when DUO had a reason to give more time; another start always does.
    private static func vergelijk(
        _ termijn: Termijnbeeld,
        _ beeld: Beeld,
        onderbroken: Datum?,
        naar uit: inout Uitkomst
    ) {
        guard let duo = termijn.duo, let eigen = termijn.eigen else { return }
        var velden: [String] = []
        if duo.inhoud.startdatum != eigen.begin { velden.append("startdatum") }
        let einde = duo.inhoud.einddatum
        // A break lengthens the term by itself (Besluit art. 4.2).
        let langer = einde > eigen.einde && einde != onderbroken
        if einde < eigen.einde || (langer && !verlengd(beeld)) { velden.append("einddatum") }
        guard !velden.isEmpty else { return }
        uit.signalen.append(
            Signaal(
                .termijnWijktAf,
                ernst: .letOp,
                actie:
                    "Vergelijk de dagtekening van het eerste PIP met de termijn van DUO en laat de onjuiste herstellen.",
                spoor: termijn.spoor,
                velden: velden
            )
        )
    }

    /// Whether any fact explains more than three years: an extension, a tijdelijke vrijstelling, or the new term after
    /// a boete (Wi2021 art. 12, 24 lid 2, 25 lid 2).
    private static func verlengd(_ beeld: Beeld) -> Bool {
        let dag = beeld.peildatum
        return beeld.feiten.inburgeringstermijnVastgesteld.geldig(op: dag).contains {
            $0.inhoud.verlengingsgrondcode != nil
        }
            || beeld.feiten.verlengingBeslist.geldig(op: dag).contains { $0.inhoud.oordeel == .toegekend }
            || beeld.feiten.vrijstellingBeslist.geldig(op: dag).contains {
                $0.inhoud.omvang == .tijdelijk && $0.inhoud.oordeel == .toekenning
            }
            || !beeld.feiten.boeteDUOOntvangen.geldig(op: dag).isEmpty
    }
}
