// SPDX-License-Identifier: EUPL-1.2

/// `PIP_VASTSTELLEN`: by when the first PIP is due (Besluit inburgering 2021 art. 5.3 lid 1 and 2).
enum PIPVaststellen {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        guard let plicht = beeld.plicht else { return }
        var spoor = Spoor(beeld.wet)
        spoor.feiten(plicht.feiten)
        let start = PIPKlok.start(beeld, plicht, &spoor)
        var laatsteDag: Datum?
        if let start, let termijn = spoor.duur(.pipTermijn, op: start.dag) {
            laatsteDag = spoor.laatsteDag(start.dag + termijn, schuift: .pipATW, op: start.dag)
        }
        let gedaan = gedaan(beeld, &spoor)
        laatsteDag = naDerden(beeld, laatsteDag, &spoor)
        let status = Termijn.Status.van(
            begin: start?.dag.volgende,
            laatsteDag: laatsteDag,
            gedaan: gedaan,
            vervallen: vervallen(beeld),
            opgeschort: beeld.stand.opgeschort,
            op: beeld.peildatum
        )
        if status == .vervallen || beeld.stand.opgeschort { spoor.feiten([beeld.stand.feit].compactMap(\.self)) }
        let termijn = Termijn(
            .pipVaststellen,
            begin: start?.dag.volgende,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor,
            toelichting: toelichting(status, start, beeld)
        )
        uit.termijnen.append(termijn)
        guard gedaan == nil, status == .loopt || status == .overschreden, beeld.loopt else { return }
        let intakeGedaan = !beeld.feiten.intakeAfgenomen.geldig(op: beeld.peildatum).isEmpty
        uit.signaal(
            bij: termijn,
            op: beeld.peildatum,
            actie: intakeGedaan ? "Stel het PIP vast." : "Rond de brede intake af en stel het PIP vast."
        )
    }

    /// The day on which the first PIP was set; by DUO's term when another gemeente set it.
    private static func gedaan(_ beeld: Beeld, _ spoor: inout Spoor) -> Datum? {
        if let pip = beeld.eerstePip {
            spoor.feit(pip)
            return pip.inhoud.dagtekening
        }
        guard let duo = beeld.termijn?.duo else { return nil }
        spoor.feit(duo)
        return duo.inhoud.startdatum.vorige
    }

    /// Who awaits information of third parties sets the PIP within two weeks of its receipt (lid 2). It gives more
    /// time, never less: received early, the ten weeks stay.
    private static func naDerden(_ beeld: Beeld, _ gewoon: Datum?, _ spoor: inout Spoor) -> Datum? {
        guard let gewoon, let ontvangen = beeld.eerstePip?.inhoud.wachtOpDerden?.ontvangenOp,
            let extra = spoor.duur(.pipDerden, op: ontvangen)
        else { return gewoon }
        return max(gewoon, spoor.laatsteDag(ontvangen + extra, schuift: .pipATW, op: ontvangen))
    }

    /// Nobody who left the Netherlands has a college that must set a PIP.
    private static func vervallen(_ beeld: Beeld) -> Datum? {
        guard let vertrek = beeld.vertrokken?.geldigOp else { return beeld.stand.vervallenVanaf }
        return min(vertrek, beeld.stand.vervallenVanaf ?? vertrek)
    }

    private static func toelichting(_ status: Termijn.Status, _ start: PIPKlok.Start?, _ beeld: Beeld) -> String? {
        switch status {
        case .nogNiet where beeld.stand.opgeschort:
            "Er hoeft nu geen PIP te komen: de persoon is tijdelijk vrijgesteld."
        case .nogNiet where start == nil && beeld.plicht?.kennisgeving == nil:
            PIPKlok.wachtOpInschrijving(beeld)
                ? "De termijn begint met de kennisgeving van DUO of met de inschrijving in de huisvestingsgemeente."
                : "De termijn begint met de kennisgeving van DUO."
        case .nogNiet where start == nil:
            "De termijn loopt nog niet: zij begint met de inschrijving in de huisvestingsgemeente."
        default: start?.toelichting
        }
    }
}
