// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// The first line of a world file: who takes part in the exchange, and DUO's lists.
public struct Wereldkop: Sendable {
    /// Of DUO.
    public let duo: OIN
    /// Of the gemeente.
    public let gemeente: OIN

    /// - Parameters: organisation numbers.
    public init(duo: OIN, gemeente: OIN) {
        self.duo = duo
        self.gemeente = gemeente
    }

    /// The line.
    public func regel(_ code: Gemeentecode) -> JSON {
        [
            "soort": "wereld", "duoOin": .tekst(duo.cijfers),
            "gemeenten": [["gemeentecode": code.json, "oin": .tekst(gemeente.cijfers)]],
            "instellingen": .lijst(
                Planvorming.scholen.enumerated().map { index, nummer in
                    [
                        "instellingsnummer": .tekst(nummer), "naam": .tekst(Self.namen[index % Self.namen.count]),
                        "postcode": "1011AB", "huisnummer": .getal(index + 1), "plaatsnaam": "Voorbeeldstad",
                        "indicatieBowKeurmerk": .waarheid(index > 0), "indicatieTstKeurmerk": .waarheid(index == 0),
                    ]
                }
            ),
            "verlengingsgronden": [
                ["code": "1", "omschrijving": "Overschrijding niet verwijtbaar"],
                ["code": "2", "omschrijving": "Geen tijdig inburgeringsaanbod"],
                ["code": "3", "omschrijving": "Bijna klaar"],
            ],
        ]
    }

    private static let namen = [
        "Taalschakel Voorbeeldstad", "Taalschool De Brug", "Taalwijs", "Samen Nederlands", "Taalhuis Oost",
    ]
}
