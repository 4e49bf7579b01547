// SPDX-License-Identifier: EUPL-1.2

/// SDI007: the inburgeringstermijn, its history, and the grounds on which it can be extended.
enum Inburgeringstermijn {
    private static let versie = "1.0.0"

    static let routes: [Route] = [
        .lees("/personen/{bsn}/inburgeringstermijn", versie: versie, veld: "inburgeringstermijn"),
        .leesLijst(
            "/personen/{bsn}/inburgeringstermijn/historie",
            versie: versie,
            veld: "inburgeringstermijnHistorie"
        ),
        Route(
            "GET",
            "/verlengingsgronden",
            versie: versie,
            .algemeen { .ok(JSONWaarde.lijst($0.kop.verlengingsgronden).bytes()) }
        ),
    ]

    /// The term begins on the day after the dagtekening of the first PIP (Wi2021 art. 11 lid 2);
    /// its einddatum is the first day that no longer belongs to it.
    static func termijn(dagtekening: Dag) -> (start: Dag, einde: Dag) {
        let start = dagtekening.plus(dagen: 1)
        return (start, start.plus(jaren: DUOGedrag.termijnInJaren))
    }

    /// Sets the term after a first PIP and lets the gemeente know (SS102).
    static func stelVast(_ zaak: inout Persoonszaak, dagtekening: Dag) {
        let (start, einde) = termijn(dagtekening: dagtekening)
        let vandaag = JSONWaarde.tekst("\(zaak.vandaag)")
        zaak.persoon["inburgeringstermijn"] = [
            "startdatum": .tekst("\(start)"), "einddatum": .tekst("\(einde)"), "wijzigingsdatum": vandaag,
        ]
        zaak.persoon.voegToe(
            ["einddatum": .tekst("\(einde)"), "wijzigingsdatum": vandaag],
            aan: "inburgeringstermijnHistorie"
        )
        zaak.persoon.voegToe(
            ["id": "SS102", "omschrijving": "Inburgeringstermijn gestart", "datum": vandaag],
            aan: "gebeurtenissen"
        )
        zaak.gebeurtenissen.append("SS102")
    }
}
