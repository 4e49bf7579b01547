// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A school as DUO lists it: an element of `GET /instellingen` (Inburgeringsaanbod API 1.2.0).
public struct Instelling: Hashable, Sendable {
    static let velden = [
        "instellingsnummer", "naam", "postcode", "huisnummer", "huisnummertoevoeging", "plaatsnaam", "bow", "brin",
        "indicatieBowKeurmerk", "indicatieTstKeurmerk",
    ]

    /// Ten characters, unique at DUO.
    public let instellingsnummer: String
    /// At most 128 characters.
    public let naam: String
    /// `1234AB`.
    public let postcode: String
    /// 1 … 99999.
    public let huisnummer: Int
    /// At most four characters.
    public let huisnummertoevoeging: String?
    /// At most 40 characters.
    public let plaatsnaam: String
    /// Its number at Blik op Werk.
    public let bow: String?
    /// Its number as a school.
    public let brin: String?
    /// Whether it has the keurmerk of Blik op Werk; nil when DUO does not say.
    public let indicatieBowKeurmerk: Bool?
    /// Whether it may give a taalschakeltraject; nil when DUO does not say.
    public let indicatieTstKeurmerk: Bool?

    /// DUO's indication; where it gives none, a number at Blik op Werk counts as one.
    var heeftBowKeurmerk: Bool { indicatieBowKeurmerk ?? (bow != nil) }

    private init(_ lezer: Antwoordlezer) throws(RegieFout) {
        guard let nummer = try lezer.tekst("instellingsnummer", lengte: 10...10) else {
            throw lezer.ongeldig("Het veld 'instellingsnummer' ontbreekt.")
        }
        instellingsnummer = nummer
        naam = try lezer.verplicht("naam")
        postcode = try lezer.verplicht("postcode")
        huisnummer = try lezer.verplicht("huisnummer")
        huisnummertoevoeging = try lezer.optioneel("huisnummertoevoeging")
        plaatsnaam = try lezer.verplicht("plaatsnaam")
        bow = try lezer.optioneel("bow")
        brin = try lezer.optioneel("brin")
        indicatieBowKeurmerk = try lezer.optioneel("indicatieBowKeurmerk")
        indicatieTstKeurmerk = try lezer.optioneel("indicatieTstKeurmerk")
    }

    /// Reads the answer of `GET /instellingen`. Throws `partner-antwoord-ongeldig` naming the field.
    public static func lees(_ json: JSON) throws(RegieFout) -> [Instelling] {
        try Antwoordlezer.lijst(json, "instellingen") { lezer throws(RegieFout) in try Instelling(lezer) }
    }
}

/// A ground for a longer term: an element of `GET /verlengingsgronden` (Inburgeringstermijn API 1.0.0).
public struct Verlengingsgrond: Hashable, Sendable {
    static let velden = ["code", "omschrijving"]

    /// At most ten characters.
    public let code: String
    /// At most 200 characters.
    public let omschrijving: String

    /// Reads the answer of `GET /verlengingsgronden`. Throws `partner-antwoord-ongeldig` naming the field.
    public static func lees(_ json: JSON) throws(RegieFout) -> [Verlengingsgrond] {
        try Antwoordlezer.lijst(json, "verlengingsgronden") { lezer throws(RegieFout) in
            Verlengingsgrond(code: try lezer.verplicht("code"), omschrijving: try lezer.verplicht("omschrijving"))
        }
    }
}
