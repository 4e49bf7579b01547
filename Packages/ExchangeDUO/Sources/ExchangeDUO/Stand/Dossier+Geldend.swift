// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension Dossier {
    /// The facts that hold, in the order in which they became known: DUO's state follows the order of messages, not
    /// that of the dates in them.
    var geldend: [Gebeurtenis] {
        var vervallen: Set<Int> = []
        for gebeurtenis in gebeurtenissen.reversed() {
            guard case .gecorrigeerd(let correctie) = gebeurtenis.feit, !vervallen.contains(gebeurtenis.volgnummer),
                correctie.volgnummer < gebeurtenis.volgnummer
            else { continue }
            vervallen.insert(correctie.volgnummer)
        }
        return gebeurtenissen.filter {
            if case .gecorrigeerd = $0.feit { return false }
            return !vervallen.contains($0.volgnummer)
        }
    }

    /// The dossier with facts that are about to be recorded.
    func met(nieuw feiten: [Stap.NieuwFeit]) -> Dossier {
        let eerste = laatsteVolgnummer + 1
        return met(feiten.enumerated().map { $0.element.gebeurtenis(volgnummer: eerste + $0.offset) })
    }
}

extension Bron {
    /// Whether a fact from this source is the gemeente's to tell DUO.
    var isEigen: Bool { self == .gemeente || self == .aanbieder }
}
