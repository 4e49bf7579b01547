// SPDX-License-Identifier: EUPL-1.2

/// SDI006: the exam number of the leerbaarheidstoets and its results.
enum Leerbaarheidstoets {
    private static let versie = "1.2.0"

    static let routes: [Route] = [
        .lees("/personen/{bsn}/lbt/examennummer", versie: versie, veld: "lbtExamennummer"),
        Route(
            "DELETE",
            "/personen/{bsn}/lbt/examennummer",
            versie: versie,
            .persoon { zaak throws(Ongeldig) in verwijder(&zaak) }
        ),
        .leesLijst("/personen/{bsn}/lbt/resultaten", versie: versie, veld: "lbtResultaten"),
    ]

    /// Taking the number away means that the toets is not taken.
    private static func verwijder(_ zaak: inout Persoonszaak) -> Uitkomst {
        guard zaak.persoon.ruw("lbtExamennummer") != nil else { return .nietGevonden }
        zaak.persoon["lbtExamennummer"] = nil
        return .ok
    }
}
