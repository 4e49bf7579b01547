// SPDX-License-Identifier: EUPL-1.2

/// Reads the members of a request body and holds them to the specification; a breach is `Ongeldig` (400).
///
/// Members that the specification does not name are ignored, as OpenAPI does by default. A null is a breach:
/// no member of these APIs is nullable.
struct Veldlezer {
    private let velden: [String: JSONWaarde]

    init(_ body: [UInt8]) throws(Ongeldig) {
        guard let waarde = try? JSONWaarde(bytes: body), let velden = waarde.alsObject else { throw Ongeldig() }
        self.velden = velden
    }

    /// A date `YYYY-MM-DD`.
    func dag(_ veld: String) throws(Ongeldig) -> Dag? {
        guard let waarde = velden[veld] else { return nil }
        guard let dag = waarde.alsDag else { throw Ongeldig() }
        return dag
    }

    /// One of a list of values.
    func keuze(_ veld: String, uit toegestaan: [String]) throws(Ongeldig) -> String? {
        guard let waarde = velden[veld] else { return nil }
        guard let tekst = waarde.alsTekst, toegestaan.contains(tekst) else { throw Ongeldig() }
        return tekst
    }

    /// A whole number within bounds.
    func heel(_ veld: String, in bereik: ClosedRange<Int>) throws(Ongeldig) -> Int? {
        guard let waarde = velden[veld] else { return nil }
        guard let getal = waarde.alsHeel, bereik.contains(getal) else { throw Ongeldig() }
        return getal
    }

    /// true or false.
    func bool(_ veld: String) throws(Ongeldig) -> Bool? {
        guard let waarde = velden[veld] else { return nil }
        guard let bool = waarde.alsBool else { throw Ongeldig() }
        return bool
    }

    /// A string of which the length lies within bounds.
    func tekst(_ veld: String, lengte: ClosedRange<Int>) throws(Ongeldig) -> String? {
        guard let waarde = velden[veld] else { return nil }
        guard let tekst = waarde.alsTekst, lengte.contains(tekst.count) else { throw Ongeldig() }
        return tekst
    }

    /// The value, which must be there.
    static func verplicht<Waarde>(_ waarde: Waarde?) throws(Ongeldig) -> Waarde {
        guard let waarde else { throw Ongeldig() }
        return waarde
    }
}
