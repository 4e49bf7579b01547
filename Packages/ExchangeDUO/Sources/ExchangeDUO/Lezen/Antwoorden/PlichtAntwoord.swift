// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// `GET …/inburgeringsplicht` and its history (Inburgeringsplicht API 1.2.2).
struct PlichtAntwoord: Hashable, Sendable {
    static let velden = [
        "indicatorInburgeringsplicht", "begindatum", "einddatum", "wijzigingsdatum",
        "datumKennisgevingInburgeringsplicht", "redenGeenInburgeringsplicht",
    ]
    static let veldenHistorie = ["indicatorInburgeringsplicht", "begindatum", "einddatum", "wijzigingsdatum"]

    var indicator: Bool
    var begindatum: Datum?
    /// Inclusive.
    var einddatum: Datum?
    var wijzigingsdatum: Datum?
    var datumKennisgeving: Datum?
    var reden: RedenGeenInburgeringsplicht?

    init(_ lezer: Antwoordlezer) throws(RegieFout) {
        indicator = try lezer.verplicht("indicatorInburgeringsplicht")
        begindatum = try lezer.optioneel("begindatum")
        einddatum = try lezer.optioneel("einddatum")
        wijzigingsdatum = try lezer.optioneel("wijzigingsdatum")
        datumKennisgeving = try lezer.optioneel("datumKennisgevingInburgeringsplicht")
        reden = try lezer.optioneel("redenGeenInburgeringsplicht")
    }

    static func lees(_ json: JSON) throws(RegieFout) -> PlichtAntwoord {
        let lezer = try Antwoordlezer(json, "inburgeringsplicht")
        let antwoord = try PlichtAntwoord(lezer)
        if antwoord.indicator, antwoord.begindatum == nil {
            throw lezer.ongeldig("Het veld 'begindatum' ontbreekt bij een bestaande inburgeringsplicht.")
        }
        return antwoord
    }

    static func historie(_ json: JSON) throws(RegieFout) -> [PlichtAntwoord] {
        try Antwoordlezer.lijst(json, "inburgeringsplicht/historie") { lezer throws(RegieFout) in
            try PlichtAntwoord(lezer)
        }
    }
}
