// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What is new in what DUO told: pure.
///
/// A fact that says what the dossier knows, from whatever source, is dropped. One that says otherwise of the same matter
/// is added; where DUO itself had told the matter otherwise, that earlier statement is corrected, so that it no longer
/// counts and stays in the history. What another source told is left alone: which of the two holds is for people, and
/// the assessment shows the contradiction.
struct Verschil {
    /// What is new, in order, corrections before what replaces them.
    static func nieuw(_ gelezen: [Stap.NieuwFeit], naast dossier: Dossier) -> [Stap.NieuwFeit] {
        var verschil = Verschil(gelezen: gelezen, bekend: dossier.geldend)
        for plaats in gelezen.indices { verschil.vergelijk(plaats) }
        return verschil.uit
    }

    private let gelezen: [Stap.NieuwFeit]
    /// What the dossier holds, and after it what was found new so far (volgnummer 0).
    private var bekend: [Gebeurtenis]
    private var uit: [Stap.NieuwFeit] = []

    private init(gelezen: [Stap.NieuwFeit], bekend: [Gebeurtenis]) {
        self.gelezen = gelezen
        self.bekend = bekend
    }

    private mutating func vergelijk(_ plaats: Int) {
        let feit = gelezen[plaats]
        let zaak = Zaak(feit.feit)
        let isLaatste = !gelezen[(plaats + 1)...].contains { Zaak($0.feit) == zaak }
        guard !isBekend(feit.feit, zaak, isLaatste: isLaatste) else { return }
        if isLaatste, let hervat = Herziening.hervatting(feit.feit, bekend) {
            corrigeer(hervat, door: feit)
            // The plicht that the end had closed holds again, and says all that DUO says now.
            if isBekend(feit.feit, zaak, isLaatste: true) { return }
        }
        if let herzien = Herziening.herzien(door: feit.feit, zaak, bekend, gelezen.map(\.feit)) {
            corrigeer(herzien, door: feit)
        }
        uit.append(feit)
        bekend.append(feit.gebeurtenis(volgnummer: 0))
    }

    private mutating func corrigeer(_ oud: Gebeurtenis, door feit: Stap.NieuwFeit) {
        bekend.removeAll { $0.volgnummer == oud.volgnummer && $0.volgnummer != 0 }
        uit.append(
            Stap.NieuwFeit(
                geldigOp: Amsterdam.datum(van: feit.bekendOp),
                bekendOp: feit.bekendOp,
                bron: feit.bron,
                berichtId: feit.berichtId,
                feit: .gecorrigeerd(Gecorrigeerd(volgnummer: oud.volgnummer, reden: "DUO geeft nu andere gegevens."))
            )
        )
    }

    /// Of several statements on one matter in an answer (a history) the last is the present state: it is compared with
    /// the last that the dossier knows, so that a change back to an earlier value is news again. The ones before it are
    /// known when they ever were.
    private func isBekend(_ feit: Feit, _ zaak: Zaak, isLaatste: Bool) -> Bool {
        switch zaak {
        case .vergeleken: return false
        case .doelgroep: return Doelgroepvergelijking.isBekend(feit, in: bekend.map(\.feit), isLaatste: isLaatste)
        default: break
        }
        let eerder = bekend.filter { Zaak($0.feit) == zaak }
        if isLaatste { return eerder.last.map { Zaak.zegt($0.feit, al: feit) } ?? false }
        return eerder.contains { Zaak.zegt($0.feit, al: feit) }
    }
}
