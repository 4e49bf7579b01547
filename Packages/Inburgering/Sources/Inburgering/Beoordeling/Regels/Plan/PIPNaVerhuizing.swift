// SPDX-License-Identifier: EUPL-1.2

/// `PIP_NA_VERHUIZING`: who moves after the first PIP gets one of the new gemeente, with the same leerroute; the
/// inburgeringstermijn does not move (Besluit art. 5.3 lid 3; Wi2021 art. 11 lid 3, 15 lid 4).
enum PIPNaVerhuizing {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        guard let verhuizing = verhuizing(beeld) else { return }
        var spoor = Spoor(beeld.wet)
        guard let termijn = spoor.duur(.pipVerhuizing, op: verhuizing.datum) else { return }
        spoor.grond("Wi2021 art. 15 lid 4")
        spoor.feiten(beeld.termijn?.duo.map { [$0.volgnummer] } ?? [])
        spoor.feiten(beeld.eerstePip.map { [$0.volgnummer] } ?? [])
        spoor.feit(verhuizing.volgnummer)
        let laatsteDag = spoor.laatsteDag(verhuizing.datum + termijn, schuift: .pipATW, op: verhuizing.datum)
        let gedaan = gedaan(beeld, vanaf: verhuizing.datum)
        if let gedaan { spoor.feit(gedaan.volgnummer) }
        let status = Termijn.Status.van(
            begin: verhuizing.datum.volgende,
            laatsteDag: laatsteDag,
            gedaan: gedaan?.datum,
            vervallen: beeld.stand.vervallenVanaf ?? beeld.vertrokken?.geldigOp,
            opgeschort: beeld.stand.opgeschort,
            op: beeld.peildatum
        )
        let uitkomst = Termijn(
            .pipNaVerhuizing,
            begin: verhuizing.datum.volgende,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor,
            toelichting:
                "De leerroute blijft die van het vorige PIP; begin en einde van de inburgeringstermijn veranderen niet."
        )
        uit.termijnen.append(uitkomst)
        guard gedaan == nil, status == .loopt || status == .overschreden, beeld.loopt else { return }
        uit.signaal(
            bij: uitkomst,
            op: beeld.peildatum,
            actie: "Stel het PIP na verhuizing vast, met dezelfde leerroute."
        )
    }

    /// The move with which somebody who has a PIP came to live here.
    static func verhuizing(_ beeld: Beeld) -> Vestiging? {
        (beeld.eerstePip?.inhoud.dagtekening ?? beeld.termijn?.duo?.inhoud.startdatum.vorige)
            .flatMap { laatsteVerhuizing(beeld, na: $0) }
    }

    /// The last registration in another gemeente than the one that set the PIP, when it is this dossier's gemeente.
    private static func laatsteVerhuizing(_ beeld: Beeld, na pipdag: Datum) -> Vestiging? {
        var woonde = pipgemeente(beeld, op: pipdag)
        var laatste: Vestiging?
        for vestiging in beeld.vestigingen where vestiging.datum > pipdag {
            let van = vestiging.vanGemeente ?? woonde
            // Out of the azc into the gemeente that already set the PIP is no move to another college.
            if van != vestiging.gemeente, van != nil || !vestiging.vanuitCOA { laatste = vestiging }
            woonde = vestiging.gemeente
        }
        return laatste.flatMap { $0.gemeente == beeld.gemeente ? $0 : nil }
    }

    /// Which gemeente set the PIP: of somebody coupled by COA the gemeente of the coupling, else that of residence.
    private static func pipgemeente(_ beeld: Beeld, op dag: Datum) -> Gemeentecode? {
        let woonde = beeld.vestigingen.last { $0.datum <= dag }
        let koppeling = beeld.feiten.gekoppeldAanGemeente.geldig(op: dag).vanLaatsteDag()
            .voorzichtigste { $0.gemeente < $1.gemeente }
        guard let koppeling else { return woonde?.gemeente }
        // Who once lived in the gemeente of the coupling may have moved since; every other registration is that of an azc.
        let gehuisvest = beeld.vestigingen.contains {
            $0.gemeente == koppeling.inhoud.gemeente && $0.datum >= koppeling.geldigOp && $0.datum <= dag
        }
        return gehuisvest ? woonde?.gemeente : koppeling.inhoud.gemeente
    }

    /// The PIP of the new gemeente.
    static func gedaan(_ beeld: Beeld, vanaf: Datum) -> (datum: Datum, volgnummer: Int)? {
        let nieuw = beeld.feiten.pipVastgesteld.geldig(op: beeld.peildatum).vroegste { $0.inhoud.dagtekening >= vanaf }
        let gewijzigd = beeld.feiten.pipGewijzigd.geldig(op: beeld.peildatum)
            .vroegste { $0.inhoud.dagtekening >= vanaf && $0.inhoud.reden == .verhuizing }
        guard let gewijzigd else { return nieuw.map { ($0.inhoud.dagtekening, $0.volgnummer) } }
        guard let nieuw, nieuw.inhoud.dagtekening <= gewijzigd.inhoud.dagtekening else {
            return (gewijzigd.inhoud.dagtekening, gewijzigd.volgnummer)
        }
        return (nieuw.inhoud.dagtekening, nieuw.volgnummer)
    }
}
