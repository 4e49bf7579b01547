// SPDX-License-Identifier: EUPL-1.2

/// SDI014: the PIP. The first one that is accepted starts the inburgeringstermijn.
enum PIPAPI {
    private static let versie = "1.2.0"

    static let routes: [Route] = [
        .lees("/personen/{bsn}/PIP", versie: versie, veld: "pip"),
        Route(
            "POST",
            "/personen/{bsn}/PIP",
            versie: versie,
            metFouttekst: true,
            .persoon { zaak throws(Ongeldig) in try registreer(&zaak) }
        ),
        Route(
            "DELETE",
            "/personen/{bsn}/PIP",
            versie: versie,
            metFouttekst: true,
            .persoon { zaak throws(Ongeldig) in verwijder(&zaak) }
        ),
    ]

    private static func registreer(_ zaak: inout Persoonszaak) throws(Ongeldig) -> Uitkomst {
        var pip = try PIP(zaak.aanvraag.body)
        let bezwaren = PIPRegels.bezwaren(pip, zaak)
        guard bezwaren.isEmpty else { return .geweigerd(bezwaren) }
        if pip.niveau == nil, pip.leerroute != "Z" { pip.niveau = DUOGedrag.niveauBijBOfO }
        if let vorige = zaak.persoon["pip"] { zaak.persoon.voegToe(vorige, aan: "pipHistorie") }
        zaak.persoon["pip"] = ["gemeentecode": .tekst(zaak.gemeentecode), "pip": pip.json]
        if zaak.persoon.ruw("inburgeringstermijn") == nil {
            // A later PIP never moves the start (Wi2021 art. 11 lid 3), also when the term was not set before it.
            let eerste = zaak.persoon.pipHistorie.first?["pip"]?["dagtekeningPip"]?.alsDag
            Inburgeringstermijn.stelVast(&zaak, dagtekening: eerste ?? pip.dagtekening)
        }
        return .geregistreerd
    }

    private static func verwijder(_ zaak: inout Persoonszaak) -> Uitkomst {
        guard zaak.persoon.ruw("pip") != nil else { return .nietGevonden }
        let bezwaren = PIPRegels.bezwarenTegenVerwijderen(zaak)
        guard bezwaren.isEmpty else { return .geweigerd(bezwaren) }
        var historie = zaak.persoon.pipHistorie
        zaak.persoon["pip"] = historie.popLast()
        zaak.persoon["pipHistorie"] = .lijst(historie)
        return .ok
    }
}

/// A PIP as a gemeente sends it, held to the specification.
struct PIP: Sendable {
    let dagtekening: Dag
    let leerroute: String
    var niveau: String?
    let intensiteitB1: Int?
    let magOpleidingAfmaken: Bool?
    let alfabetisering: String?

    init(_ body: [UInt8]) throws(Ongeldig) {
        let velden = try Veldlezer(body)
        dagtekening = try Veldlezer.verplicht(try velden.dag("dagtekeningPip"))
        leerroute = try Veldlezer.verplicht(try velden.keuze("leerroute", uit: ["B", "O", "Z"]))
        niveau = try velden.keuze("niveau", uit: ["A2", "B1"])
        intensiteitB1 = try velden.heel("geschatteIntensiteitB1Route", in: 1...9999)
        magOpleidingAfmaken = try velden.bool("indicatorMagOpleidingAfmaken")
        alfabetisering = try velden.keuze("indicatorAlfabetiseringsonderwijs", uit: ["A", "AA", "NVT"])
    }

    /// The wire shape.
    var json: JSONWaarde {
        var velden: [String: JSONWaarde] = ["dagtekeningPip": .tekst("\(dagtekening)"), "leerroute": .tekst(leerroute)]
        velden["niveau"] = niveau.map { .tekst($0) }
        velden["geschatteIntensiteitB1Route"] = intensiteitB1.map { .heel($0) }
        velden["indicatorMagOpleidingAfmaken"] = magOpleidingAfmaken.map { .bool($0) }
        velden["indicatorAlfabetiseringsonderwijs"] = alfabetisering.map { .tekst($0) }
        return .object(velden)
    }
}
