// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Reads an object of an answer of DUO, tolerantly: fields that we do not know are ignored, null counts as absent; a
/// field of the wrong type or out of its list is `partner-antwoord-ongeldig`, naming the field and never the value.
struct Antwoordlezer {
    private let leden: [JSON.Lid]
    private let waar: String

    init(_ json: JSON, _ waar: String) throws(RegieFout) {
        guard case .object(let leden) = json else {
            throw .antwoord("Hier hoort een object, er staat een \(json.soort).", waar)
        }
        self.leden = leden
        self.waar = waar
    }

    /// The elements of an array, each with its place.
    static func lijst<Element>(
        _ json: JSON,
        _ waar: String,
        _ lees: (Antwoordlezer) throws(RegieFout) -> Element
    ) throws(RegieFout) -> [Element] {
        guard case .lijst(let elementen) = json else {
            throw .antwoord("Hier hoort een lijst, er staat een \(json.soort).", waar)
        }
        var uit: [Element] = []
        uit.reserveCapacity(elementen.count)
        for (index, element) in elementen.enumerated() {
            uit.append(try lees(Antwoordlezer(element, "\(waar)[\(index)]")))
        }
        return uit
    }

    func optioneel<Waarde: Veldwaarde>(_ veld: String, als type: Waarde.Type = Waarde.self) throws(RegieFout) -> Waarde?
    {
        guard let json = leden.first(where: { $0.sleutel == veld })?.waarde, json != .null else { return nil }
        do throws(RegieFout) {
            return try Waarde(json: json)
        } catch {
            throw .antwoord("Het veld '\(veld)' past niet bij de specificatie. \(error.wat)", waar)
        }
    }

    func verplicht<Waarde: Veldwaarde>(_ veld: String, als type: Waarde.Type = Waarde.self) throws(RegieFout) -> Waarde
    {
        guard let waarde: Waarde = try optioneel(veld) else {
            throw .antwoord("Het veld '\(veld)' ontbreekt.", waar)
        }
        return waarde
    }

    /// A whole number within the bounds of the specification.
    func getal(_ veld: String, van laagste: Int, tot hoogste: Int) throws(RegieFout) -> Int? {
        guard let getal: Int = try optioneel(veld) else { return nil }
        guard (laagste...hoogste).contains(getal) else {
            throw .antwoord("Het veld '\(veld)' ligt niet tussen \(laagste) en \(hoogste).", waar)
        }
        return getal
    }

    /// A text of a certain length.
    func tekst(_ veld: String, lengte: ClosedRange<Int>) throws(RegieFout) -> String? {
        guard let tekst: String = try optioneel(veld) else { return nil }
        guard lengte.contains(tekst.count) else {
            throw .antwoord("Het veld '\(veld)' heeft niet de lengte van de specificatie.", waar)
        }
        return tekst
    }

    /// An object in a field. DUO writes these names with a capital (`GeheleVrijstelling`); the same name in lower case
    /// is taken too, for all its other fields begin so.
    func object(_ veld: String) throws(RegieFout) -> Antwoordlezer? {
        let klein = veld.prefix(1).lowercased() + veld.dropFirst()
        guard let json = leden.first(where: { $0.sleutel == veld || $0.sleutel == klein })?.waarde, json != .null else {
            return nil
        }
        return try Antwoordlezer(json, "\(waar).\(veld)")
    }

    /// An error about a field of this object.
    func ongeldig(_ wat: String) -> RegieFout { .antwoord(wat, waar) }
}

extension RegieFout {
    /// An answer that does not fit DUO's own specification; never holds a value of it.
    static func antwoord(_ wat: String, _ waar: String) -> RegieFout {
        RegieFout(
            .partnerAntwoordOngeldig,
            wat,
            watTeDoen: "Meld dit bij DUO; het bericht kan daarna opnieuw worden verwerkt.",
            waar: "DUO \(waar)"
        )
    }
}
