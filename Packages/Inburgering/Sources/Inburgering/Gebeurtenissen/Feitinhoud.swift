// SPDX-License-Identifier: EUPL-1.2

/// The fields of one kind of fact, as `contract.md` names them.
public protocol Feitinhoud: Hashable, Sendable {
    /// The name that stands in `soort`.
    static var soort: String { get }
    /// Reads the fields; throws `feit-ongeldig` that names the field.
    init(van velden: inout Veldlezer) throws(RegieFout)
    /// Writes the fields in the order of the contract.
    func schrijf(naar velden: inout Veldschrijver)
    /// The date that one of the fields carries and that is `geldigOp`; nil when the kind has none.
    var eigenDatum: Datum? { get }
    /// The date that stands in for a `geldigOp` that is not given; it may differ from one that is.
    var vervangendeDatum: Datum? { get }
}

extension Feitinhoud {
    /// A kind without a date of its own: `geldigOp` must be given.
    public var eigenDatum: Datum? { nil }
    /// None.
    public var vervangendeDatum: Datum? { nil }
}
