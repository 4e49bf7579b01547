// SPDX-License-Identifier: EUPL-1.2

/// SDI016: the end of MAP, PVT and Z-route. A PUT replaces the whole resource; what is left out is withdrawn.
enum MAPPVTZroute {
    private static let versie = "1.0.0"

    static let routes: [Route] =
        Onderdeel.alle.flatMap { onderdeel in
            [
                Route(
                    "GET",
                    onderdeel.pad,
                    versie: versie,
                    .persoon { zaak throws(Ongeldig) in lees(onderdeel, zaak.persoon) }
                ),
                Route(
                    "PUT",
                    onderdeel.pad,
                    versie: versie,
                    metFouttekst: true,
                    .persoon { zaak throws(Ongeldig) in try vervang(onderdeel, &zaak) }
                ),
            ]
        } + [
            Route(
                "PUT",
                "/personen/{bsn}/zroute",
                versie: versie,
                metFouttekst: true,
                .persoon { zaak throws(Ongeldig) in try vervangZroute(&zaak) }
            )
        ]

    /// Only the date can be read back; without a date there is nothing to read.
    private static func lees(_ onderdeel: Onderdeel, _ persoon: Persoon) -> Uitkomst {
        guard let datum = persoon[onderdeel.veld]?[onderdeel.datumveld] else { return .nietGevonden }
        return .ok(JSONWaarde.object([onderdeel.datumveld: datum]).bytes())
    }

    private static func vervang(_ onderdeel: Onderdeel, _ zaak: inout Persoonszaak) throws(Ongeldig) -> Uitkomst {
        let velden = try Veldlezer(zaak.aanvraag.body)
        let datum = try velden.dag(onderdeel.datumveld)
        let verwijtbaar = try velden.keuze("verwijtbaar", uit: ["Ja", "Nee"])
        let bezwaren = AfrondingRegels.bezwaren(onderdeel, datum: datum, verwijtbaar: verwijtbaar, zaak)
        guard bezwaren.isEmpty else { return .geweigerd(bezwaren) }
        var nieuw: [String: JSONWaarde] = [:]
        nieuw[onderdeel.datumveld] = datum.map { .tekst("\($0)") }
        nieuw["verwijtbaar"] = verwijtbaar.map { .tekst($0) }
        zaak.persoon[onderdeel.veld] = nieuw.isEmpty ? nil : .object(nieuw)
        zaak.persoon[onderdeel.gemeenteveld] = nieuw.isEmpty ? nil : .tekst(zaak.gemeentecode)
        return .ok
    }

    private static func vervangZroute(_ zaak: inout Persoonszaak) throws(Ongeldig) -> Uitkomst {
        let datum = try Veldlezer(zaak.aanvraag.body).dag("datumAfrondingZroute")
        let bezwaren = AfrondingRegels.bezwarenZroute(datum: datum, zaak)
        guard bezwaren.isEmpty else { return .geweigerd(bezwaren) }
        zaak.persoon["zroute"] = datum.map { ["datumAfrondingZroute": .tekst("\($0)")] }
        return .ok
    }
}

/// MAP or PVT: the two parts that end with one date and share their rules.
struct Onderdeel: Sendable {
    let pad: String
    /// Name in the world and in foutteksten.
    let veld: String
    let naam: String
    let datumveld: String
    /// Where the world keeps which gemeente delivered the date.
    let gemeenteveld: String

    static let map = Onderdeel(
        pad: "/personen/{bsn}/map",
        veld: "map",
        naam: "MAP",
        datumveld: "datumEindgesprekMap",
        gemeenteveld: "mapGemeente"
    )
    static let pvt = Onderdeel(
        pad: "/personen/{bsn}/pvt",
        veld: "pvt",
        naam: "PVT",
        datumveld: "datumOndertekeningPvt",
        gemeenteveld: "pvtGemeente"
    )
    static let alle = [map, pvt]

    func datum(_ persoon: Persoon) -> Dag? { persoon[veld]?[datumveld]?.alsDag }

    /// The gemeente that delivered the date; a world that does not say means the gemeente of the PIP.
    func geleverdDoor(_ persoon: Persoon) -> String? {
        guard persoon.ruw(veld) != nil else { return nil }
        return persoon[gemeenteveld]?.alsTekst ?? persoon.pipGemeente
    }
}
