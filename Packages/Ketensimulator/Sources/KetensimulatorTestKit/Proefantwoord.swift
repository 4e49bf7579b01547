// SPDX-License-Identifier: EUPL-1.2

public import KetensimulatorKit

/// An answer as it came over the wire.
public struct Proefantwoord: Sendable {
    /// The HTTP status.
    public let status: Int
    /// The header `API-Version`.
    public let apiVersie: String?
    /// The header `berichtId`.
    public let berichtId: String?
    /// The body as it came; empty when there was none.
    public let ruw: [UInt8]

    /// The body as JSON, nil when it is none.
    public var json: JSONWaarde? { try? JSONWaarde(bytes: ruw) }

    /// The foutteksten of a functional refusal.
    public var foutteksten: [String] { json?.alsLijst?.compactMap { $0["fouttekst"]?.alsTekst } ?? [] }
}
