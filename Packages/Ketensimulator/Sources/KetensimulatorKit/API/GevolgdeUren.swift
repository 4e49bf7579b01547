// SPDX-License-Identifier: EUPL-1.2

/// SDI016 and SDI019, version 1.1.0: hours followed, per kind and per school, as totals.
enum GevolgdeUren {
    private static let versie = "1.1.0"
    private static let uren = 0...9999

    static let routes: [Route] = [
        .leesLijst("/personen/{bsn}/uren", versie: versie, veld: "uren"),
        totaal("bredeintake/taallesknm", soort: "TaallesEnKnmBredeIntake"),
        totaal("participatieactiviteiten", soort: "ParticipatieactiviteitenBredeIntake"),
        totaal("participatietaalles", soort: "ParticipatieAlsTaalles"),
        Route(
            "PUT",
            "/personen/{bsn}/uren/instellingen/{instellingsnummer}/taallesknm",
            versie: versie,
            metFouttekst: true,
            .persoon { zaak throws(Ongeldig) in try vervangBijInstelling(&zaak) }
        ),
    ]

    /// A total without a date of its own: known until today.
    private static func totaal(_ pad: String, soort: String) -> Route {
        Route(
            "PUT",
            "/personen/{bsn}/uren/\(pad)",
            versie: versie,
            .persoon { zaak throws(Ongeldig) in
                let aantal = try Veldlezer.verplicht(try Veldlezer(zaak.aanvraag.body).heel("uren", in: uren))
                vervang(&zaak, soort: soort, bekendTot: zaak.vandaag, waarde: ["uren": .heel(aantal)])
                return .ok
            }
        )
    }

    private static func vervangBijInstelling(_ zaak: inout Persoonszaak) throws(Ongeldig) -> Uitkomst {
        let velden = try Veldlezer(zaak.aanvraag.body)
        let bekendTot = try Veldlezer.verplicht(try velden.dag("bekendTot"))
        let nummer = zaak.aanvraag.parameters["instellingsnummer"] ?? ""
        var waarde: [String: JSONWaarde] = ["instellingsnummer": .tekst(nummer)]
        for veld in ["uren", "urenGeoorloofdVerzuim", "urenOngeoorloofdVerzuim"] {
            waarde[veld] = try velden.heel(veld, in: uren).map { .heel($0) }
        }
        let bezwaren = UrenRegels.bezwaren(bekendTot: bekendTot, instellingsnummer: nummer, zaak)
        guard bezwaren.isEmpty else { return .geweigerd(bezwaren) }
        vervang(&zaak, soort: bijInstelling, bekendTot: bekendTot, waarde: .object(waarde))
        return .ok
    }

    /// The member for hours at a school; a row holds one school.
    static let bijInstelling = "TaallesEnKnmInstelling"

    /// Whether a row of this gemeente holds this kind (at this school).
    static func bevat(_ rij: JSONWaarde, gemeentecode: String, soort: String, instelling: String?) -> Bool {
        guard rij["gemeentecode"]?.alsTekst == gemeentecode, let waarde = rij[soort] else { return false }
        return soort != bijInstelling || waarde["instellingsnummer"]?.alsTekst == instelling
    }

    /// Puts a total in the place of the former one of the same kind, gemeente and school.
    ///
    /// The wire shape groups totals in rows of one gemeente and one bekendTot.
    private static func vervang(_ zaak: inout Persoonszaak, soort: String, bekendTot: Dag, waarde: JSONWaarde) {
        let gemeentecode = zaak.gemeentecode
        let instelling = waarde["instellingsnummer"]?.alsTekst
        var rijen: [[String: JSONWaarde]] = (zaak.persoon["uren"]?.alsLijst ?? []).compactMap { rij in
            guard var velden = rij.alsObject else { return nil }
            if bevat(rij, gemeentecode: gemeentecode, soort: soort, instelling: instelling) { velden[soort] = nil }
            return velden.keys.contains { $0 != "gemeentecode" && $0 != "bekendTot" } ? velden : nil
        }
        let passend = rijen.firstIndex { rij in
            rij["gemeentecode"] == .tekst(gemeentecode) && rij["bekendTot"] == .tekst("\(bekendTot)")
                && rij[soort] == nil
        }
        if let passend {
            rijen[passend][soort] = waarde
        } else {
            rijen.append(["gemeentecode": .tekst(gemeentecode), "bekendTot": .tekst("\(bekendTot)"), soort: waarde])
        }
        zaak.persoon["uren"] = .lijst(rijen.map { .object($0) })
    }
}
