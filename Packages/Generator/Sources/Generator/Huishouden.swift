// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// People who live together: one to four adults with a plicht of their own.
enum Huishouden {
    /// - Parameter eerste: how many people came before, which numbers the V-nummers.
    static func maak(
        _ toeval: inout Toeval,
        _ opdracht: Bevolkingsopdracht,
        bsns: inout Bsnreeks,
        eerste: Int
    ) -> [Inburgeraar] {
        let asiel = toeval.kans(640)
        let herkomst = toeval.kies(gewogen: asiel ? Herkomst.asiel : Herkomst.gezin)
        let leden: Int = asiel ? toeval.kies(gewogen: [(1, 68), (2, 24), (3, 6), (4, 2)]) : 1
        let oudeWet = asiel && toeval.kans(20)
        let plicht = begin(&toeval, opdracht, oudeWet: oudeWet)
        let achternaam = toeval.kies(herkomst.achternamen)
        var uit: [(Identiteit, Profiel)] = []
        for index in 0..<leden {
            guard let bsn = bsns.volgende(), let vnummer = VNummer(waarde: 2_900_000_000 + eerste + index) else {
                break
            }
            // The second adult mostly follows later, as gezinshereniger.
            let later = index > 0 && toeval.kans(500) ? toeval.geheel(90...500) : 0
            let start = min(plicht.plus(dagen: later), opdracht.peildatum.plus(dagen: -10))
            let identiteit = Identiteit.maak(
                &toeval,
                bsn: bsn,
                vnummer: vnummer,
                herkomst: herkomst,
                vrouw: toeval.kans(asiel && index == 0 ? 330 : 620),
                leeftijd: index > 1 ? toeval.geheel(18...24) : toeval.geheel(asiel ? 18...58 : 20...45),
                plicht: start,
                achternaam: index == 1 && toeval.kans(300) ? toeval.kies(herkomst.achternamen) : achternaam
            )
            let soort = gedetailleerd(&toeval, asiel: asiel, later: later > 0)
            let profiel = Profiel.maak(
                &toeval,
                asiel: asiel,
                gedetailleerd: soort,
                plicht: start,
                oudeWet: oudeWet,
                peildatum: opdracht.peildatum
            )
            uit.append((identiteit, profiel))
        }
        return uit.indices.map { index in
            var loop = Levensloop(uit[index].0, uit[index].1, opdracht, Toeval(seed: toeval.next(), stroom: 0))
            Verhaal.vertel(&loop, gezin: gezin(uit.map(\.0), index))
            return Inburgeraar(loop)
        }
    }

    private static func begin(_ toeval: inout Toeval, _ opdracht: Bevolkingsopdracht, oudeWet: Bool) -> Datum {
        if oudeWet { return Bevolkingsopdracht.begin.plus(dagen: -toeval.geheel(30...1500)) }
        let sinds = Bevolkingsopdracht.begin.dagen(tot: opdracht.peildatum)
        return opdracht.peildatum.plus(dagen: -toeval.geheel(20...max(21, Swift.min(sinds, 1700))))
    }

    private static func gedetailleerd(_ toeval: inout Toeval, asiel: Bool, later: Bool) -> GedetailleerdeDoelgroep {
        if asiel { return later ? .gezinsherenigerMetAsielstatushouder : .asielstatushouder }
        return toeval.kies(gewogen: [
            (.gezinsvormer, 60), (.gezinshereniger, 28), (.overig, 10), (.geestelijkBedienaar, 2),
        ])
    }

    /// Who the others are, seen from one of them.
    private static func gezin(_ leden: [Identiteit], _ wie: Int) -> [GezinslidBekend] {
        leden.indices.filter { $0 != wie }.compactMap { ander in
            let relatie: Gezinsrelatie
            switch (wie, ander) {
            case (0, 1), (1, 0): relatie = .partner
            case (0...1, 2...): relatie = .kind
            case (2..., 0...1): relatie = .ouder
            default: return nil
            }
            return GezinslidBekend(relatie: relatie, dossier: leden[ander].id)
        }
    }
}
