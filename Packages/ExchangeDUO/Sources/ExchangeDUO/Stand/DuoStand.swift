// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// A dossier as DUO would see it, as far as the dossier shows.
///
/// What we sent counts as registered at DUO, what DUO told us too. A rule is only applied to what is known here: where
/// the dossier is silent, DUO itself judges and its words come back.
struct DuoStand: Sendable {
    let dossier: Dossier
    let feiten: [Gebeurtenis]
    /// Every PIP, of whatever gemeente, in the order in which they became known; the last is the current one.
    let pips: [PIPStand]

    init(_ dossier: Dossier) {
        self.dossier = dossier
        feiten = dossier.geldend
        pips = PIPStand.reeks(feiten)
    }

    var pip: PIPStand? { pips.last }

    /// The day on which the plicht began, as last told.
    var beginPlicht: Datum? {
        laatste { if case .inburgeringsplichtVastgesteld(let feit) = $0 { feit.begindatum } else { nil } }
    }

    /// The group on a day; nil when nobody said.
    func doelgroep(op datum: Datum) -> Doelgroep? {
        var uit: Doelgroep?
        var eerste: Doelgroep?
        for gebeurtenis in feiten {
            switch gebeurtenis.feit {
            case .inburgeringsplichtVastgesteld(let feit):
                eerste = eerste ?? feit.doelgroep
                if feit.begindatum <= datum { uit = feit.doelgroep }
            case .doelgroepGewijzigd(let feit):
                eerste = eerste ?? feit.doelgroep
                if feit.begindatum <= datum { uit = feit.doelgroep }
            default: continue
            }
        }
        return uit ?? eerste
    }

    /// The term as DUO last set it; its einddatum is exclusive.
    var termijn: InburgeringstermijnVastgesteld? {
        laatste { if case .inburgeringstermijnVastgesteld(let feit) = $0 { feit } else { nil } }
    }

    /// First day of the term: DUO's own, else the day after the dagtekening of the first PIP (Wi2021 art. 11 lid 2).
    var beginTermijn: Datum? { termijn?.startdatum ?? pips.map(\.dagtekening).min()?.volgende }

    /// The last settlement in this gemeente that somebody other than DUO told. DUO gives no date of settlement: what we
    /// derived from the moment of its notification is too rough to refuse a PIP on.
    var vestiging: Datum? {
        feiten.compactMap { gebeurtenis -> Datum? in
            guard gebeurtenis.bron != .duo else { return nil }
            switch gebeurtenis.feit {
            case .ingeschrevenInGemeente(let feit) where feit.gemeente == dossier.gemeente: return feit.datum
            case .verhuisd(let feit) where feit.naarGemeente == dossier.gemeente: return feit.datum
            default: return nil
            }
        }.max()
    }

    /// Since when COA couples the person to this gemeente; a PIP before settlement is possible from then on.
    var koppeling: Datum? {
        laatste {
            if case .gekoppeldAanGemeente(let feit) = $0, feit.gemeente == dossier.gemeente { feit.datum } else { nil }
        }
    }

    /// Since when the person is this gemeente's: coupled by COA, or settled here. nil when nobody but DUO said so.
    var bandMetGemeente: Datum? { [vestiging, koppeling].compactMap { $0 }.min() }

    /// The aanbod of our own gemeente that stands at each instelling: a new one overwrites the former.
    var aanbod: [String: InburgeringsaanbodGedaan] {
        var uit: [String: InburgeringsaanbodGedaan] = [:]
        for feit in aanbiedingen { uit[feit.instellingsnummer] = feit }
        return uit
    }

    /// Every aanbod of our own gemeente that was not withdrawn.
    var aanbiedingen: [InburgeringsaanbodGedaan] {
        feiten.compactMap { gebeurtenis in
            guard gebeurtenis.bron.isEigen, case .inburgeringsaanbodGedaan(let feit) = gebeurtenis.feit else {
                return nil
            }
            return feit
        }
    }

    /// Whether the plicht was met through the Z-route.
    var voldaanViaZroute: Bool {
        guard pip?.leerroute == .z else { return false }
        return laatste { feit -> Bool? in
            switch feit {
            case .inburgeringsplichtVastgesteld: false
            case .inburgeringsplichtBeeindigd(let einde): einde.redenGeenInburgeringsplicht == .voldaan
            default: nil
            }
        } ?? false
    }

    /// Whether the current PIP is of this gemeente; nil when there is none here.
    ///
    /// A PIP that DUO told us is of the former gemeente when the person settled here after its dagtekening.
    var pipIsEigen: Bool? {
        guard let pip else { return nil }
        if pip.bron.isEigen { return true }
        guard let vestiging else { return true }
        return pip.dagtekening >= vestiging
    }

    /// The last of something, in the order in which facts became known.
    func laatste<Waarde>(_ kies: (Feit) -> Waarde?) -> Waarde? {
        for gebeurtenis in feiten.reversed() {
            if let waarde = kies(gebeurtenis.feit) { return waarde }
        }
        return nil
    }

    /// The last of something among what the gemeente itself recorded.
    func laatsteEigen<Waarde>(_ kies: (Feit) -> Waarde?) -> Waarde? {
        for gebeurtenis in feiten.reversed() where gebeurtenis.bron.isEigen {
            if let waarde = kies(gebeurtenis.feit) { return waarde }
        }
        return nil
    }
}
