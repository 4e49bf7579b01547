// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// `GET …/inburgeringstermijn` and its history (Inburgeringstermijn API 1.0.0).
struct TermijnAntwoord: Hashable, Sendable {
    static let velden = [
        "startdatum", "einddatum", "wijzigingsdatum", "verlengingsgrondcode", "verlengingsgrondomschrijving",
    ]
    static let veldenHistorie = [
        "einddatum", "wijzigingsdatum", "verlengingsgrondcode", "verlengingsgrondomschrijving",
    ]

    /// Absent in the history.
    var startdatum: Datum?
    /// Exclusive.
    var einddatum: Datum?
    var wijzigingsdatum: Datum?
    var grondcode: String?
    var grondomschrijving: String?

    init(_ lezer: Antwoordlezer) throws(RegieFout) {
        startdatum = try lezer.optioneel("startdatum")
        einddatum = try lezer.optioneel("einddatum")
        wijzigingsdatum = try lezer.optioneel("wijzigingsdatum")
        grondcode = try lezer.tekst("verlengingsgrondcode", lengte: 1...10)
        grondomschrijving = try lezer.tekst("verlengingsgrondomschrijving", lengte: 1...200)
    }

    static func lees(_ json: JSON) throws(RegieFout) -> TermijnAntwoord {
        let lezer = try Antwoordlezer(json, "inburgeringstermijn")
        let antwoord = try TermijnAntwoord(lezer)
        let start: Datum = try lezer.verplicht("startdatum")
        let einde: Datum = try lezer.verplicht("einddatum")
        guard start < einde else { throw lezer.ongeldig("Het veld 'einddatum' ligt niet na 'startdatum'.") }
        return antwoord
    }

    static func historie(_ json: JSON) throws(RegieFout) -> [TermijnAntwoord] {
        try Antwoordlezer.lijst(json, "inburgeringstermijn/historie") { lezer throws(RegieFout) in
            try TermijnAntwoord(lezer)
        }
    }

    /// The facts: the states before the present one, then the present one. The history has no startdatum: a change never
    /// moves the start (Wi2021 art. 11 lid 3), so it is that of the present state.
    static func feiten(_ termijn: TermijnAntwoord?, historie: [TermijnAntwoord], _ context: Leescontext)
        -> [Stap.NieuwFeit]
    {
        guard let termijn, let start = termijn.startdatum else { return [] }
        let nu = termijn.wijzigingsdatum ?? start
        let eerder = historie.filter { $0.wijzigingsdatum ?? start < nu }
            .sorted { $0.wijzigingsdatum ?? start < $1.wijzigingsdatum ?? start }
        return (eerder + [termijn]).compactMap { deel in
            guard let einde = deel.einddatum, einde > start else { return nil }
            return context.feit(
                .inburgeringstermijnVastgesteld(
                    InburgeringstermijnVastgesteld(
                        startdatum: start,
                        einddatum: einde,
                        wijzigingsdatum: deel.wijzigingsdatum,
                        verlengingsgrondcode: deel.grondcode,
                        verlengingsgrondomschrijving: deel.grondomschrijving
                    )
                ),
                geldigOp: deel.wijzigingsdatum ?? start
            )
        }
    }
}
