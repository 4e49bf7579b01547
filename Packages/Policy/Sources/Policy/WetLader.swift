// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
import Yams

/// Reads the parameters of the law from a folder of YAML files (`config/wet`).
public enum WetLader {
    /// The law of a folder: every `*.yaml` in it, and of `voorstellen/` only what is named.
    ///
    /// - Parameters:
    ///   - map: the folder.
    ///   - voorstellen: names (without `.yaml`) of proposals to apply: from the first day of a proposed value it takes
    ///     the place of what the law says.
    /// - Throws: `wet-ongeldig` that names file and line.
    public static func laad(map: URL, voorstellen: [String] = []) throws(RegieFout) -> Wetboek {
        var parameters: [Wetparameter] = []
        for url in try bestanden(in: map) { parameters += try lees(url, in: map) }
        for naam in voorstellen {
            let url = map.appendingPathComponent("voorstellen").appendingPathComponent("\(naam).yaml")
            guard FileManager.default.fileExists(atPath: url.path) else { throw onbekend(naam, in: map) }
            parameters = vervang(parameters, door: try lees(url, in: map))
        }
        return try Wetboek(parameters)
    }

    private static func onbekend(_ voorstel: String, in map: URL) -> RegieFout {
        let plek = map.appendingPathComponent("voorstellen")
        let namen = ((try? FileManager.default.contentsOfDirectory(atPath: plek.path)) ?? [])
            .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
        return RegieFout(
            .wetOngeldig,
            "Het wetsvoorstel '\(voorstel.prefix(40))' is er niet.",
            watTeDoen: namen.isEmpty ? "Er zijn geen voorstellen." : "Kies uit \(namen.joined(separator: ", ")).",
            waar: plek.path
        )
    }

    private static func bestanden(in map: URL) throws(RegieFout) -> [URL] {
        let namen: [String]
        do {
            namen = try FileManager.default.contentsOfDirectory(atPath: map.path)
        } catch {
            throw RegieFout(
                .wetOngeldig,
                "De map met de parameters van de wet is niet te lezen.",
                watTeDoen: "Controleer pad en rechten.",
                waar: map.path
            )
        }
        let yaml = namen.filter { $0.hasSuffix(".yaml") }.sorted()
        guard !yaml.isEmpty else {
            throw RegieFout(.wetOngeldig, "De map met de parameters van de wet is leeg.", waar: map.path)
        }
        return yaml.map { map.appendingPathComponent($0) }
    }

    private static func lees(_ url: URL, in map: URL) throws(RegieFout) -> [Wetparameter] {
        let naam = url.path.hasPrefix(map.path) ? map.lastPathComponent + url.path.dropFirst(map.path.count) : url.path
        let bestand = try YAMLBestand(url, naam: naam, code: .wetOngeldig)
        guard let wortel = bestand.wortel else { return [] }
        guard case .sequence(let lijst) = wortel else {
            throw bestand.fout("Hier hoort een lijst van parameters te staan.", wortel)
        }
        var parameters: [Wetparameter] = []
        for knoop in lijst { parameters.append(try parameter(knoop, bestand)) }
        return parameters
    }

    private static func parameter(_ knoop: Node, _ bestand: YAMLBestand) throws(RegieFout) -> Wetparameter {
        let leden = try bestand.leden(knoop, bekend: ["sleutel", "waarde", "vanaf", "tot", "grondslag"])
        let naam = try bestand.tekst(leden["sleutel"], veld: "sleutel", in: knoop)
        guard let sleutel = Wetsleutel(naam: naam) else {
            let raad = Suggestie.dichtstbij(naam, in: Wetsleutel.allCases.map(\.naam)).map { "Bedoelde u '\($0)'?" }
            throw bestand.fout(
                "De sleutel '\(naam.prefix(60))' is niet bekend.",
                leden["sleutel"] ?? knoop,
                watTeDoen: raad ?? "Haal de parameter weg."
            )
        }
        let tekst = try bestand.tekst(leden["waarde"], veld: "waarde", in: knoop)
        guard let waarde = Wetparameter.Waarde(tekst, soort: sleutel.soort) else {
            throw bestand.fout(
                "De waarde van '\(naam)' is geen \(sleutel.soort.rawValue).",
                leden["waarde"] ?? knoop,
                watTeDoen: "Schrijf bijvoorbeeld \(sleutel.soort.voorbeeld)."
            )
        }
        let vanaf = try bestand.datum(leden["vanaf"], veld: "vanaf", verplichtIn: knoop)
        return Wetparameter(
            sleutel: naam,
            waarde: waarde,
            vanaf: vanaf ?? Datum(dagnummer: 0),
            tot: try bestand.datum(leden["tot"], veld: "tot", verplichtIn: nil),
            grondslag: try bestand.tekst(leden["grondslag"], veld: "grondslag", in: knoop),
            plaats: bestand.plaats(knoop)
        )
    }

    /// A proposed value ends what held on its first day, and takes the place of what would have begun later.
    private static func vervang(_ wet: [Wetparameter], door voorstel: [Wetparameter]) -> [Wetparameter] {
        var uit: [Wetparameter] = []
        for parameter in wet {
            let nieuw = voorstel.filter { $0.sleutel == parameter.sleutel }.map(\.vanaf).min()
            guard let nieuw, parameter.tot.map({ nieuw <= $0 }) ?? true else {
                uit.append(parameter)
                continue
            }
            guard parameter.vanaf < nieuw else { continue }
            uit.append(
                Wetparameter(
                    sleutel: parameter.sleutel,
                    waarde: parameter.waarde,
                    vanaf: parameter.vanaf,
                    tot: nieuw.vorige,
                    grondslag: parameter.grondslag,
                    plaats: parameter.plaats
                )
            )
        }
        return uit + voorstel
    }
}

extension Wetparameter.Waarde {
    /// A value as YAML writes it, read as the kind that its key asks for; nil when it is not of that kind.
    init?(_ tekst: String, soort: Wetsleutel.Soort) {
        switch soort {
        case .duur:
            guard let duur = Duur(tekst) else { return nil }
            self = .duur(duur)
        case .getal:
            guard let getal = Int(tekst), getal >= 0 else { return nil }
            self = .getal(getal)
        case .bedrag:
            guard let bedrag = Bedrag(tekst) else { return nil }
            self = .bedrag(bedrag)
        case .waarheid:
            guard let waarheid = Bool(tekst) else { return nil }
            self = .waarheid(waarheid)
        case .tekst: self = .tekst(tekst)
        }
    }
}

extension Wetsleutel.Soort {
    fileprivate var voorbeeld: String {
        switch self {
        case .duur: "P10W"
        case .getal: "12"
        case .bedrag: "250 of 694.23"
        case .waarheid: "true"
        case .tekst: "een tekst tussen aanhalingstekens"
        }
    }
}
