// SPDX-License-Identifier: EUPL-1.2

/// SDI005 and SDI009: whether someone is inburgeringsplichtig, and in which doelgroep.
enum Inburgeringsplicht {
    private static let versie = "1.2.2"

    static let routes: [Route] = [
        .lees("/personen/{bsn}/inburgeringsplicht", versie: versie, veld: "inburgeringsplicht"),
        .leesLijst("/personen/{bsn}/inburgeringsplicht/historie", versie: versie, veld: "inburgeringsplichtHistorie"),
        .lees("/personen/{bsn}/doelgroep", versie: versie, veld: "doelgroep"),
        .leesLijst("/personen/{bsn}/doelgroep/historie", versie: versie, veld: "doelgroepHistorie"),
    ]
}
