// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Which earlier statement of DUO a new one of DUO takes the place of.
enum Herziening {
    /// The end of the plicht that DUO took back: it tells the same plicht as running again (SS129, SS130).
    static func hervatting(_ feit: Feit, _ bekend: [Gebeurtenis]) -> Gebeurtenis? {
        guard case .inburgeringsplichtVastgesteld(let nieuw) = feit,
            let laatste = bekend.last(where: { Zaak($0.feit) == .plicht }), laatste.bron == .duo,
            laatste.volgnummer != 0, case .inburgeringsplichtBeeindigd(let einde) = laatste.feit,
            // A plicht that began after the end is another one, and leaves the end as it is.
            nieuw.begindatum <= einde.einddatum
        else { return nil }
        return laatste
    }

    /// The last statement of DUO on this matter, when the new one corrects it; nil when both hold (a change over time),
    /// or when DUO still tells the earlier one as well.
    static func herzien(door nieuw: Feit, _ zaak: Zaak, _ bekend: [Gebeurtenis], _ gelezen: [Feit]) -> Gebeurtenis? {
        let eerder = bekend.last { oud in
            oud.bron == .duo && oud.volgnummer != 0 && Zaak(oud.feit) == zaak && zelfdeSoort(oud.feit, nieuw)
        }
        guard let eerder, corrigeert(nieuw, eerder, bekend) else { return nil }
        return gelezen.contains { $0 != nieuw && Zaak($0) == zaak && Zaak.zegt(eerder.feit, al: $0) } ? nil : eerder
    }

    private static func zelfdeSoort(_ oud: Feit, _ nieuw: Feit) -> Bool { oud.soort == nieuw.soort }

    private static func corrigeert(_ nieuw: Feit, _ eerder: Gebeurtenis, _ bekend: [Gebeurtenis]) -> Bool {
        switch (eerder.feit, nieuw) {
        case (.inburgeringsplichtVastgesteld, .inburgeringsplichtVastgesteld(let nieuw)):
            // After an end that lies before the new begin there are two periods, and both hold.
            !bekend.contains { gebeurtenis in
                guard case .inburgeringsplichtBeeindigd(let einde) = gebeurtenis.feit else { return false }
                return einde.einddatum < nieuw.begindatum
            }
        case (.inburgeringsplichtBeeindigd, .inburgeringsplichtBeeindigd):
            // Another end of the same plicht; an end before the last begin belongs to an earlier period.
            bekend.last { Zaak($0.feit) == .plicht }?.volgnummer == eerder.volgnummer
        case (.inburgeringstermijnVastgesteld(let oud), .inburgeringstermijnVastgesteld(let nieuw)):
            // A longer term does not make the former one untrue; another start, or another end of the same change, does.
            oud.startdatum != nieuw.startdatum
                || (oud.wijzigingsdatum == nieuw.wijzigingsdatum && oud.einddatum != nieuw.einddatum)
        case (.doelgroepGewijzigd(let oud), .doelgroepGewijzigd(let nieuw)): oud.begindatum == nieuw.begindatum
        case (.verlengingAangevraagd, _): false
        default:
            if case .eigen = Zaak(nieuw) { false } else { Zaak(nieuw) != .vergeleken }
        }
    }
}
