// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Yams

/// A YAML file with the line numbers that an error needs.
struct YAMLBestand {
    /// How the file is called in an error.
    let naam: String
    /// What it holds; nil when the file is empty.
    let wortel: Node?
    private let code: RegieFout.Code

    /// Reads a file; throws an error of `code` when it cannot be read or is no YAML.
    init(_ url: URL, naam: String, code: RegieFout.Code) throws(RegieFout) {
        self.naam = naam
        self.code = code
        let tekst: String
        do {
            tekst = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw RegieFout(code, "Het bestand is niet te lezen.", watTeDoen: "Controleer pad en rechten.", waar: naam)
        }
        do {
            wortel = try Yams.compose(yaml: tekst)
        } catch let fout as YamlError {
            throw RegieFout(
                code,
                "Geen geldige YAML.",
                watTeDoen: "Let op inspringing en aanhalingstekens.",
                waar: Self.regel(fout).map { "\(naam):\($0)" } ?? naam
            )
        } catch {
            throw RegieFout(code, "Geen geldige YAML.", waar: naam)
        }
    }

    private static func regel(_ fout: YamlError) -> Int? {
        switch fout {
        case .scanner(_, _, let plek, _), .parser(_, _, let plek, _), .composer(_, _, let plek, _): plek.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    /// `bestand:regel`.
    func plaats(_ knoop: Node) -> String { knoop.mark.map { "\(naam):\($0.line)" } ?? naam }

    /// An error at a place in the file.
    func fout(_ wat: String, _ knoop: Node, watTeDoen: String = "") -> RegieFout {
        RegieFout(code, wat, watTeDoen: watTeDoen, waar: plaats(knoop))
    }

    /// The members of a mapping, of which all names are known; suggests the nearest for one that is not.
    func leden(_ knoop: Node, bekend: [String]) throws(RegieFout) -> [String: Node] {
        guard case .mapping(let mapping) = knoop else {
            throw fout("Hier horen sleutels met waarden te staan.", knoop)
        }
        var leden: [String: Node] = [:]
        for (sleutel, waarde) in mapping {
            guard let naam = sleutel.string, bekend.contains(naam) else {
                let gegeven = sleutel.string ?? ""
                let raad = Suggestie.dichtstbij(gegeven, in: bekend).map { "Bedoelde u '\($0)'?" }
                throw fout(
                    "'\(gegeven.prefix(60))' is hier niet bekend.",
                    sleutel,
                    watTeDoen: raad ?? "Kies uit \(bekend.joined(separator: ", "))."
                )
            }
            leden[naam] = waarde
        }
        return leden
    }

    /// A date that must be there or may be absent.
    func datum(_ knoop: Node?, veld: String, verplichtIn geheel: Node?) throws(RegieFout) -> Datum? {
        guard let knoop else {
            if let geheel { throw fout("'\(veld)' ontbreekt.", geheel, watTeDoen: "Geef een dag als 2022-01-01.") }
            return nil
        }
        guard let tekst = knoop.scalar?.string, let datum = Datum(tekst) else {
            throw fout("'\(veld)' is geen bestaande dag.", knoop, watTeDoen: "Schrijf de dag als 2022-01-01.")
        }
        return datum
    }

    /// A text that must be there.
    func tekst(_ knoop: Node?, veld: String, in geheel: Node) throws(RegieFout) -> String {
        guard let knoop else { throw fout("'\(veld)' ontbreekt.", geheel, watTeDoen: "Vul '\(veld)' in.") }
        guard let tekst = knoop.scalar?.string, !tekst.isEmpty else {
            throw fout("'\(veld)' moet een tekst zijn.", knoop)
        }
        return tekst
    }
}
