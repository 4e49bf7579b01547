// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Persons with the few dates that five rules ask for; the same seed gives the same persons.
struct Proefpersonen {
    private struct Persoon {
        let asiel: Bool
        let begin: Datum
        let kennisgeving: Datum
        let inschrijving: Datum
        /// Nil for who has no PIP yet.
        let dagtekening: Datum?
    }

    private var personen: [Persoon] = []

    init(aantal: Int, seed: UInt64) {
        var toeval = Toeval(stand: seed)
        personen.reserveCapacity(aantal)
        for _ in 0..<aantal {
            let begin = Datum(dagnummer: 18_993 + Int.random(in: 0..<1500, using: &toeval))
            let kennisgeving = begin.plus(dagen: Int.random(in: 5..<60, using: &toeval))
            let inschrijving = begin.plus(dagen: Int.random(in: 0..<250, using: &toeval))
            let heeftPip = Int.random(in: 0..<5, using: &toeval) > 0
            personen.append(
                Persoon(
                    asiel: Int.random(in: 0..<10, using: &toeval) < 7,
                    begin: begin,
                    kennisgeving: kennisgeving,
                    inschrijving: inschrijving,
                    dagtekening: heeftPip
                        ? max(kennisgeving, inschrijving).plus(dagen: Int.random(in: 1..<90, using: &toeval)) : nil
                )
            )
        }
    }

    var csv: String {
        var tekst = "asiel,begin,kennisgeving,inschrijving,dagtekening\n"
        for p in personen {
            tekst +=
                "\(p.asiel ? 1 : 0),\(p.begin),\(p.kennisgeving),\(p.inschrijving),\(p.dagtekening?.description ?? "")\n"
        }
        return tekst
    }

    var dossiers: [Dossier] {
        guard let gemeente = Gemeentecode("0363"), let id = DossierID("000000000000") else { return [] }
        return personen.map { p in
            var feiten: [Gebeurtenis] = []
            func voeg(_ feit: Feit, _ dag: Datum, _ bron: Bron) {
                feiten.append(
                    Gebeurtenis(volgnummer: feiten.count + 1, geldigOp: dag, bekendOp: nil, bron: bron, feit: feit)
                )
            }
            voeg(
                .inburgeringsplichtVastgesteld(
                    .init(
                        begindatum: p.begin,
                        datumKennisgeving: p.kennisgeving,
                        doelgroep: p.asiel ? .asielstatushouder : .gezinsmigrantEnOverigeMigrant
                    )
                ),
                p.begin,
                .duo
            )
            voeg(.ingeschrevenInGemeente(.init(datum: p.inschrijving, gemeente: gemeente)), p.inschrijving, .brp)
            if let dag = p.dagtekening {
                voeg(
                    .pipVastgesteld(
                        .init(dagtekening: dag, leerroute: .b1, aantalVoortgangsgesprekken: 6, urenPVT: 12)
                    ),
                    dag,
                    .gemeente
                )
            }
            return Dossier(id: id, gemeente: gemeente, gebeurtenissen: feiten)
        }
    }
}

/// SplitMix64.
private struct Toeval: RandomNumberGenerator {
    var stand: UInt64

    mutating func next() -> UInt64 {
        stand &+= 0x9E37_79B9_7F4A_7C15
        var z = stand
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
