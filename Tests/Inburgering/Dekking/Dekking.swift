// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

/// Which article is worked out by which rule, and which worked cases show it.
struct Dekking {
    /// An article of the law as `docs/wet/artikelen.json` lists it.
    struct Artikel {
        let wet: String
        let nummer: String
        let titel: String
        /// Why no rule works it out; nil when one must.
        let waarom: String?
        var codes: Set<String> = []
        var gevallen: Set<String> = []

        var naam: String { "\(wet) art. \(nummer)" }
    }

    private(set) var artikelen: [Artikel]
    /// Grounds in a trace that name an article of these laws which the list lacks.
    private(set) var vreemd: Set<String> = []

    static let map = Wet.wortel.appendingPathComponent("docs/wet")

    init() throws {
        let json = try JSON.lees(Data(contentsOf: Self.map.appendingPathComponent("artikelen.json")))
        artikelen = try (json.lijst ?? []).map { element in
            Artikel(
                wet: try #require(element["wet"]?.tekst),
                nummer: try #require(element["artikel"]?.tekst),
                titel: try #require(element["titel"]?.tekst),
                waarom: element["waarom"]?.tekst
            )
        }
        let beoordelaar = try Wet.beoordelaar()
        for geval in Werkgeval.alle {
            let dossier = try geval.casus.dossier
            for regel in geval.json["verwacht"]?.lijst ?? [] {
                let peildatum = try dag(try #require(regel["peildatum"]?.tekst))
                neem(beoordelaar.beoordeel(dossier, op: peildatum), geval.bestand)
            }
        }
    }

    private mutating func neem(_ beoordeling: Beoordeling, _ bestand: String) {
        let regels =
            beoordeling.termijnen.map { ($0.code, $0.grondslag) }
            + beoordeling.voortgang.map { ($0.code, $0.grondslag) }
            + beoordeling.signalen.map { ($0.code, $0.grondslag) }
        for (code, grondslag) in regels {
            for grond in grondslag { neem(grond, code.rawValue, bestand) }
        }
    }

    private mutating func neem(_ grond: String, _ code: String, _ bestand: String) {
        guard let (wet, nummer) = Self.artikel(grond) else { return }
        guard let plek = artikelen.firstIndex(where: { $0.wet == wet && $0.nummer == nummer }) else {
            vreemd.insert(grond)
            return
        }
        artikelen[plek].codes.insert(code)
        artikelen[plek].gevallen.insert(String(bestand.dropLast(".json".count)))
    }

    /// `Wi2021 art. 11 lid 2` is article 11 of the Wi2021; nil for another act.
    static func artikel(_ grond: String) -> (wet: String, nummer: String)? {
        for wet in ["Wi2021", "Besluit inburgering 2021", "Regeling inburgering 2021"] {
            let kop = "\(wet) art. "
            guard grond.hasPrefix(kop) else { continue }
            return (wet, String(grond.dropFirst(kop.count).prefix { $0 != " " && $0 != "," }))
        }
        return nil
    }

    /// The page `docs/wet/dekking.md`.
    var pagina: String {
        var regels = [
            "# Dekking van de wet", "",
            "Gemaakt uit de tests met `make dekking`: per artikel de regels (codes) die erop steunen en de uitgewerkte gevallen",
            "(`Tests/Inburgering/Fixtures/casussen`) die het laten zien, of waarom er geen regel is.", "",
            "| artikel | over | regels | gevallen |", "| --- | --- | --- | --- |",
        ]
        for artikel in artikelen {
            let codes = artikel.codes.sorted().map { "`\($0)`" }.joined(separator: " ")
            let namen = artikel.gevallen.sorted()
            let voorbeelden = namen.prefix(3).joined(separator: ", ")
            let gevallen = namen.isEmpty ? "" : "\(namen.count): \(voorbeelden)\(namen.count > 3 ? " …" : "")"
            let regel = [codes, artikel.waarom ?? ""].filter { !$0.isEmpty }.joined(separator: " – ")
            regels.append("| \(artikel.naam) | \(artikel.titel) | \(regel) | \(gevallen) |")
        }
        return regels.joined(separator: "\n") + "\n"
    }
}
