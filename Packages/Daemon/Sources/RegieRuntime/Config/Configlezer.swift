// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Yams

/// What is gathered while a configuration is read: the values with their origin, and everything that is wrong.
///
/// Faults are gathered and not thrown, so that a beheerder mends them in one go.
final class Configlezer {
    let file: String
    let map: String
    let omgeving: [String: String]
    private(set) var regels: [ConfigRegel] = []
    private(set) var fouten: [RegieFout] = []

    init(file: String, omgeving: [String: String]) {
        self.file = file
        map = (file as NSString).deletingLastPathComponent
        self.omgeving = omgeving
    }

    /// Notes that something is wrong at a line.
    func fout(_ wat: String, _ watTeDoen: String = "", regel: Int?) {
        let waar = regel.map { "\(file):\($0)" } ?? file
        fouten.append(RegieFout(.configOngeldig, wat, watTeDoen: watTeDoen, waar: waar))
    }

    /// Notes a value in force.
    func noteer(_ sleutel: String, _ waarde: String, _ herkomst: ConfigRegel.Herkomst) {
        regels.append(ConfigRegel(sleutel: sleutel, waarde: ConfigRegel.gemaskeerd(waarde), herkomst: herkomst))
    }

    /// A path of the file made absolute: relative ones count from the folder of the config.
    func pad(_ tekst: String) -> String {
        let heel = tekst.hasPrefix("/") ? tekst : map + "/" + tekst
        return (heel as NSString).standardizingPath
    }
}

/// A mapping of the file, with the path that leads to it.
struct Configblok {
    let lezer: Configlezer
    let naam: String
    let regel: Int?
    private let velden: [(sleutel: String, regel: Int?, waarde: Node)]

    /// - Parameter bekend: the keys that may stand here; nil when any key may.
    init?(_ node: Node, _ naam: String, bekend: [String]?, _ lezer: Configlezer) {
        guard case .mapping(let mapping) = node else {
            lezer.fout(
                "'\(naam)' moet een blok met sleutels zijn.",
                "Schrijf er bijvoorbeeld onder: \(bekend?.first ?? "naam"): …",
                regel: node.mark?.line
            )
            return nil
        }
        self.lezer = lezer
        self.naam = naam
        regel = node.mark?.line
        var velden: [(String, Int?, Node)] = []
        for (sleutel, waarde) in mapping {
            let tekst = sleutel.scalar?.string ?? ""
            if let bekend, !bekend.contains(tekst) {
                let bedoeld = Suggestie.dichtstbij(tekst, in: bekend).map { "Bedoelde u '\($0)'?" }
                lezer.fout(
                    "De sleutel '\(tekst)' is niet bekend\(naam.isEmpty ? "" : " in '\(naam)'").",
                    bedoeld ?? "Kies uit \(bekend.joined(separator: ", ")).",
                    regel: sleutel.mark?.line
                )
                continue
            }
            velden.append((tekst, sleutel.mark?.line, waarde))
        }
        self.velden = velden
    }

    /// A block that is not in the file: nothing is found in it.
    init(leeg naam: String, regel: Int?, _ lezer: Configlezer) {
        self.lezer = lezer
        self.naam = naam
        self.regel = regel
        velden = []
    }

    /// All keys with their lines, in the order of the file.
    var sleutels: [(sleutel: String, regel: Int?)] { velden.map { ($0.sleutel, $0.regel) } }

    /// The full name of a key here.
    func heet(_ sleutel: String) -> String { naam.isEmpty ? sleutel : "\(naam).\(sleutel)" }

    /// The line of a key; that of the block when it is not there.
    func regel(van sleutel: String) -> Int? { velden.first { $0.sleutel == sleutel }?.regel ?? regel }

    /// The node under a key; nil when it is not there or has no value.
    func node(_ sleutel: String) -> Node? {
        guard let waarde = velden.first(where: { $0.sleutel == sleutel })?.waarde else { return nil }
        if case .scalar(let scalar) = waarde, scalar.string.isEmpty || scalar.string == "~", scalar.style == .plain {
            return nil
        }
        return waarde
    }

    /// The block under a key; nil when it is not there (and noted as a fault when it is no block).
    func blok(_ sleutel: String, bekend: [String]?) -> Configblok? {
        node(sleutel).flatMap { Configblok($0, heet(sleutel), bekend: bekend, lezer) }
    }

    /// Notes a fault at a key.
    func fout(_ sleutel: String, _ wat: String, _ watTeDoen: String = "") {
        lezer.fout(wat, watTeDoen, regel: regel(van: sleutel))
    }

    /// Notes that a key that must be there is missing.
    func ontbreekt(_ sleutel: String, _ voorbeeld: String) {
        lezer.fout("De sleutel '\(heet(sleutel))' ontbreekt.", "Voeg toe: \(sleutel): \(voorbeeld)", regel: regel)
    }
}
