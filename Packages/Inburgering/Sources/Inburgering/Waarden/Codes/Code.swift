// SPDX-License-Identifier: EUPL-1.2

/// A closed list of values that a partner or the contract writes literally; the raw value is what stands on the wire.
public protocol Code: RawRepresentable<String>, CaseIterable, Sendable, Hashable, Veldwaarde {}

extension Code {
    /// Reads the literal value.
    public init(json: JSON) throws(RegieFout) {
        guard case .tekst(let tekst) = json else { throw .geenWaarde("een tekst", json) }
        guard let waarde = Self(rawValue: tekst) else {
            let keuze = Self.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            throw RegieFout(.feitOngeldig, "Deze waarde is niet bekend.", watTeDoen: "Kies uit \(keuze).")
        }
        self = waarde
    }

    /// The literal value.
    public var json: JSON { .tekst(rawValue) }
}
