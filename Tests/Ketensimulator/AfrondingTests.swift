// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Wanneer DUO het einde van MAP en PVT aanneemt")
struct AfrondingTests {
    private static func datum(_ veld: String, _ dag: String?, _ verwijtbaar: String? = nil) -> JSONWaarde {
        var velden: [String: JSONWaarde] = [:]
        velden[veld] = dag.map { .tekst($0) }
        velden["verwijtbaar"] = verwijtbaar.map { .tekst($0) }
        return .object(velden)
    }

    private static func regels(_ pad: String, _ veld: String, _ gemeenteveld: String) -> [Regelproef] {
        let naam = String(pad.dropFirst())
        func regel(
            _ omschrijving: String,
            _ fouttekst: String,
            nee: Regelproef.Geval,
            ja: Regelproef.Geval
        ) -> Regelproef {
            Regelproef(
                "\(naam): \(omschrijving)",
                "PUT",
                pad,
                fouttekst: fouttekst,
                geweigerd: nee,
                aanvaard: ja
            )
        }
        func geval(
            _ dag: String?,
            _ verwijtbaar: String? = nil,
            vandaag: String = Proefwereld.vandaag,
            bij velden: [String: JSONWaarde] = [:],
            leerroute: String = "Z",
            bron: String = Proefwereld.amsterdam
        ) -> Regelproef.Geval {
            .init(
                persoon: Proefwereld.metPIP(velden, leerroute: leerroute),
                body: datum(veld, dag, verwijtbaar),
                vandaag: vandaag,
                bron: bron
            )
        }
        let zroute: [String: JSONWaarde] = ["zroute": ["datumAfrondingZroute": "2024-05-10"]]
        let geleverd: JSONWaarde = .object([veld: "2024-04-01"])
        let voldaan: JSONWaarde = [
            "indicatorInburgeringsplicht": false, "begindatum": "2024-01-10",
            "redenGeenInburgeringsplicht": "Inburgeringsplicht voldaan",
        ]
        return [
            regel(
                "alleen wie de datum eerder leverde wijzigt hem",
                "andere gemeente geleverd",
                nee: geval("2024-05-01", bij: [naam: geleverd, gemeenteveld: "0014"]),
                ja: geval("2024-05-01", bij: [naam: geleverd, gemeenteveld: "0363"])
            ),
            regel(
                "alleen de gemeente van het actuele PIP",
                "geen actueel PIP",
                nee: geval("2024-05-01", bij: ["gemeentecode": "0014"], bron: Proefwereld.groningen),
                ja: geval("2024-05-01", bij: ["gemeentecode": "0014"])
            ),
            regel(
                "niet als al voldaan is via de Z-route",
                "al voldaan via de Z-route",
                nee: geval("2024-05-01", bij: ["inburgeringsplicht": voldaan]),
                ja: geval("2024-05-01", bij: ["inburgeringsplicht": voldaan], leerroute: "B")
            ),
            regel(
                "niet voor het begin van de termijn",
                "voor het begin van de inburgeringstermijn",
                nee: geval("2024-03-15"),
                ja: geval("2024-03-16")
            ),
            regel(
                "niet na de afronding van de Z-route",
                "na de afronding van de Z-route",
                nee: geval("2024-05-11", bij: zroute),
                ja: geval("2024-05-10", bij: zroute)
            ),
            regel("niet in de toekomst", "in de toekomst", nee: geval("2024-06-02"), ja: geval("2024-06-01")),
            regel(
                "niet leeg als de Z-route is afgerond",
                "kan niet leeg zijn",
                nee: geval(nil, bij: zroute),
                ja: geval(nil)
            ),
            regel(
                "verwijtbaar ontbreekt na overschrijding",
                "Verwijtbaar ontbreekt",
                nee: geval("2027-03-16", vandaag: "2027-03-20"),
                ja: geval("2027-03-15", vandaag: "2027-03-20")
            ),
            regel(
                "verwijtbaar ontbreekt, zonder datum, na overschrijding",
                "Verwijtbaar ontbreekt",
                nee: geval(nil, vandaag: "2027-03-16"),
                ja: geval(nil, vandaag: "2027-03-15")
            ),
            regel(
                "verwijtbaar kan niet bij een datum voor het einde",
                "ligt voor het einde",
                nee: geval("2027-03-15", "Nee", vandaag: "2027-03-20"),
                ja: geval("2027-03-16", "Nee", vandaag: "2027-03-20")
            ),
            regel(
                "Nee pas twee maanden voor het einde",
                "kan pas vanaf 2027-01-16",
                nee: geval(nil, "Nee", vandaag: "2027-01-15"),
                ja: geval(nil, "Nee", vandaag: "2027-01-16")
            ),
            regel(
                "Nee ook na overschrijding (juni 2026)",
                "kan pas vanaf",
                nee: geval(nil, "Nee", vandaag: "2026-03-16"),
                ja: geval(nil, "Nee", vandaag: "2028-03-20")
            ),
            regel(
                "Ja alleen na overschrijding",
                "alleen als de inburgeringstermijn is overschreden",
                nee: geval(nil, "Ja", vandaag: "2027-03-15"),
                ja: geval(nil, "Ja", vandaag: "2027-03-16")
            ),
        ]
    }

    static let alle =
        regels("/map", "datumEindgesprekMap", "mapGemeente") + regels("/pvt", "datumOndertekeningPvt", "pvtGemeente")

    @Test("Een regel weigert en laat door", arguments: alle)
    func regel(proef: Regelproef) async throws { try await proef.voerUit() }

    @Test(
        "Een PUT vervangt alles; wat wegblijft is ingetrokken",
        arguments: [("/map", "datumEindgesprekMap"), ("/pvt", "datumOndertekeningPvt")]
    )
    func vervangt(pad: String, veld: String) async throws {
        try await Proefwereld.met([Proefwereld.metPIP()]) { duo async throws in
            let volledig = "/personen/\(Proefwereld.bsn)\(pad)"
            #expect(try await duo.vraag("PUT", volledig, Self.datum(veld, "2024-05-01")).status == 200)
            #expect(try await duo.vraag("GET", volledig).json == .object([veld: "2024-05-01"]))
            #expect(try await duo.vraag("PUT", volledig, [:]).status == 200)
            #expect(try await duo.vraag("GET", volledig).status == 404)
            #expect(try await duo.vraag("PUT", volledig, ["verwijtbaar": "Misschien"]).status == 400)
        }
    }

    @Test("Verwijtbaar wordt bewaard maar is niet terug te lezen")
    func verwijtbaarBlijftBinnen() async throws {
        try await Proefwereld.met([Proefwereld.metPIP()], vandaag: "2027-03-20") { duo async throws in
            let pad = "/personen/\(Proefwereld.bsn)/pvt"
            #expect(
                try await duo.vraag("PUT", pad, Self.datum("datumOndertekeningPvt", "2027-03-18", "Ja")).status == 200
            )
            #expect(try await duo.vraag("GET", pad).json == ["datumOndertekeningPvt": "2027-03-18"])
            let staat = try await duo.beheer("GET", "/personen/1").json?["persoon"]
            #expect(staat?["pvt"]?["verwijtbaar"] == "Ja")
            #expect(staat?["pvtGemeente"] == "0363")
        }
    }
}

@Suite("Wanneer DUO de afronding van de Z-route aanneemt")
struct ZrouteTests {
    private static func regel(
        _ omschrijving: String,
        _ fouttekst: String,
        nee: (String, JSONWaarde),
        ja: (String, JSONWaarde),
        bronNee: String = Proefwereld.amsterdam
    ) -> Regelproef {
        Regelproef(
            omschrijving,
            "PUT",
            "/zroute",
            fouttekst: fouttekst,
            geweigerd: .init(persoon: nee.1, body: ["datumAfrondingZroute": .tekst(nee.0)], bron: bronNee),
            aanvaard: .init(persoon: ja.1, body: ["datumAfrondingZroute": .tekst(ja.0)])
        )
    }

    private static let zroute = Proefwereld.metPIP(leerroute: "Z")

    static let regels: [Regelproef] = [
        regel(
            "Alleen de gemeente van het actuele PIP",
            "geen actueel PIP",
            nee: ("2024-05-01", Proefwereld.metPIP(["gemeentecode": "0014"], leerroute: "Z")),
            ja: ("2024-05-01", zroute),
            bronNee: Proefwereld.groningen
        ),
        regel(
            "Alleen bij de Z-route",
            "niet de Z-route",
            nee: ("2024-05-01", Proefwereld.metPIP()),
            ja: ("2024-05-01", zroute)
        ),
        regel(
            "Niet voor het begin van de termijn",
            "voor het begin",
            nee: ("2024-03-15", zroute),
            ja: ("2024-03-16", zroute)
        ),
        regel("Niet in de toekomst", "in de toekomst", nee: ("2024-06-02", zroute), ja: ("2024-06-01", zroute)),
        regel(
            "Niet voor de datum PVT",
            "voor de datum PVT",
            nee: ("2024-04-30", Proefwereld.metPIP(["pvt": ["datumOndertekeningPvt": "2024-05-01"]], leerroute: "Z")),
            ja: ("2024-05-01", Proefwereld.metPIP(["pvt": ["datumOndertekeningPvt": "2024-05-01"]], leerroute: "Z"))
        ),
    ]

    @Test("Een regel weigert en laat door", arguments: regels)
    func regel(proef: Regelproef) async throws { try await proef.voerUit() }

    @Test("De afronding wordt ingetrokken door hem weg te laten")
    func intrekken() async throws {
        try await Proefwereld.met([Self.zroute]) { duo async throws in
            let pad = "/personen/\(Proefwereld.bsn)/zroute"
            #expect(try await duo.vraag("PUT", pad, ["datumAfrondingZroute": "2024-05-01"]).status == 200)
            let voor = try await duo.beheer("GET", "/personen/1").json?["persoon"]?["zroute"]
            #expect(voor == ["datumAfrondingZroute": "2024-05-01"])
            #expect(try await duo.vraag("PUT", pad, [:]).status == 200)
            #expect(try await duo.beheer("GET", "/personen/1").json?["persoon"]?["zroute"] == nil)
            #expect(try await duo.vraag("GET", pad).status == 405)
        }
    }
}
