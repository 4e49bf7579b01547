// SPDX-License-Identifier: EUPL-1.2

/// SDI018, SDI011 and SDI008, published in May and June 2026.
enum BoeteVerlengingGebeurtenis {
    static let routes: [Route] = [
        .leesLijst("/personen/{bsn}/boetes", versie: "1.0.0", veld: "boetes"),
        .leesLijst("/personen/{bsn}/verlengingen", versie: "1.0.0", veld: "verlengingen"),
        .leesLijst("/personen/{bsn}/gebeurtenissen", versie: "1.0.0", veld: "gebeurtenissen"),
    ]
}
