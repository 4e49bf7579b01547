// SPDX-License-Identifier: EUPL-1.2

/// `OVERDRACHT`: after a move the new gemeente asks the old one for PIP, progress and boetes, and the old one gives them when
/// asked (Wi2021 art. 35 lid 4). The time for the new PIP bounds both.
enum Overdracht {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        if let weg = beeld.elders, beeld.eerstePip != nil {
            meld(
                weg,
                "Draag PIP, voortgang en boetes over zodra de nieuwe gemeente erom vraagt.",
                .info,
                beeld,
                naar: &uit
            )
        } else if let hier = PIPNaVerhuizing.verhuizing(beeld) {
            meld(hier, "Vraag de vorige gemeente om PIP, voortgang en boetes.", .letOp, beeld, naar: &uit)
        }
    }

    private static func meld(
        _ verhuizing: Vestiging,
        _ actie: String,
        _ ernst: Signaal.Ernst,
        _ beeld: Beeld,
        naar uit: inout Uitkomst
    ) {
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 35 lid 4")
        guard let duur = spoor.duur(.pipVerhuizing, op: verhuizing.datum) else { return }
        spoor.feit(verhuizing.volgnummer)
        // The same last day as the PIP it is needed for.
        let laatsteDag = spoor.laatsteDag(verhuizing.datum + duur, schuift: .pipATW, op: verhuizing.datum)
        let nieuw = PIPNaVerhuizing.gedaan(beeld, vanaf: verhuizing.datum)
        if let nieuw { spoor.feit(nieuw.volgnummer) }
        let vervallen = [beeld.stand.vervallenVanaf, beeld.stand.voldaanOp, laatsteDag.volgende].compactMap(\.self)
            .min()
        let status = Termijn.Status.van(
            begin: verhuizing.datum,
            laatsteDag: laatsteDag,
            gedaan: nieuw?.datum,
            vervallen: vervallen,
            op: beeld.peildatum
        )
        uit.termijnen.append(
            Termijn(.overdracht, begin: verhuizing.datum, laatsteDag: laatsteDag, status: status, spoor: spoor)
        )
        guard status == .loopt, beeld.loopt else { return }
        uit.signalen.append(Signaal(.overdracht, voor: laatsteDag, ernst: ernst, actie: actie, spoor: spoor))
    }
}
