// SPDX-License-Identifier: EUPL-1.2

/// A JSON value. Numbers keep their text when they are no Int, so that nothing is rounded on the way through.
public enum JSON: Hashable, Sendable {
    /// `null`.
    case null
    /// `true`, `false`.
    case waarheid(Bool)
    /// A whole number that fits an Int.
    case getal(Int)
    /// Any other number, as written.
    case decimaal(String)
    /// A string.
    case tekst(String)
    /// An array.
    case lijst([JSON])
    /// An object; members in the order in which they stand.
    case object([Lid])

    /// A member of an object.
    public struct Lid: Hashable, Sendable {
        /// Name.
        public var sleutel: String
        /// Value.
        public var waarde: JSON
        /// - Parameters: name and value.
        public init(_ sleutel: String, _ waarde: JSON) {
            self.sleutel = sleutel
            self.waarde = waarde
        }
    }

    /// The member with this name; nil when there is none or this is no object.
    public subscript(_ sleutel: String) -> JSON? {
        guard case .object(let leden) = self else { return nil }
        for lid in leden where lid.sleutel == sleutel { return lid.waarde }
        return nil
    }

    /// The text, when this is a string.
    public var tekst: String? { if case .tekst(let tekst) = self { tekst } else { nil } }
    /// The number, when this is a whole number.
    public var getal: Int? { if case .getal(let getal) = self { getal } else { nil } }
    /// The truth value, when this is one.
    public var waarheid: Bool? { if case .waarheid(let waarde) = self { waarde } else { nil } }
    /// The elements, when this is an array.
    public var lijst: [JSON]? { if case .lijst(let lijst) = self { lijst } else { nil } }
    /// The members, when this is an object.
    public var leden: [Lid]? { if case .object(let leden) = self { leden } else { nil } }

    /// The word for this kind of value, for an error message.
    public var soort: String {
        switch self {
        case .null: "null"
        case .waarheid: "true/false"
        case .getal, .decimaal: "getal"
        case .tekst: "tekst"
        case .lijst: "lijst"
        case .object: "object"
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral waarde: String) { self = .tekst(waarde) }
    /// A whole number.
    public init(integerLiteral waarde: Int) { self = .getal(waarde) }
    /// A truth value.
    public init(booleanLiteral waarde: Bool) { self = .waarheid(waarde) }
    /// An array.
    public init(arrayLiteral elementen: JSON...) { self = .lijst(elementen) }
    /// An object.
    public init(dictionaryLiteral leden: (String, JSON)...) { self = .object(leden.map { Lid($0.0, $0.1) }) }
}
