// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When DUO lets a PIP be deleted (README, "Het verwijderen van een PIP"; wet.md 3.26).
enum PIPVerwijderregels {
    static func weigeringen(_ toets: Toets) -> [Weigering] {
        var uit: [Weigering] = []
        if toets.voor.pipIsEigen == false {
            uit.append(
                .duo("PIP verwijderen", "alleen het PIP van uw gemeente", "Het actuele PIP is van een andere gemeente.")
            )
        }
        if let termijn = toets.voor.termijn {
            uit.append(
                .duo(
                    "PIP verwijderen",
                    "alleen zolang de inburgeringstermijn niet is vastgesteld",
                    "DUO heeft de inburgeringstermijn al vastgesteld (vanaf \(termijn.startdatum.leesbaar)). "
                        + "Wijzig het PIP in plaats van het in te trekken."
                )
            )
        }
        let scholen = toets.voor.aanbod.keys.filter { instelling in
            (toets.voor.uren(Urensoort.bijInstelling, instelling: instelling, alles: true).uren ?? 0) > 0
        }
        if !scholen.isEmpty {
            uit.append(
                .duo(
                    "PIP verwijderen",
                    "alleen zolang bij het actuele aanbod geen cursusuren zijn geregistreerd",
                    "Er zijn al cursusuren geregistreerd bij instelling \(scholen.sorted().joined(separator: ", "))."
                )
            )
        }
        return uit
    }
}
