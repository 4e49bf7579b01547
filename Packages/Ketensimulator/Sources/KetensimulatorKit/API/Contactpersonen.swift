// SPDX-License-Identifier: EUPL-1.2

/// SDI014: contactpersonen of gemeenten, and for whom they can be reached.
struct Contactpersonen: Sendable {
    private static let versie = "1.0.0"
    /// The numbers that the specification allows.
    static let nummers = 1...99_999

    static let routes: [Route] = [
        Route(
            "POST",
            "/contactpersonen",
            versie: versie,
            metFouttekst: true,
            .contactpersoon { register, aanvraag throws(Ongeldig) in try register.maak(aanvraag) }
        ),
        Route(
            "PUT",
            "/contactpersonen/{id}",
            versie: versie,
            metFouttekst: true,
            .contactpersoon { register, aanvraag throws(Ongeldig) in try register.wijzig(aanvraag) }
        ),
        Route(
            "DELETE",
            "/contactpersonen/{id}",
            versie: versie,
            .contactpersoon { register, aanvraag throws(Ongeldig) in register.verwijder(aanvraag) }
        ),
        Route(
            "POST",
            "/contactpersonen/{id}/personen/{bsn}",
            versie: versie,
            .koppeling { register, zaak in register.koppel(zaak) }
        ),
        Route(
            "DELETE",
            "/contactpersonen/{id}/personen/{bsn}",
            versie: versie,
            .koppeling { register, zaak in register.ontkoppel(zaak) }
        ),
    ]

    private struct Contactpersoon: Sendable {
        let gemeentecode: String
        var gegevens: JSONWaarde
    }

    private static let andereGemeente = "Deze contactpersoon is van een andere gemeente."

    private var personen: [Int: Contactpersoon] = [:]
    /// The contactpersoon of a person, by the person's volgnummer.
    private(set) var koppelingen: [Int: Int] = [:]
    private var laatste = 0

    /// The number of contactpersonen.
    var aantal: Int { personen.count }

    private mutating func maak(_ aanvraag: Aanvraag) throws(Ongeldig) -> Uitkomst {
        let gegevens = try Contactgegevens.lees(aanvraag.body)
        guard laatste < Self.nummers.upperBound else { return .geweigerd(["Er is geen nummer meer vrij."]) }
        laatste += 1
        personen[laatste] = Contactpersoon(gemeentecode: aanvraag.gemeente.gemeentecode, gegevens: gegevens)
        let antwoord: JSONWaarde = ["id": .heel(laatste), "contactpersoongegevens": gegevens]
        return .gelukt(status: 201, ruw: antwoord.bytes())
    }

    private mutating func wijzig(_ aanvraag: Aanvraag) throws(Ongeldig) -> Uitkomst {
        let gegevens = try Contactgegevens.lees(aanvraag.body)
        let id = Self.id(aanvraag)
        guard let bekend = personen[id] else { return .nietGevonden }
        guard bekend.gemeentecode == aanvraag.gemeente.gemeentecode else { return .geweigerd([Self.andereGemeente]) }
        personen[id]?.gegevens = gegevens
        return .ok
    }

    /// The links to this contactpersoon go with it.
    private mutating func verwijder(_ aanvraag: Aanvraag) -> Uitkomst {
        let id = Self.id(aanvraag)
        guard let bekend = personen[id] else { return .nietGevonden }
        guard bekend.gemeentecode == aanvraag.gemeente.gemeentecode else { return .geweigerd([Self.andereGemeente]) }
        personen[id] = nil
        koppelingen = koppelingen.filter { $0.value != id }
        return .ok
    }

    /// An earlier link of the person is overwritten.
    private mutating func koppel(_ zaak: Persoonszaak) -> Uitkomst {
        let id = Self.id(zaak.aanvraag)
        guard let bekend = personen[id] else { return .nietGevonden }
        guard bekend.gemeentecode == zaak.gemeentecode else { return .geweigerd([Self.andereGemeente]) }
        koppelingen[zaak.persoon.volgnummer] = id
        return .geregistreerd
    }

    private mutating func ontkoppel(_ zaak: Persoonszaak) -> Uitkomst {
        let id = Self.id(zaak.aanvraag)
        guard koppelingen[zaak.persoon.volgnummer] == id, let bekend = personen[id] else { return .nietGevonden }
        guard bekend.gemeentecode == zaak.gemeentecode else { return .geweigerd([Self.andereGemeente]) }
        koppelingen[zaak.persoon.volgnummer] = nil
        return .ok
    }

    /// For the control API: contactpersonen by number.
    var alles: JSONWaarde {
        .lijst(
            personen.sorted { $0.key < $1.key }.map { id, persoon in
                [
                    "id": .heel(id), "gemeentecode": .tekst(persoon.gemeentecode),
                    "contactpersoongegevens": persoon.gegevens,
                    "personen": .lijst(koppelingen.filter { $0.value == id }.keys.sorted().map { .heel($0) }),
                ]
            }
        )
    }

    private static func id(_ aanvraag: Aanvraag) -> Int { aanvraag.parameters["id"].flatMap { Int($0) } ?? 0 }
}

/// The details of a contactpersoon, held to the patterns of the specification.
enum Contactgegevens {
    static func lees(_ body: [UInt8]) throws(Ongeldig) -> JSONWaarde {
        let velden = try Veldlezer(body)
        let naam = try Veldlezer.verplicht(try velden.tekst("naam", lengte: 0...100))
        let email = try Veldlezer.verplicht(try velden.tekst("email", lengte: 4...241))
        let telefoon = try Veldlezer.verplicht(try velden.tekst("telefoonnummer", lengte: 3...22))
        // Letters, dashes, spaces, apostrophes and full stops only.
        guard naam.wholeMatch(of: /[\s'‘.\p{L}\p{Pd}]*/) != nil,
            telefoon.wholeMatch(of: /(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?/) != nil
        else { throw Ongeldig() }
        return ["naam": .tekst(naam), "email": .tekst(email), "telefoonnummer": .tekst(telefoon)]
    }
}
