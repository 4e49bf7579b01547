// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When DUO takes `verwijtbaar` with MAP or PVT (README of June 2026; wet.md 11.83).
///
/// The term is overrun when the date lies on or after its (exclusive) einddatum; without a date, when today does. Not
/// applied as long as DUO's term is not known here.
enum VerwijtbaarRegels {
    /// How long before the end of the term DUO takes `Nee`: two months. A rule of the partner, not of the law.
    static let vensterVoorEinde = Duur(2, .maanden)

    static func weigeringen(_ afronding: Afronding, _ toets: Toets) -> [Weigering] {
        guard let einde = toets.na.termijn?.einddatum else { return [] }
        let onderwerp = "\(afronding.onderdeel.kort), verwijtbaar"
        let overschreden = (afronding.datum ?? toets.vandaag) >= einde
        let laatsteDag = einde.vorige.leesbaar
        guard let verwijtbaar = afronding.verwijtbaar else {
            guard overschreden else { return [] }
            return [
                .duo(
                    onderwerp,
                    "verplicht als de inburgeringstermijn is overschreden",
                    "De termijn liep tot en met \(laatsteDag). Geef aan of de overschrijding verwijtbaar is (Ja of Nee)."
                )
            ]
        }
        if let datum = afronding.datum, datum < einde {
            return [
                .duo(
                    onderwerp,
                    "niet als de datum voor het einde van de inburgeringstermijn ligt",
                    "Laat verwijtbaar weg: \(datum.leesbaar) ligt binnen de termijn, die loopt tot en met \(laatsteDag)."
                )
            ]
        }
        switch verwijtbaar {
        case .ja where !overschreden:
            return [
                .duo(
                    onderwerp,
                    "Ja alleen als de inburgeringstermijn is overschreden",
                    "De termijn loopt nog, tot en met \(laatsteDag)."
                )
            ]
        case .nee where !overschreden && toets.vandaag < einde - vensterVoorEinde:
            return [
                .duo(
                    onderwerp,
                    "Nee alleen binnen twee maanden voor het einde van de termijn of na overschrijding",
                    "Dit kan pas vanaf \((einde - vensterVoorEinde).leesbaar)."
                )
            ]
        default: return []
        }
    }
}
