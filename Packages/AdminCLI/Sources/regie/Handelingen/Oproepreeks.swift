// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The oproepen for the brede intake that a dossier holds, and which comes next (Wi2021 art. 14 lid 2).
struct Oproepreeks {
    private let oproepen: [Vermelding<OpgeroepenVoorIntake>]

    /// The oproepen that hold: what was corrected counts no longer. Who moved here is called by this gemeente, from the
    /// first again.
    init(_ dossier: Dossier) {
        let hier = dossier.feiten.verhuisd.last { $0.inhoud.naarGemeente == dossier.gemeente }?.geldigOp
        oproepen = dossier.feiten.opgeroepenVoorIntake.filter { oproep in hier.map { oproep.geldigOp >= $0 } ?? true }
    }

    /// The number of an oproep of a day: the one that was asked for, or the one after the last.
    /// - Throws: `gebruik-ongeldig` for a number that would take the dossier back, or past the third.
    func nummer(_ gevraagd: Int?, op datum: Datum) throws(RegieFout) -> Int {
        let laatste = oproepen.filter { $0.geldigOp <= datum }.max { $0.inhoud.volgnummer < $1.inhoud.volgnummer }
        let nummer = gevraagd ?? (laatste?.inhoud.volgnummer ?? 0) + 1
        guard (1...3).contains(nummer) else {
            throw RegieFout(
                .gebruikOngeldig,
                gevraagd == nil
                    ? "Er zijn al drie oproepen." : "Een oproep heeft volgnummer 1, 2 of 3, niet \(nummer).",
                watTeDoen: gevraagd == nil
                    ? "Rond de brede intake af met 'regie intake afnemen … --in-afwezigheid'."
                    : "Laat --volgnummer weg voor de eerstvolgende."
            )
        }
        let later = oproepen.first { $0.geldigOp > datum && $0.inhoud.volgnummer <= nummer }
        if let ander = laatste.flatMap({ $0.inhoud.volgnummer >= nummer ? $0 : nil }) ?? later {
            throw RegieFout(
                .gebruikOngeldig,
                "Oproep \(ander.inhoud.volgnummer) van \(ander.geldigOp.leesbaar) staat al in dit dossier; oproep \(nummer) "
                    + "van \(datum.leesbaar) past daar niet bij.",
                watTeDoen:
                    "Laat --volgnummer weg voor de eerstvolgende. Was feit \(ander.volgnummer) verkeerd, leg dan "
                    + "eerst 'Gecorrigeerd' vast met 'regie gebeurtenis add'."
            )
        }
        return nummer
    }
}
