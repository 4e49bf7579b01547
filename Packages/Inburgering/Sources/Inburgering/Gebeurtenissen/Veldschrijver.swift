// SPDX-License-Identifier: EUPL-1.2

/// Gathers the members of a JSON object; absent values are left out.
public struct Veldschrijver: Sendable {
    /// The members so far.
    public private(set) var leden: [JSON.Lid] = []

    /// An empty object.
    public init() {}

    /// Adds a member.
    public mutating func zet(_ sleutel: String, _ waarde: some Veldwaarde) {
        leden.append(JSON.Lid(sleutel, waarde.json))
    }

    /// Adds a member when it has a value.
    public mutating func zet(_ sleutel: String, _ waarde: (some Veldwaarde)?) {
        if let waarde { leden.append(JSON.Lid(sleutel, waarde.json)) }
    }

    /// The object.
    public var json: JSON { .object(leden) }
}
