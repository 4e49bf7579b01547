// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When DUO takes an inburgeringsaanbod (README, "Inburgeringsaanbod"; wet.md 11.81).
///
/// The README speaks of `datumAanvangTaalschakeltraject` and `datumEindeCursus`; version 1.2.0 of the API has
/// `verwachteStartdatumOpleiding` and `verwachteEinddatumOpleiding`, and the rules are applied to those.
enum AanbodRegels {
    static func weigeringen(_ aanbod: InburgeringsaanbodGedaan, _ toets: Toets) -> [Weigering] {
        voorwaarden(aanbod, toets) + data(aanbod, toets) + termijn(aanbod, toets)
    }

    private static func voorwaarden(_ aanbod: InburgeringsaanbodGedaan, _ toets: Toets) -> [Weigering] {
        var uit: [Weigering] = []
        if toets.na.doelgroep(op: aanbod.datum) == .gezinsmigrantEnOverigeMigrant {
            uit.append(
                .duo(
                    "inburgeringsaanbod",
                    "alleen voor een asielstatushouder",
                    "Deze persoon is gezinsmigrant of overige migrant: die regelt zelf een cursus."
                )
            )
        }
        if toets.na.pip == nil, toets.na.termijn == nil {
            uit.append(
                .duo(
                    "inburgeringsaanbod",
                    "de persoon heeft een PIP",
                    "Stel eerst het PIP vast; het dossier heeft er geen."
                )
            )
        }
        if let bezwaar = Keurmerk.bezwaar(aanbod.instellingsnummer, toets) {
            uit.append(
                .duo("inburgeringsaanbod, instelling", "met keurmerk BoW, of TST bij de onderwijsroute", bezwaar)
            )
        }
        return uit
    }

    private static func data(_ aanbod: InburgeringsaanbodGedaan, _ toets: Toets) -> [Weigering] {
        var uit: [Weigering] = []
        if let dagtekening = toets.na.pip?.dagtekening {
            let data = [
                ("De datum van het aanbod", aanbod.datum), ("De verwachte startdatum", aanbod.verwachteStartdatum),
                ("De verwachte einddatum", aanbod.verwachteEinddatum),
            ]
            for (naam, datum) in data {
                guard let datum, datum < dagtekening else { continue }
                uit.append(
                    .duo(
                        "inburgeringsaanbod, data",
                        "niet voor de dagtekening van het actuele PIP",
                        "\(naam), \(datum.leesbaar), ligt voor de dagtekening van het PIP, \(dagtekening.leesbaar)."
                    )
                )
            }
        }
        if let start = aanbod.verwachteStartdatum, start < aanbod.datum {
            uit.append(
                .duo(
                    "inburgeringsaanbod, aanvang taalschakeltraject",
                    "niet voor de datum van het aanbod",
                    "De opleiding start op \(start.leesbaar), voor het aanbod van \(aanbod.datum.leesbaar)."
                )
            )
        }
        return uit + naCursus(aanbod, toets)
    }

    /// A taalschakeltraject follows the course: it does not start before the course at another school has ended.
    private static func naCursus(_ aanbod: InburgeringsaanbodGedaan, _ toets: Toets) -> [Weigering] {
        guard aanbod.taalschakeltraject == true, let start = aanbod.verwachteStartdatum else { return [] }
        let einde = toets.na.aanbod.values.filter {
            $0.instellingsnummer != aanbod.instellingsnummer && $0.taalschakeltraject != true
        }.compactMap(\.verwachteEinddatum).max()
        guard let einde, start < einde else { return [] }
        return [
            .duo(
                "inburgeringsaanbod, aanvang taalschakeltraject",
                "niet voor het einde van de cursus",
                "Het taalschakeltraject start op \(start.leesbaar); de cursus loopt tot en met "
                    + "\(einde.vorige.leesbaar)."
            )
        ]
    }

    private static func termijn(_ aanbod: InburgeringsaanbodGedaan, _ toets: Toets) -> [Weigering] {
        guard let termijn = toets.na.termijn else { return [] }
        let begin = termijn.startdatum
        let einde = termijn.einddatum
        var buiten: [String] = []
        if let start = aanbod.verwachteStartdatum, start < begin || start >= einde {
            buiten.append("De verwachte startdatum, \(start.leesbaar),")
        }
        // Both are exclusive: an education that ends with the term has the same einddatum.
        if let slot = aanbod.verwachteEinddatum, slot <= begin || slot > einde {
            buiten.append("De verwachte einddatum, \(slot.leesbaar),")
        }
        return buiten.map {
            .duo(
                "inburgeringsaanbod, data",
                "binnen de inburgeringstermijn",
                "\($0) ligt buiten de inburgeringstermijn van \(begin.leesbaar) tot en met \(einde.vorige.leesbaar)."
            )
        }
    }
}
