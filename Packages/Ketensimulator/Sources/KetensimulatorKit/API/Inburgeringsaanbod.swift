// SPDX-License-Identifier: EUPL-1.2

/// SDI014: the inburgeringsaanbod per school, and the list of schools.
enum Inburgeringsaanbod {
    private static let versie = "1.2.0"
    private static let pad = "/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}"

    static let routes: [Route] = [
        Route("GET", "/instellingen", versie: versie, .algemeen { .ok(JSONWaarde.lijst($0.kop.instellingen).bytes()) }),
        Route(
            "POST",
            pad,
            versie: versie,
            metFouttekst: true,
            .persoon { zaak throws(Ongeldig) in try registreer(&zaak) }
        ),
        Route(
            "DELETE",
            pad,
            versie: versie,
            metFouttekst: true,
            .persoon { zaak throws(Ongeldig) in trekIn(&zaak) }
        ),
    ]

    private static func registreer(_ zaak: inout Persoonszaak) throws(Ongeldig) -> Uitkomst {
        let aanbod = try Aanbod(zaak.aanvraag.body)
        let nummer = zaak.aanvraag.parameters["instellingsnummer"] ?? ""
        let bezwaren = AanbodRegels.bezwaren(aanbod, instellingsnummer: nummer, zaak)
        guard bezwaren.isEmpty else { return .geweigerd(bezwaren) }
        var alles = zaak.persoon["aanbod"]?.alsObject ?? [:]
        // The day of the first aanbod that was not withdrawn decides from when hours count at this school.
        let eerste = [eersteDag(zaak.persoon, instelling: nummer), aanbod.eersteDag].compactMap { $0 }.min()
        alles[nummer] = aanbod.json
        zaak.persoon["aanbod"] = .object(alles)
        var eersteDagen = zaak.persoon["aanbodEerste"]?.alsObject ?? [:]
        eersteDagen[nummer] = eerste.map { .tekst("\($0)") }
        zaak.persoon["aanbodEerste"] = .object(eersteDagen)
        return .geregistreerd
    }

    private static func trekIn(_ zaak: inout Persoonszaak) -> Uitkomst {
        let nummer = zaak.aanvraag.parameters["instellingsnummer"] ?? ""
        guard var alles = zaak.persoon["aanbod"]?.alsObject, alles.removeValue(forKey: nummer) != nil else {
            return .nietGevonden
        }
        zaak.persoon["aanbod"] = .object(alles)
        var eersteDagen = zaak.persoon["aanbodEerste"]?.alsObject ?? [:]
        eersteDagen[nummer] = nil
        zaak.persoon["aanbodEerste"] = .object(eersteDagen)
        return .gelukt(status: 204, ruw: nil)
    }

    /// The day of the first aanbod at a school that was not withdrawn.
    static func eersteDag(_ persoon: Persoon, instelling: String) -> Dag? {
        if let dag = persoon["aanbodEerste"]?[instelling]?.alsDag { return dag }
        let aanbod = persoon["aanbod"]?[instelling]
        return aanbod?["datumInburgeringsaanbod"]?.alsDag ?? aanbod?["verwachteStartdatumOpleiding"]?.alsDag
    }
}

/// An inburgeringsaanbod as a gemeente sends it, held to the specification.
struct Aanbod: Sendable {
    let datum: Dag?
    let start: Dag?
    /// Exclusive.
    let einde: Dag?
    let alfabetisering: String

    init(_ body: [UInt8]) throws(Ongeldig) {
        let velden = try Veldlezer(body)
        datum = try velden.dag("datumInburgeringsaanbod")
        start = try velden.dag("verwachteStartdatumOpleiding")
        einde = try velden.dag("verwachteEinddatumOpleiding")
        alfabetisering = try Veldlezer.verplicht(
            try velden.keuze("indicatorAlfabetiseringsonderwijs", uit: ["A", "AA", "NVT"])
        )
    }

    var eersteDag: Dag? { datum ?? start }

    /// The wire shape.
    var json: JSONWaarde {
        var velden: [String: JSONWaarde] = ["indicatorAlfabetiseringsonderwijs": .tekst(alfabetisering)]
        velden["datumInburgeringsaanbod"] = datum.map { .tekst("\($0)") }
        velden["verwachteStartdatumOpleiding"] = start.map { .tekst("\($0)") }
        velden["verwachteEinddatumOpleiding"] = einde.map { .tekst("\($0)") }
        return .object(velden)
    }
}
