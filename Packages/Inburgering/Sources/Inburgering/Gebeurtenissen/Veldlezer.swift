// SPDX-License-Identifier: EUPL-1.2

/// Takes the members of a JSON object one by one, and knows at the end which were never asked for.
public struct Veldlezer: Sendable {
    private let leden: [JSON.Lid]
    private var gelezen: UInt64 = 0
    private var volgend = 0
    private var gevraagd: [String] = []

    /// - Parameter json: an object of at most 64 members; throws `feit-ongeldig` otherwise.
    public init(_ json: JSON) throws(RegieFout) {
        guard case .object(let leden) = json else { throw .geenWaarde("een object", json) }
        guard leden.count <= 64 else { throw RegieFout(.feitOngeldig, "Het object heeft meer dan 64 velden.") }
        self.leden = leden
    }

    private mutating func neem(_ sleutel: String) -> JSON? {
        // Fields mostly stand in the order in which they are asked for.
        for stap in 0..<leden.count {
            let index = volgend + stap < leden.count ? volgend + stap : volgend + stap - leden.count
            if leden[index].sleutel == sleutel {
                gelezen |= 1 << UInt64(index)
                volgend = index + 1
                return leden[index].waarde
            }
        }
        return nil
    }

    /// A field that may be absent or null.
    public mutating func optioneel<Waarde: Veldwaarde>(_ sleutel: String) throws(RegieFout) -> Waarde? {
        guard let json = neem(sleutel) else { return nil }
        guard json != .null else { return nil }
        do throws(RegieFout) {
            return try Waarde(json: json)
        } catch {
            throw error.op("veld '\(sleutel)'")
        }
    }

    /// A field that must be there.
    public mutating func verplicht<Waarde: Veldwaarde>(_ sleutel: String) throws(RegieFout) -> Waarde {
        guard let waarde: Waarde = try optioneel(sleutel) else {
            throw RegieFout(.feitOngeldig, "Het veld '\(sleutel)' ontbreekt.", watTeDoen: "Vul '\(sleutel)' in.")
        }
        return waarde
    }

    /// The names that nobody asked for.
    public var overig: [String] {
        leden.indices.filter { gelezen & (1 << UInt64($0)) == 0 }.map { leden[$0].sleutel }
    }

    /// Ends reading; throws `feit-ongeldig` when a member was never asked for, and suggests the nearest of `bekend`.
    public func sluit(bekend: @autoclosure () -> [String] = []) throws(RegieFout) {
        guard gelezen.nonzeroBitCount != leden.count, let vreemd = overig.first else { return }
        let raad = Suggestie.dichtstbij(vreemd, in: bekend()).map { "Bedoelde u '\($0)'?" } ?? "Haal het veld weg."
        throw RegieFout(.feitOngeldig, "Het veld '\(vreemd.prefix(40))' is niet bekend.", watTeDoen: raad)
    }
}
