// SPDX-License-Identifier: EUPL-1.2

/// SDI012 and SDI013: what DUO decided on vrijstelling and ontheffing.
enum VrijstellingOntheffing {
    static let routes: [Route] = [
        .leesLijst("/personen/{bsn}/vrijstellingen", versie: "1.0.0", veld: "vrijstellingen"),
        .leesLijst("/personen/{bsn}/ontheffingen", versie: "1.0.0", veld: "ontheffingen"),
    ]
}
