// SPDX-License-Identifier: EUPL-1.2

/// `INTAKE_OPROEP`: the running oproep for the brede intake, and what must follow when it brings nothing
/// (Wi2021 art. 14 lid 1 and 2, 22).
enum IntakeOproep {
    /// The leerbaarheidstoets is part of the intake (Wi2021 art. 14 lid 3 a).
    private static func isIntake(_ bij: String) -> Bool { bij.heeft("intake") || bij.heeft("leerbaar") }

    /// A call with its answer term: an oproep, or the new term that a boete set.
    private struct Oproep {
        let dag: Datum
        let uiterlijk: Datum
        /// 1 … 3.
        let nummer: Int
        /// The boete that set it (Wi2021 art. 22 lid 2).
        let boete: Int?
    }

    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        // Of two oproepen of one day the one with the longest time counts: nobody is called too late too early.
        guard
            let feit = beeld.feiten.opgeroepenVoorIntake.geldig(op: beeld.peildatum).vanLaatsteDag()
                .voorzichtigste({ ($0.uiterlijk, $0.volgnummer) > ($1.uiterlijk, $1.volgnummer) })
        else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 14 lid 1")
        spoor.feit(feit)
        let oproep = naBoete(feit, beeld, &spoor)
        let oproepen = spoor.getal(.intakeOproepen, op: oproep.dag)
        // Who was called after a move is called by the new college: what the former one did does not answer it.
        let hier = PIPNaVerhuizing.verhuizing(beeld).flatMap { $0.datum <= oproep.dag ? $0 : nil }
        if let hier { spoor.feit(hier.volgnummer) }
        let gedaan = gedaan(beeld, vanaf: hier?.datum, &spoor)
        let status = Termijn.Status.van(
            begin: oproep.dag,
            laatsteDag: oproep.uiterlijk,
            gedaan: gedaan,
            vervallen: vervallen(beeld, vanaf: hier?.datum),
            op: beeld.peildatum
        )
        uit.termijnen.append(
            Termijn(
                .intakeOproep,
                begin: oproep.dag,
                laatsteDag: oproep.uiterlijk,
                status: status,
                spoor: spoor,
                toelichting: woorden(oproep)
            )
        )
        guard gedaan == nil, beeld.loopt, status == .loopt || status == .overschreden else { return }
        vervolg(oproep, van: oproepen ?? oproep.nummer, verlopen: status == .overschreden, spoor, beeld, naar: &uit)
    }

    private static func woorden(_ oproep: Oproep) -> String? {
        if oproep.boete != nil { return "De nieuwe termijn uit de boete geldt als de volgende oproep." }
        switch oproep.nummer {
        case 1: return "Dit is de eerste oproep."
        case 2: return "Dit is de tweede oproep."
        case 3: return "Dit is de derde oproep."
        default: return nil
        }
    }

    /// The new term of a boete after the second oproep is the third call (Wi2021 art. 14 lid 2, 22 lid 2); a later oproep
    /// takes its place.
    private static func naBoete(
        _ feit: Vermelding<OpgeroepenVoorIntake>,
        _ beeld: Beeld,
        _ spoor: inout Spoor
    ) -> Oproep {
        let boete = beeld.feiten.boeteOpgelegd.geldig(op: beeld.peildatum).vroegste {
            $0.geldigOp >= feit.geldigOp && $0.inhoud.nieuweTermijn != nil
                && $0.inhoud.artikel.map { Boeteartikel($0) == .intake } ?? true
        }
        guard let boete, let nieuw = boete.inhoud.nieuweTermijn, nieuw >= boete.geldigOp else {
            return Oproep(
                dag: feit.inhoud.datum,
                uiterlijk: feit.inhoud.uiterlijk,
                nummer: feit.inhoud.volgnummer,
                boete: nil
            )
        }
        spoor.grond("Wi2021 art. 22 lid 2")
        spoor.feit(boete)
        return Oproep(
            dag: boete.geldigOp,
            uiterlijk: nieuw,
            nummer: feit.inhoud.volgnummer + 1,
            boete: boete.volgnummer
        )
    }

    private static func gedaan(_ beeld: Beeld, vanaf: Datum?, _ spoor: inout Spoor) -> Datum? {
        let intakes = beeld.feiten.intakeAfgenomen.geldig(op: beeld.peildatum)
        guard let intake = intakes.vroegste({ feit in vanaf.map { feit.geldigOp >= $0 } ?? true }) else { return nil }
        spoor.feit(intake)
        return intake.inhoud.datum
    }

    /// Once there is a PIP nobody is called for its intake.
    private static func vervallen(_ beeld: Beeld, vanaf: Datum?) -> Datum? {
        let pip = vanaf.map { PIPNaVerhuizing.gedaan(beeld, vanaf: $0)?.datum } ?? beeld.eerstePip?.inhoud.dagtekening
        return [beeld.stand.vervallenVanaf, pip, beeld.vertrokken?.geldigOp].compactMap(\.self).min()
    }

    /// No answer within the term, or a no-show before its end: the next step is due.
    private static func vervolg(
        _ oproep: Oproep,
        van oproepen: Int,
        verlopen: Bool,
        _ eerder: Spoor,
        _ beeld: Beeld,
        naar uit: inout Uitkomst
    ) {
        var spoor = eerder
        // Blameworthy where two facts of one day disagree: an oproep too many harms nobody, a warning that stays away may.
        // Who is called again on the day they stayed away stayed away from the oproep before.
        let vanaf = oproep.nummer > 1 ? oproep.dag.volgende : oproep.dag
        let weg = beeld.feiten.nietVerschenen.geldig(op: beeld.peildatum)
            .filter { isIntake($0.inhoud.bij) && $0.geldigOp >= vanaf }[...]
        guard verlopen || !weg.isEmpty else { return }
        if let eerste = weg.vroegste() { spoor.feit(eerste) }
        let gewaarschuwd = beeld.feiten.schriftelijkGewaarschuwd.geldig(op: beeld.peildatum)
            .vroegste { isIntake($0.inhoud.bij) && $0.geldigOp >= oproep.dag }
        if let gewaarschuwd { spoor.feit(gewaarschuwd) }
        let ernst: Signaal.Ernst = verlopen ? .dringend : .letOp
        let nietVerwijtbaar = !weg.isEmpty && weg.allSatisfy { $0.inhoud.verwijtbaar == false }
        let actie = actie(oproep, oproepen, gewaarschuwd: gewaarschuwd != nil, nietVerwijtbaar, &spoor)
        uit.signalen.append(Signaal(.intakeOproep, ernst: ernst, actie: actie, spoor: spoor))
    }

    private static func actie(
        _ oproep: Oproep,
        _ oproepen: Int,
        gewaarschuwd: Bool,
        _ nietVerwijtbaar: Bool,
        _ spoor: inout Spoor
    ) -> String {
        if nietVerwijtbaar { return "Roep opnieuw op voor de brede intake: het niet verschijnen was niet verwijtbaar." }
        if oproep.nummer >= oproepen {
            spoor.grond("Wi2021 art. 14 lid 2")
            guard oproep.boete != nil else { return "Rond de brede intake af in afwezigheid." }
            spoor.grond("Wi2021 art. 22 lid 3")
            return "Beoordeel of opnieuw een boete volgt en rond de brede intake af in afwezigheid."
        }
        if oproep.nummer == 1 {
            return gewaarschuwd
                ? "Roep een tweede keer op voor de brede intake, met een nieuwe termijn."
                : "Waarschuw schriftelijk en roep een tweede keer op voor de brede intake, met een nieuwe termijn."
        }
        spoor.grond("Wi2021 art. 22")
        return "Roep een derde keer op voor de brede intake, met een nieuwe termijn, en beoordeel of een boete volgt."
    }
}
