// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
import Yams

/// Reads `gemeenten/<code>/beleid.yaml` (contract: Config).
public enum BeleidLader {
    /// The policy in a file; an empty one is no policy.
    ///
    /// - Parameters:
    ///   - bestand: the file.
    ///   - register: the plugins that may be named.
    /// - Throws: `config-ongeldig` that names file and line, and suggests the nearest name for one that is not known.
    public static func laad(
        _ bestand: URL,
        register: Pluginregister = .meegeleverd
    ) throws(RegieFout) -> Beleid {
        let map = bestand.deletingLastPathComponent().lastPathComponent
        let yaml = try YAMLBestand(bestand, naam: "\(map)/\(bestand.lastPathComponent)", code: .configOngeldig)
        guard let wortel = yaml.wortel else { return .geen }
        let leden = try yaml.leden(wortel, bekend: ["plugins"])
        guard let plugins = leden["plugins"] else { return .geen }
        guard case .sequence(let lijst) = plugins else { throw yaml.fout("'plugins' moet een lijst zijn.", plugins) }
        var regels: [Beleid.Regel] = []
        for knoop in lijst {
            let regel = try regel(knoop, yaml, register)
            try weigerDubbel(regel, regels, knoop, yaml)
            regels.append(regel)
        }
        return Beleid(regels)
    }

    private static let velden = ["plugin", "vanaf", "tot", "grondslag", "parameters", "programma", "sha256"]

    private static func regel(
        _ knoop: Node,
        _ yaml: YAMLBestand,
        _ register: Pluginregister
    ) throws(RegieFout) -> Beleid.Regel {
        let leden = try yaml.leden(knoop, bekend: velden)
        let naam = try yaml.tekst(leden["plugin"], veld: "plugin", in: knoop)
        guard naam != "extern" else {
            throw yaml.fout(
                "Externe programma's kan deze versie nog niet uitvoeren.",
                leden["plugin"] ?? knoop,
                watTeDoen: "Haal deze plugin weg, of schrijf hem als Swift-package in Plugins/."
            )
        }
        guard let soort = register[naam] else {
            let raad = Suggestie.dichtstbij(naam, in: register.namen).map { "Bedoelde u '\($0)'?" }
            throw yaml.fout(
                "De plugin '\(naam.prefix(60))' is niet bekend.",
                leden["plugin"] ?? knoop,
                watTeDoen: raad ?? "Kies uit \(register.namen.joined(separator: ", "))."
            )
        }
        for veld in ["programma", "sha256"] {
            if let vreemd = leden[veld] { throw yaml.fout("'\(veld)' hoort alleen bij een extern programma.", vreemd) }
        }
        let parameters = try parameters(leden["parameters"], yaml, soort.parameternamen)
        let grondslag = try yaml.tekst(leden["grondslag"], veld: "grondslag", in: knoop)
        let plugin: any Beleidsplugin
        do throws(RegieFout) {
            plugin = try soort.init(parameters: parameters, grondslag: grondslag)
        } catch {
            throw error.op(yaml.plaats(leden["parameters"] ?? knoop))
        }
        let vanaf = try yaml.datum(leden["vanaf"], veld: "vanaf", verplichtIn: knoop)
        let tot = try yaml.datum(leden["tot"], veld: "tot", verplichtIn: nil)
        guard let vanaf, tot.map({ vanaf <= $0 }) ?? true else {
            throw yaml.fout("'tot' ligt voor 'vanaf'.", leden["tot"] ?? knoop)
        }
        return Beleid.Regel(vanaf: vanaf, tot: tot, plugin: plugin)
    }

    /// One plugin with two sets of parameters on one day would make every term of it twice.
    private static func weigerDubbel(
        _ nieuw: Beleid.Regel,
        _ regels: [Beleid.Regel],
        _ knoop: Node,
        _ yaml: YAMLBestand
    ) throws(RegieFout) {
        let naam = type(of: nieuw.plugin).naam
        for ander in regels where type(of: ander.plugin).naam == naam {
            let voorbij = ander.tot.map { $0 < nieuw.vanaf } ?? false
            let later = nieuw.tot.map { $0 < ander.vanaf } ?? false
            if !voorbij, !later {
                throw yaml.fout(
                    "De plugin '\(naam)' geldt twee keer op dezelfde dag.",
                    knoop,
                    watTeDoen: "Geef de eerdere een 'tot' op de dag voor 'vanaf' van de latere."
                )
            }
        }
    }

    private static func parameters(
        _ knoop: Node?,
        _ yaml: YAMLBestand,
        _ namen: [String]
    ) throws(RegieFout) -> JSON {
        guard let knoop else { return [:] }
        let leden = try yaml.leden(knoop, bekend: namen)
        var uit: [JSON.Lid] = []
        for naam in namen {
            if let waarde = leden[naam] { uit.append(JSON.Lid(naam, try json(waarde, yaml))) }
        }
        return .object(uit)
    }

    private static func json(_ knoop: Node, _ yaml: YAMLBestand) throws(RegieFout) -> JSON {
        switch knoop {
        case .sequence(let lijst):
            var uit: [JSON] = []
            for element in lijst { uit.append(try json(element, yaml)) }
            return .lijst(uit)
        case .scalar(let scalar):
            if let getal = knoop.int { return .getal(getal) }
            if let waarheid = knoop.bool { return .waarheid(waarheid) }
            return .tekst(scalar.string)
        case .mapping(let mapping):
            var uit: [JSON.Lid] = []
            for (sleutel, waarde) in mapping { uit.append(JSON.Lid(sleutel.string ?? "", try json(waarde, yaml))) }
            return .object(uit)
        case .alias: throw yaml.fout("Een verwijzing (*) kan hier niet.", knoop)
        }
    }
}
