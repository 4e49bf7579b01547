// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Wanneer DUO een inburgeringsaanbod aanneemt")
struct AanbodTests {
    private static func pad(_ school: String) -> String { "/Inburgeringsaanbod/\(school)" }

    private static func aanbod(_ velden: [String: JSONWaarde] = [:]) -> JSONWaarde {
        .object(["indicatorAlfabetiseringsonderwijs": "NVT"].merging(velden) { _, nieuw in nieuw })
    }

    private static func data(_ datum: String?, _ start: String?, _ einde: String?) -> JSONWaarde {
        var velden: [String: JSONWaarde] = [:]
        velden["datumInburgeringsaanbod"] = datum.map { .tekst($0) }
        velden["verwachteStartdatumOpleiding"] = start.map { .tekst($0) }
        velden["verwachteEinddatumOpleiding"] = einde.map { .tekst($0) }
        return aanbod(velden)
    }

    private static func dataregel(_ omschrijving: String, _ fouttekst: String, nee: JSONWaarde, ja: JSONWaarde)
        -> Regelproef
    {
        Regelproef(
            omschrijving,
            "POST",
            pad(Proefwereld.bow),
            fouttekst: fouttekst,
            geweigerd: .init(persoon: Proefwereld.metPIP(), body: nee),
            aanvaard: .init(persoon: Proefwereld.metPIP(), body: ja)
        )
    }

    static let regels: [Regelproef] = [
        Regelproef(
            "Alleen voor een asielstatushouder",
            "POST",
            pad(Proefwereld.bow),
            fouttekst: "asielstatushouder",
            geweigerd: .init(persoon: Proefwereld.metPIP(Proefwereld.gezinsmigrant), body: aanbod()),
            aanvaard: .init(persoon: Proefwereld.metPIP(), body: aanbod())
        ),
        Regelproef(
            "Alleen wie een PIP heeft",
            "POST",
            pad(Proefwereld.bow),
            fouttekst: "nog geen PIP",
            geweigerd: .init(persoon: Proefwereld.persoon(), body: aanbod()),
            aanvaard: .init(persoon: Proefwereld.metPIP(), body: aanbod())
        ),
        Regelproef(
            "Een taalschakelinstelling alleen bij de onderwijsroute",
            "POST",
            pad(Proefwereld.tst),
            fouttekst: "keurmerk",
            geweigerd: .init(persoon: Proefwereld.metPIP(), body: aanbod()),
            aanvaard: .init(persoon: Proefwereld.metPIP(leerroute: "O"), body: aanbod())
        ),
        dataregel(
            "Niet voor de dagtekening van het actuele PIP",
            "voor de dagtekening",
            nee: data("2024-03-14", nil, nil),
            ja: data("2024-03-15", nil, nil)
        ),
        dataregel(
            "De opleiding begint niet voor het aanbod",
            "voor de datum van het aanbod",
            nee: data("2024-04-02", "2024-04-01", nil),
            ja: data("2024-04-01", "2024-04-01", nil)
        ),
        dataregel(
            "De opleiding eindigt na haar begin",
            "niet na de startdatum",
            nee: data(nil, "2024-04-01", "2024-04-01"),
            ja: data(nil, "2024-04-01", "2024-04-02")
        ),
        dataregel(
            "De opleiding begint binnen de termijn",
            "buiten de inburgeringstermijn",
            nee: data(nil, "2024-03-15", nil),
            ja: data(nil, "2024-03-16", nil)
        ),
        dataregel(
            "De opleiding eindigt binnen de termijn",
            "buiten de inburgeringstermijn",
            nee: data(nil, nil, "2027-03-17"),
            ja: data(nil, nil, "2027-03-16")
        ),
    ]

    @Test("Een regel weigert en laat door", arguments: regels)
    func regel(proef: Regelproef) async throws { try await proef.voerUit() }

    @Test("Een school zonder keurmerk en een onbekende school worden geweigerd, een vreemd nummer is 400")
    func scholen() async throws {
        try await Proefwereld.met([Proefwereld.metPIP(leerroute: "O")]) { duo async throws in
            for (school, status) in [
                (Proefwereld.zonderKeurmerk, 403), ("9999999999", 403), ("123", 400), (Proefwereld.bow, 201),
            ] {
                let antwoord = try await duo.vraag(
                    "POST",
                    "/personen/\(Proefwereld.bsn)\(Self.pad(school))",
                    Self.aanbod()
                )
                #expect(antwoord.status == status)
            }
        }
    }

    @Test("Een nieuw aanbod vervangt dat van dezelfde school en laat dat van een andere staan")
    func vervangen() async throws {
        try await Proefwereld.met([Proefwereld.metPIP(leerroute: "O")]) { duo async throws in
            let wortel = "/personen/\(Proefwereld.bsn)"
            for (school, dag) in [
                (Proefwereld.bow, "2024-04-01"), (Proefwereld.tst, "2024-04-02"), (Proefwereld.bow, "2024-05-03"),
            ] {
                let antwoord = try await duo.vraag("POST", wortel + Self.pad(school), Self.data(dag, nil, nil))
                #expect(antwoord.status == 201)
                #expect(antwoord.apiVersie == "1.2.0")
            }
            let aanbod = try await duo.beheer("GET", "/personen/1").json?["persoon"]?["aanbod"]
            #expect(aanbod?[Proefwereld.bow]?["datumInburgeringsaanbod"] == "2024-05-03")
            #expect(aanbod?[Proefwereld.tst]?["datumInburgeringsaanbod"] == "2024-04-02")
            #expect(try await duo.vraag("DELETE", wortel + Self.pad(Proefwereld.bow)).status == 204)
            #expect(try await duo.vraag("DELETE", wortel + Self.pad(Proefwereld.bow)).status == 404)
        }
    }

    @Test("Een aanbod zonder indicatie alfabetisering is 400")
    func verplicht() async throws {
        try await Proefwereld.met([Proefwereld.metPIP()]) { duo async throws in
            let pad = "/personen/\(Proefwereld.bsn)\(Self.pad(Proefwereld.bow))"
            #expect(try await duo.vraag("POST", pad, [:]).status == 400)
        }
    }
}
