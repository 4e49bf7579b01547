// SPDX-License-Identifier: EUPL-1.2

/// `INTAKE_OPROEP`: the running oproep for the brede intake, and what must follow when it brings nothing
/// (Wi2021 art. 14 lid 1 and 2, 22).
enum IntakeOproep {
    private static let bij = "intake"

    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        // Of two oproepen of one day the one with the longest time counts: nobody is called too late too early.
        guard
            let oproep = beeld.feiten.opgeroepenVoorIntake.geldig(op: beeld.peildatum).vanLaatsteDag()
                .voorzichtigste({ ($0.uiterlijk, $0.volgnummer) > ($1.uiterlijk, $1.volgnummer) })
        else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 14 lid 1")
        spoor.feit(oproep)
        let oproepen = spoor.getal(.intakeOproepen, op: oproep.inhoud.datum)
        let gedaan = gedaan(beeld, &spoor)
        let status = Termijn.Status.van(
            begin: oproep.inhoud.datum,
            laatsteDag: oproep.inhoud.uiterlijk,
            gedaan: gedaan,
            vervallen: vervallen(beeld),
            op: beeld.peildatum
        )
        uit.termijnen.append(
            Termijn(
                .intakeOproep,
                begin: oproep.inhoud.datum,
                laatsteDag: oproep.inhoud.uiterlijk,
                status: status,
                spoor: spoor
            )
        )
        guard gedaan == nil, beeld.loopt, status == .loopt || status == .overschreden else { return }
        vervolg(
            oproep,
            van: oproepen ?? oproep.inhoud.volgnummer,
            verlopen: status == .overschreden,
            spoor,
            beeld,
            naar: &uit
        )
    }

    private static func gedaan(_ beeld: Beeld, _ spoor: inout Spoor) -> Datum? {
        guard let intake = beeld.feiten.intakeAfgenomen.geldig(op: beeld.peildatum).vroegste() else { return nil }
        spoor.feit(intake)
        return intake.inhoud.datum
    }

    /// Once there is a PIP nobody is called for its intake.
    private static func vervallen(_ beeld: Beeld) -> Datum? {
        [beeld.stand.vervallenVanaf, beeld.eerstePip?.inhoud.dagtekening, beeld.vertrokken?.geldigOp]
            .compactMap(\.self).min()
    }

    /// No answer within the term, or a no-show before its end: the next step is due.
    private static func vervolg(
        _ oproep: Vermelding<OpgeroepenVoorIntake>,
        van oproepen: Int,
        verlopen: Bool,
        _ eerder: Spoor,
        _ beeld: Beeld,
        naar uit: inout Uitkomst
    ) {
        var spoor = eerder
        // Blameworthy where two facts of one day disagree: an oproep too many harms nobody, a warning that stays away may.
        // Who is called again on the day they stayed away stayed away from the oproep before.
        let vanaf = oproep.inhoud.volgnummer > 1 ? oproep.inhoud.datum.volgende : oproep.inhoud.datum
        let weg = beeld.feiten.nietVerschenen.geldig(op: beeld.peildatum)
            .filter { $0.inhoud.bij == bij && $0.geldigOp >= vanaf }[...]
        guard verlopen || !weg.isEmpty else { return }
        if let eerste = weg.vroegste() { spoor.feit(eerste) }
        let gewaarschuwd = beeld.feiten.schriftelijkGewaarschuwd.geldig(op: beeld.peildatum)
            .vroegste { $0.inhoud.bij == bij && $0.geldigOp >= oproep.inhoud.datum }
        if let gewaarschuwd { spoor.feit(gewaarschuwd) }
        let ernst: Signaal.Ernst = verlopen ? .dringend : .letOp
        let nietVerwijtbaar = !weg.isEmpty && weg.allSatisfy { $0.inhoud.verwijtbaar == false }
        let actie = actie(oproep, oproepen, gewaarschuwd: gewaarschuwd != nil, nietVerwijtbaar, &spoor)
        uit.signalen.append(Signaal(.intakeOproep, ernst: ernst, actie: actie, spoor: spoor))
    }

    private static func actie(
        _ oproep: Vermelding<OpgeroepenVoorIntake>,
        _ oproepen: Int,
        gewaarschuwd: Bool,
        _ nietVerwijtbaar: Bool,
        _ spoor: inout Spoor
    ) -> String {
        if nietVerwijtbaar { return "Roep opnieuw op voor de brede intake: het niet verschijnen was niet verwijtbaar." }
        if oproep.inhoud.volgnummer >= oproepen {
            spoor.grond("Wi2021 art. 14 lid 2")
            return "Rond de brede intake af in afwezigheid."
        }
        if oproep.inhoud.volgnummer == 1 {
            return gewaarschuwd
                ? "Roep een tweede keer op voor de brede intake, met een nieuwe termijn."
                : "Waarschuw schriftelijk en roep een tweede keer op voor de brede intake, met een nieuwe termijn."
        }
        spoor.grond("Wi2021 art. 22")
        return "Roep een derde keer op voor de brede intake, met een nieuwe termijn, en beoordeel of een boete volgt."
    }
}
