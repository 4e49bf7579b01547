// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Whether the dossier knows a group already: it stands in the plicht as well as in a change of it.
enum Doelgroepvergelijking {
    static func isBekend(_ feit: Feit, in bekend: [Feit], isLaatste: Bool) -> Bool {
        guard case .doelgroepGewijzigd(let nieuw) = feit else { return false }
        let eerder = bekend.filter {
            switch $0 {
            case .doelgroepGewijzigd, .inburgeringsplichtVastgesteld: true
            default: false
            }
        }
        guard isLaatste, let laatste = eerder.last else { return eerder.contains { zegt($0, al: nieuw) } }
        if zegt(laatste, al: nieuw) { return true }
        // A plicht that was told again after the change does not make the change news again.
        guard case .inburgeringsplichtVastgesteld(let plicht) = laatste, plicht.doelgroep == nieuw.doelgroep else {
            return false
        }
        return eerder.contains { zegt($0, al: nieuw) }
    }

    /// Since when the dossier has this group, when the last change that it knows says the same; the date of the new one,
    /// which DUO left out, does not count.
    static func dag(van nieuw: DoelgroepGewijzigd, in bekend: [Feit]) -> Datum? {
        for feit in bekend.reversed() {
            switch feit {
            case .doelgroepGewijzigd(let eerder):
                var nieuw = nieuw
                nieuw.begindatum = eerder.begindatum
                return zegt(feit, al: nieuw) ? eerder.begindatum : nil
            // A plicht that was told again after the change does not undo it.
            case .inburgeringsplichtVastgesteld(let plicht) where plicht.doelgroep != nieuw.doelgroep: return nil
            default: continue
            }
        }
        return nil
    }

    private static func zegt(_ eerder: Feit, al nieuw: DoelgroepGewijzigd) -> Bool {
        switch eerder {
        case .doelgroepGewijzigd(let eerder):
            eerder.doelgroep == nieuw.doelgroep && eerder.begindatum == nieuw.begindatum
                && (nieuw.gedetailleerdeDoelgroep ?? eerder.gedetailleerdeDoelgroep) == eerder.gedetailleerdeDoelgroep
                && (nieuw.asielrechtenWijzigingVerblijfsdoel ?? eerder.asielrechtenWijzigingVerblijfsdoel)
                    == eerder.asielrechtenWijzigingVerblijfsdoel
        case .inburgeringsplichtVastgesteld(let eerder):
            eerder.doelgroep == nieuw.doelgroep && nieuw.asielrechtenWijzigingVerblijfsdoel == nil
                && (nieuw.gedetailleerdeDoelgroep ?? eerder.gedetailleerdeDoelgroep) == eerder.gedetailleerdeDoelgroep
        default: false
        }
    }
}
