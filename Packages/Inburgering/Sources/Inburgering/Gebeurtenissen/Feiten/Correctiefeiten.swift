// SPDX-License-Identifier: EUPL-1.2

/// The fact with that volgnummer counts as never known from this fact on.
public struct Gecorrigeerd: Feitinhoud {
    /// `Gecorrigeerd`.
    public static let soort = "Gecorrigeerd"
    /// Of the corrected fact.
    public var volgnummer: Int
    /// Contract: `reden`.
    public var reden: String

    /// A fact with these fields; see each property.
    public init(volgnummer: Int, reden: String) {
        self.volgnummer = volgnummer
        self.reden = reden
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        volgnummer = try velden.verplicht("volgnummer")
        reden = try velden.verplicht("reden")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("volgnummer", volgnummer)
        velden.zet("reden", reden)
    }
}
