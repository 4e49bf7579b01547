// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What is new in what DUO told: pure.
///
/// A fact that says what the dossier knows, from whatever source, is dropped. One that says otherwise of the same matter
/// is added beside it and never replaces it: which of the two holds, and whether they contradict each other, is for the
/// assessment and the people.
enum Verschil {
    static func nieuw(_ gelezen: [Stap.NieuwFeit], naast dossier: Dossier) -> [Stap.NieuwFeit] {
        var bekend = dossier.geldend.map(\.feit)
        var uit: [Stap.NieuwFeit] = []
        for (plaats, feit) in gelezen.enumerated() {
            let zaak = Zaak(feit.feit)
            let isLaatste = !gelezen[(plaats + 1)...].contains { Zaak($0.feit) == zaak }
            guard !isBekend(feit.feit, zaak, in: bekend, isLaatste: isLaatste) else { continue }
            uit.append(feit)
            bekend.append(feit.feit)
        }
        return uit
    }

    /// Of several statements on one matter in an answer (a history) the last is the present state: it is compared with
    /// the last that the dossier knows, so that a change back to an earlier value is news again. The ones before it are
    /// known when they ever were.
    private static func isBekend(_ feit: Feit, _ zaak: Zaak, in bekend: [Feit], isLaatste: Bool) -> Bool {
        switch zaak {
        case .vergeleken: return false
        case .doelgroep: return isBekendeDoelgroep(feit, in: bekend, isLaatste: isLaatste)
        default: break
        }
        let eerder = bekend.filter { Zaak($0) == zaak }
        if isLaatste { return eerder.last.map { Zaak.zegt($0, al: feit) } ?? false }
        return eerder.contains { Zaak.zegt($0, al: feit) }
    }

    /// The group stands in the plicht as well as in a change of it.
    private static func isBekendeDoelgroep(_ feit: Feit, in bekend: [Feit], isLaatste: Bool) -> Bool {
        guard case .doelgroepGewijzigd(let nieuw) = feit else { return false }
        func zegt(_ eerder: Feit) -> Bool {
            switch eerder {
            case .doelgroepGewijzigd(let eerder):
                eerder.doelgroep == nieuw.doelgroep && eerder.begindatum == nieuw.begindatum
                    && (nieuw.gedetailleerdeDoelgroep ?? eerder.gedetailleerdeDoelgroep)
                        == eerder.gedetailleerdeDoelgroep
                    && (nieuw.asielrechtenWijzigingVerblijfsdoel ?? eerder.asielrechtenWijzigingVerblijfsdoel)
                        == eerder.asielrechtenWijzigingVerblijfsdoel
            case .inburgeringsplichtVastgesteld(let eerder):
                eerder.doelgroep == nieuw.doelgroep && nieuw.asielrechtenWijzigingVerblijfsdoel == nil
                    && (nieuw.gedetailleerdeDoelgroep ?? eerder.gedetailleerdeDoelgroep)
                        == eerder.gedetailleerdeDoelgroep
            default: false
            }
        }
        let eerder = bekend.filter {
            switch $0 {
            case .doelgroepGewijzigd, .inburgeringsplichtVastgesteld: true
            default: false
            }
        }
        guard isLaatste, let laatste = eerder.last else { return eerder.contains(where: zegt) }
        if zegt(laatste) { return true }
        // A plicht that was told again after the change does not make the change news again.
        guard case .inburgeringsplichtVastgesteld(let plicht) = laatste, plicht.doelgroep == nieuw.doelgroep else {
            return false
        }
        return eerder.contains(where: zegt)
    }
}
