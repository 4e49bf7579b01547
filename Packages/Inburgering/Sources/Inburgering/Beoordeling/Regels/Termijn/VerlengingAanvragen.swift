// SPDX-License-Identifier: EUPL-1.2

/// `VERLENGING_AANVRAGEN_VANAF`: from when the inburgeraar can ask DUO for more time (Besluit art. 4.5).
enum VerlengingAanvragen {
    static func beoordeel(
        _ beeld: Beeld,
        _ nieuweTermijnen: NieuweTermijnen,
        voldaanOp: Datum?,
        naar uit: inout Uitkomst
    ) {
        guard let termijn = beeld.termijn else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 12 lid 1")
        guard let duur = spoor.duur(.verlengingAanvragenVanaf, op: termijn.begin) else { return }
        spoor.neem(termijn.spoor)
        // The new term after a boete can be lengthened too (Besluit art. 4.1), also while DUO's own dates are not in yet.
        let nieuw = nieuweTermijnen.alle.last.flatMap { $0.laatsteDag > termijn.laatsteDag ? $0 : nil }
        if let nieuw {
            spoor.grond("Wi2021 art. 24 lid 2")
            spoor.neem(nieuw.spoor)
        }
        let laatsteDag = nieuw?.laatsteDag ?? termijn.laatsteDag
        let vanaf = max(laatsteDag.volgende - duur, nieuw?.begin ?? termijn.begin)
        let aanvraag = beeld.feiten.verlengingAangevraagd.geldig(op: beeld.peildatum).vroegste { $0.geldigOp >= vanaf }
        let besluit = beeld.feiten.verlengingBeslist.geldig(op: beeld.peildatum).vroegste { $0.geldigOp >= vanaf }
        let gedaan = [aanvraag?.geldigOp, besluit?.geldigOp].compactMap(\.self).min()
        if let aanvraag { spoor.feit(aanvraag) } else if let besluit { spoor.feit(besluit) }
        let status = Termijn.Status.van(
            begin: vanaf,
            laatsteDag: laatsteDag,
            gedaan: gedaan,
            vervallen: [beeld.stand.vervallenVanaf, voldaanOp].compactMap(\.self).min(),
            op: beeld.peildatum
        )
        let uitkomst = Termijn(
            .verlengingAanvragenVanaf,
            begin: vanaf,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor
        )
        uit.termijnen.append(uitkomst)
        guard status == .loopt, beeld.loopt else { return }
        uit.signaal(
            bij: uitkomst,
            op: beeld.peildatum,
            actie: "Bespreek met de inburgeraar of verlenging nodig is; die kan nu bij DUO worden aangevraagd."
        )
    }
}
