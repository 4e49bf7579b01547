// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Foundation
import Inburgering
import Testing

@testable import ExchangeDUO

/// Whether our lists of fields, values and paths are those of DUO's specification, when it lies beside the project.
@Suite(.enabled(if: Specificatie.map != nil, "DUO's specificatie ligt niet naast het project: niet vergeleken"))
struct `De specificatie van DUO` {
    @Test(
        arguments: [
            ("Inburgeringsplicht", "Doelgroep", DoelgroepAntwoord.velden),
            ("Inburgeringsplicht", "Doelgroephistorie", DoelgroepAntwoord.veldenHistorie),
            ("Inburgeringsplicht", "Inburgeringsplicht", PlichtAntwoord.velden),
            ("Inburgeringsplicht", "Inburgeringsplichthistorie", PlichtAntwoord.veldenHistorie),
            ("Inburgeringstermijn", "Inburgeringstermijn", TermijnAntwoord.velden),
            ("Inburgeringstermijn", "Inburgeringstermijnhistorie", TermijnAntwoord.veldenHistorie),
            ("Inburgeringstermijn", "Verlengingsgrond", Verlengingsgrond.velden),
            ("Leerbaarheidstoets", "Resultaat", LeerbaarheidstoetsAntwoord.velden),
            ("Leerbaarheidstoets", "Examennummer", ExamennummerAntwoord.velden),
            ("Vrijstelling", "Vrijstelling", VrijstellingAntwoord.velden),
            ("Vrijstelling", "GeheleVrijstelling", VrijstellingAntwoord.veldenGeheel),
            ("Vrijstelling", "TijdelijkeVrijstelling", VrijstellingAntwoord.veldenTijdelijk),
            ("Vrijstelling", "GedeeltelijkeVrijstelling", VrijstellingAntwoord.veldenGedeeltelijk),
            ("Ontheffing", "Ontheffing", OntheffingAntwoord.velden),
            ("Ontheffing", "GeheleOntheffing", OntheffingAntwoord.veldenGeheel),
            ("Ontheffing", "GedeeltelijkeOntheffing", OntheffingAntwoord.veldenGedeeltelijk),
            ("Examen", "Examenresultaat", ExamenAntwoord.velden),
            ("Examen", "GratisPogingTegoed", GratisPogingen.velden),
            ("PIP", "Gemeente", PIPAntwoord.velden), ("PIP", "PIP", PIPAntwoord.veldenPIP),
            ("Inburgeringsaanbod", "Instelling", Instelling.velden),
            (
                "Inburgeringsaanbod", "Inburgeringsaanbod",
                [
                    "datumInburgeringsaanbod", "verwachteStartdatumOpleiding", "verwachteEinddatumOpleiding",
                    "indicatorAlfabetiseringsonderwijs",
                ]
            ),
            ("MAP,PVT,Zroute", "DatumMap", AfrondingAntwoord.veldenMap),
            ("MAP,PVT,Zroute", "DatumPvt", AfrondingAntwoord.veldenPvt),
            ("MAP,PVT,Zroute", "ResultaatMap", ["datumEindgesprekMap", "verwijtbaar"]),
            ("MAP,PVT,Zroute", "ResultaatPvt", ["datumOndertekeningPvt", "verwijtbaar"]),
            ("MAP,PVT,Zroute", "ResultaatZroute", ["datumAfrondingZroute"]),
            ("Contactpersoon", "Contactpersoongegevens", ["naam", "email", "telefoonnummer"]),
            ("Notificatie", "Notificatie", ["registratieDatumTijd", "bsn", "vNummer", "gebeurtenisId"]),
        ] as [(String, String, [String])]
    )
    func `heeft dezelfde velden`(api: String, schema: String, velden: [String]) throws {
        #expect(try Specificatie(api).velden(schema).sorted() == velden.sorted())
    }

    @Test func `GevolgdeUren heeft niets dat wij niet lezen; wij lezen ook wat 1.1.0 toevoegt`() throws {
        let spec = try Specificatie("GevolgdeUren")
        #expect(Set(try spec.velden("Gemeente")).isSubset(of: Set(UrenAntwoord.velden)))
        for schema in ["ParticipatieAlsTaalles", "ParticipatieactiviteitenBredeIntake", "TaallesEnKnmBredeIntake"] {
            #expect(try spec.velden(schema) == ["uren"])
        }
    }

    @Test(
        arguments: [
            ("Inburgeringsplicht", "Doelgroepindeling", Doelgroep.allCases.map(\.rawValue)),
            ("Inburgeringsplicht", "GedetailleerdeDoelgroep", GedetailleerdeDoelgroep.allCases.map(\.rawValue)),
            (
                "Inburgeringsplicht", "AsielrechtenWijzigingVerblijfsdoel",
                AsielrechtenWijziging.allCases.map(\.rawValue)
            ),
            ("Inburgeringsplicht", "RedenGeenInburgeringsplicht", RedenGeenInburgeringsplicht.allCases.map(\.rawValue)),
            ("Leerbaarheidstoets", "LeerbaarheidstoetsResultaat", LeerbaarheidsResultaat.allCases.map(\.rawValue)),
            ("Vrijstelling", "AanvraagOordeel", AanvraagOordeel.allCases.map(\.rawValue)),
            ("Vrijstelling", "RedenVrijstellingInburgeringsplicht", RedenVrijstelling.allCases.map(\.rawValue)),
            ("Vrijstelling", "ExamenonderdeelNederlands", VrijstellingAntwoord.onderdelen.map(\.rawValue)),
            ("Vrijstelling", "ExamenniveauGedeeltelijkeVrijstelling", VrijstellingAntwoord.niveaus.map(\.rawValue)),
            ("Ontheffing", "AanvraagOordeel", AanvraagOordeel.allCases.map(\.rawValue)),
            ("Ontheffing", "OntheffingsgrondInburgering", OntheffingsGrond.allCases.map(\.rawValue)),
            ("Ontheffing", "ExamenonderdeelOntheffingInburgering", Examenonderdeel.allCases.map(\.rawValue)),
            ("Examen", "ExamenonderdeelWI2021Inburgering", Examenonderdeel.allCases.map(\.rawValue)),
            ("Examen", "ExamenniveauWI2021", Examenniveau.allCases.map(\.rawValue)),
            ("Examen", "ExamenresultaatWI2021", ExamenResultaat.allCases.map(\.rawValue)),
            ("Examen", "RedenGeenResultaatInburgeringsexamen", RedenGeenResultaat.allCases.map(\.rawValue)),
            ("PIP", "Leerroute", Leerroute.allCases.map(\.rawValue)),
            ("PIP", "NiveauPip", NiveauPip.allCases.map(\.rawValue)),
            ("PIP", "Alfabetiseringsonderwijs", Alfabetiseringsonderwijs.allCases.map(\.rawValue)),
            ("Inburgeringsaanbod", "Alfabetiseringsonderwijs", Alfabetiseringsonderwijs.allCases.map(\.rawValue)),
            ("MAP,PVT,Zroute", "InburgeringJaNeeType", JaNee.allCases.map(\.rawValue)),
        ] as [(String, String, [String])]
    )
    func `heeft dezelfde waarden`(api: String, schema: String, waarden: [String]) throws {
        #expect(try Specificatie(api).waarden(schema).sorted() == waarden.sorted())
    }

    @Test func `heeft elk pad dat wij vragen of sturen, behalve die er na juni 2026 bijkwamen`() throws {
        var paden: Set<String> = []
        for api in Specificatie.apis { paden.formUnion(try Specificatie(api).paden()) }
        let nieuwer: Set<String> = [
            "GET /personen/{bsn}/boetes", "GET /personen/{bsn}/verlengingen", "GET /personen/{bsn}/gebeurtenissen",
            "PUT /personen/{bsn}/uren/instellingen/{instellingsnummer}/taallesknm",
        ]
        let onze = Set(
            Raadpleging.allCases.map { "GET \($0.sjabloon)" }
                + Berichtsoort.allCases.map { "\($0.methode.rawValue) \($0.sjabloon)" }
                + ["GET /instellingen", "GET /verlengingsgronden", "POST /notificaties"]
        )
        #expect(onze.subtracting(nieuwer).subtracting(paden) == [])
        #expect(paden.subtracting(onze) == [])
        #expect(paden.count > 30)
    }

    @Test func `heeft de versie van de Notificatie API die wij noemen`() throws {
        #expect(try Specificatie("Notificatie").tekst.contains("version: \(NotificatieAPI.versie)\n"))
    }
}

/// One openapi.yml, read just far enough: DUO writes them with two spaces an indent.
struct Specificatie {
    static let map: URL? = {
        var map = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        map = map.deletingLastPathComponent().appendingPathComponent("shared/specs/duo-m2m/API")
        return FileManager.default.fileExists(atPath: map.path) ? map : nil
    }()
    static var apis: [String] {
        map.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path) }?.sorted() ?? []
    }

    let tekst: String
    private let regels: [Substring]

    init(_ api: String) throws {
        let pad = try #require(Self.map).appendingPathComponent("\(api)/openapi.yml")
        tekst = try String(contentsOf: pad, encoding: .utf8)
        regels = tekst.split(separator: "\n", omittingEmptySubsequences: false)
    }

    func velden(_ schema: String) throws -> [String] {
        let blok = try blok(schema)
        let begin = try #require(blok.firstIndex { $0 == "      properties:" })
        return blok[(begin + 1)...].prefix { $0.hasPrefix("        ") }
            .filter { $0.hasPrefix("        ") && !$0.hasPrefix("         ") && $0.contains(":") }
            .map { String($0.trimmingCharacters(in: .whitespaces).prefix { $0 != ":" }) }
    }

    func waarden(_ schema: String) throws -> [String] {
        let blok = try blok(schema)
        let begin = try #require(blok.firstIndex { $0 == "      enum:" })
        var uit: [String] = []
        for regel in blok[(begin + 1)...] {
            // A long value goes on over the next line, deeper.
            if regel.hasPrefix("      - ") {
                uit.append(regel.dropFirst(8).trimmingCharacters(in: CharacterSet(charactersIn: "\"' ")))
            } else if regel.hasPrefix("        "), let laatste = uit.popLast() {
                uit.append("\(laatste) \(regel.trimmingCharacters(in: .whitespaces))")
            } else {
                break
            }
        }
        return uit
    }

    func paden() throws -> Set<String> {
        var uit: Set<String> = []
        var pad = ""
        for regel in regels.drop(while: { $0 != "paths:" }).prefix(while: { $0 != "components:" }) {
            if regel.hasPrefix("  /") { pad = regel.trimmingCharacters(in: CharacterSet(charactersIn: " :")) }
            for methode in ["get", "post", "put", "delete"] where regel == "    \(methode):" {
                uit.insert("\(methode.uppercased()) \(pad)")
            }
        }
        return uit
    }

    private func blok(_ schema: String) throws -> [Substring] {
        let begin = try #require(regels.firstIndex { $0 == "    \(schema):" }, "schema \(schema)")
        return Array(regels[(begin + 1)...].prefix { $0.hasPrefix("      ") || $0.isEmpty })
    }
}
