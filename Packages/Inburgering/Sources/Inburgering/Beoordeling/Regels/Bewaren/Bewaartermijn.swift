// SPDX-License-Identifier: EUPL-1.2

/// `BEWAARTERMIJN` and `BEWAARTERMIJN_SELECTIELIJST`: until when personal data are kept, by two clocks that disagree (Besluit
/// art. 9.9; Selectielijst gemeenten 2020, 8.1). Both are shown; which one wins is for the gemeente to decide.
enum Bewaartermijn {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        guard let einde = einde(beeld) else { return }
        let wet = wet(beeld, einde, naar: &uit)
        let selectielijst = selectielijst(beeld, einde, naar: &uit)
        guard let wet, wet.status == .overschreden else { return }
        let ander =
            selectielijst?.laatsteDag.map { " De Selectielijst houdt het dossier tot en met \($0.leesbaar)." } ?? ""
        uit.signalen.append(
            Signaal(
                .bewaartermijn,
                voor: wet.laatsteDag,
                ernst: .overschreden,
                actie: "Besluit over vernietiging van de persoonsgegevens: de bewaartermijn van het Besluit is voorbij."
                    + ander,
                grondslag: wet.grondslag + (selectielijst?.grondslag ?? []),
                feiten: wet.feiten
            )
        )
    }

    /// The last day on which the plicht held, by DUO's word or by death. What we worked out ourselves is no ground to
    /// destroy a file on.
    private static func einde(_ beeld: Beeld) -> (dag: Datum, overleden: Bool, feit: Int)? {
        if let overleden = beeld.feiten.overleden.geldig(op: beeld.peildatum).vroegste() {
            return (overleden.inhoud.datum, true, overleden.volgnummer)
        }
        guard let vanaf = beeld.stand.vervallenVanaf, vanaf <= beeld.peildatum, let feit = beeld.stand.feit else {
            return nil
        }
        return (beeld.stand.voldaanOp ?? vanaf.vorige, false, feit)
    }

    private static func wet(
        _ beeld: Beeld,
        _ einde: (dag: Datum, overleden: Bool, feit: Int),
        naar uit: inout Uitkomst
    ) -> Termijn? {
        var spoor = Spoor(beeld.wet)
        let laatsteDag: Datum
        if einde.overleden {
            spoor.grond("Besluit inburgering 2021 art. 9.9 lid 1 onder b")
            laatsteDag = einde.dag
        } else {
            guard let duur = spoor.duur(.bewaartermijn, op: einde.dag) else { return nil }
            laatsteDag = einde.dag + duur
        }
        spoor.feit(einde.feit)
        let termijn = Termijn(
            .bewaartermijn,
            begin: min(einde.dag.volgende, laatsteDag),
            laatsteDag: laatsteDag,
            status: .van(begin: einde.dag, laatsteDag: laatsteDag, gedaan: nil, vervallen: nil, op: beeld.peildatum),
            spoor: spoor,
            toelichting: einde.overleden
                ? "Bij overlijden worden de gegevens verwijderd; let op een lopende boete of een lopend bezwaar." : nil
        )
        uit.termijnen.append(termijn)
        return termijn
    }

    private static func selectielijst(
        _ beeld: Beeld,
        _ einde: (dag: Datum, overleden: Bool, feit: Int),
        naar uit: inout Uitkomst
    ) -> Termijn? {
        var spoor = Spoor(beeld.wet)
        guard let duur = spoor.duur(.bewaartermijnSelectielijst, op: einde.dag) else { return nil }
        spoor.feit(einde.feit)
        let laatsteDag = einde.dag + duur
        let termijn = Termijn(
            .bewaartermijnSelectielijst,
            begin: einde.dag.volgende,
            laatsteDag: laatsteDag,
            status: .van(begin: einde.dag, laatsteDag: laatsteDag, gedaan: nil, vervallen: nil, op: beeld.peildatum),
            spoor: spoor,
            toelichting:
                "Deze termijn is langer dan die van het Besluit inburgering 2021; de gemeente kiest en legt dat vast."
        )
        uit.termijnen.append(termijn)
        return termijn
    }
}
