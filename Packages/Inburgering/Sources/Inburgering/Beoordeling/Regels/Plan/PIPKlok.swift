// SPDX-License-Identifier: EUPL-1.2

/// What starts the ten weeks of the first PIP.
///
/// Until 2022-12-31 the registration in the BRP did. Since 2023-01-01 DUO's written kennisgeving does; somebody with an
/// asylum permit who on that day is not yet registered in the gemeente that houses them (Huisvestingswet 2014 art. 28)
/// starts with that registration. Which of the two holds is asked for the day of the kennisgeving, because a kennisgeving
/// that came late (there were thousands between 2022 and May 2023) starts a clock that nobody could have seen before;
/// without a kennisgeving for the day of the registration.
enum PIPKlok {
    struct Start {
        /// The day itself is not counted.
        let dag: Datum
        let toelichting: String?
    }

    static func start(_ beeld: Beeld, _ plicht: Plicht, _ spoor: inout Spoor) -> Start? {
        let asiel = asiel(beeld, &spoor)
        let inschrijving = inschrijving(beeld, asiel: asiel)
        guard let dag = plicht.kennisgeving ?? inschrijving?.datum,
            let klok = spoor.tekst(.pipKlok, op: dag).flatMap(Pipklok.init(rawValue:))
        else { return nil }
        switch klok {
        case .inschrijving:
            guard let inschrijving else { return nil }
            spoor.feit(inschrijving.volgnummer)
            // No term of a duty runs before the duty is there.
            let dag = max(inschrijving.datum, plicht.begindatum)
            return Start(
                dag: dag,
                toelichting: dag > inschrijving.datum
                    ? "De termijn begon met de inburgeringsplicht, na de inschrijving in de BRP (regel tot en met 2022)."
                    : "De termijn begon met de inschrijving in de BRP (regel tot en met 2022)."
            )
        case .kennisgeving:
            // A kennisgeving may announce a plicht that is still to begin.
            guard let kennisgeving = plicht.kennisgeving.map({ max($0, plicht.begindatum) }) else { return nil }
            guard asiel else { return Start(dag: kennisgeving, toelichting: nil) }
            guard let inschrijving else { return nil }
            spoor.feit(inschrijving.volgnummer)
            guard inschrijving.datum > kennisgeving else { return Start(dag: kennisgeving, toelichting: nil) }
            return Start(
                dag: inschrijving.datum,
                toelichting: "De termijn begon met de inschrijving in de huisvestingsgemeente, na de kennisgeving."
            )
        }
    }

    private static func asiel(_ beeld: Beeld, _ spoor: inout Spoor) -> Bool {
        guard
            let groep = beeld.doelgroep(op: beeld.eerstePip?.inhoud.dagtekening ?? beeld.peildatum)
                ?? beeld.doelgroep(op: beeld.peildatum)
        else { return false }
        spoor.feit(groep.volgnummer)
        return groep.doelgroep == .asielstatushouder && wachtOpInschrijving(beeld)
    }

    /// Whether the housing gemeente is the one that counts (Wi2021 art. 1: who holds an asylum permit). Family with a
    /// regular permit is treated as asielstatushouder (Besluit art. 1.1) but is not housed, unless COA coupled them.
    static func wachtOpInschrijving(_ beeld: Beeld) -> Bool {
        guard let groep = beeld.doelgroep(op: beeld.peildatum) else { return true }
        guard groep.doelgroep == .asielstatushouder else { return false }
        switch beeld.gedetailleerdeDoelgroep {
        case .gezinsherenigerMetAsielstatushouder, .gezinsvormerMetAsielstatushouder:
            return !beeld.feiten.gekoppeldAanGemeente.geldig(op: beeld.peildatum).isEmpty
        default: return true
        }
    }

    /// The registration that counts. Of an asielstatushouder: the first in the gemeente that houses them, which is the
    /// one COA coupled them to, else the one that keeps this dossier, else whichever came first; an azc stands in
    /// another gemeente. Where sources disagree on the day, the earliest counts: the PIP is due sooner.
    private static func inschrijving(_ beeld: Beeld, asiel: Bool) -> Vestiging? {
        guard asiel else { return beeld.vestigingen.first }
        let koppeling = beeld.feiten.gekoppeldAanGemeente.geldig(op: beeld.peildatum).vanLaatsteDag()
            .voorzichtigste { $0.gemeente < $1.gemeente }
        if let koppeling {
            let daar = beeld.vestigingen.filter { $0.gemeente == koppeling.inhoud.gemeente }
            // An azc may stand in the housing gemeente itself: a registration from before the coupling was that of the azc.
            return daar.first(where: \.vanuitCOA) ?? daar.first { $0.datum >= koppeling.geldigOp }
        }
        return beeld.vestigingen.first { $0.gemeente == beeld.gemeente } ?? beeld.vestigingen.first
    }
}
