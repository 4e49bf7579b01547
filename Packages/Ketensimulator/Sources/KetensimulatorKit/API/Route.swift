// SPDX-License-Identifier: EUPL-1.2

/// One operation of DUO's APIs.
struct Route: Sendable {
    /// What the operation works on.
    enum Soort: Sendable {
        /// A list that is not about persons.
        case algemeen(@Sendable (Aanvraag) -> Uitkomst)
        /// The register of contactpersonen.
        case contactpersoon(@Sendable (inout Contactpersonen, Aanvraag) throws(Ongeldig) -> Uitkomst)
        /// The link between a contactpersoon and a person.
        case koppeling(@Sendable (inout Contactpersonen, Persoonszaak) -> Uitkomst)
        /// A resource of one person.
        case persoon(@Sendable (inout Persoonszaak) throws(Ongeldig) -> Uitkomst)
    }

    let methode: String
    /// The path as in the specification, for instance `/personen/{bsn}/PIP`.
    let sjabloon: String
    /// Version of the API, for the header `API-Version`.
    let versie: String
    /// Whether the specification gives the 403 of this operation a list of foutteksten.
    let metFouttekst: Bool
    let soort: Soort
    let delen: [String]

    init(_ methode: String, _ sjabloon: String, versie: String, metFouttekst: Bool = false, _ soort: Soort) {
        self.methode = methode
        self.sjabloon = sjabloon
        self.versie = versie
        self.metFouttekst = metFouttekst
        self.soort = soort
        delen = Routetabel.delen(Routetabel.basis + sjabloon)
    }

    /// The path as it is called, with its variable parts named.
    var volledigSjabloon: String { Routetabel.basis + sjabloon }

    /// A GET of one resource of a person as it stands: 404 when there is none.
    static func lees(_ sjabloon: String, versie: String, veld: String) -> Route {
        Route(
            "GET",
            sjabloon,
            versie: versie,
            .persoon { zaak throws(Ongeldig) in zaak.persoon.ruw(veld).map { .ok($0) } ?? .nietGevonden }
        )
    }

    /// A GET of a list of a person: an empty list when there is nothing.
    static func leesLijst(_ sjabloon: String, versie: String, veld: String) -> Route {
        Route(
            "GET",
            sjabloon,
            versie: versie,
            .persoon { zaak throws(Ongeldig) in .ok(zaak.persoon.ruw(veld) ?? Array("[]".utf8)) }
        )
    }

    /// The answer on the wire.
    func antwoord(_ uitkomst: Uitkomst, berichtId: String?) -> Antwoord {
        switch uitkomst {
        case .gelukt(let status, let ruw):
            return Antwoord(status: status, apiVersie: versie, berichtId: berichtId, body: ruw)
        case .nietGevonden:
            return Antwoord(status: 404, apiVersie: versie, berichtId: berichtId)
        case .geweigerd(let foutteksten):
            let lijst = JSONWaarde.lijst(
                foutteksten.map { ["fouttekst": .tekst(String($0.prefix(DUOGedrag.fouttekstLengte)))] }
            )
            return Antwoord(
                status: 403,
                apiVersie: versie,
                berichtId: berichtId,
                body: metFouttekst ? lijst.bytes() : nil
            )
        }
    }
}
