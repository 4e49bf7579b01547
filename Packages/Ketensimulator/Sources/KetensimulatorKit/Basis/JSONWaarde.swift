// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A JSON value as it stands on the wire.
///
/// The simulator keeps DUO's resources in the shape in which they travel, so that nothing is lost
/// or renamed between what a gemeente sends and what it reads back.
public enum JSONWaarde: Sendable, Equatable {
    /// JSON null.
    case leeg
    /// true or false.
    case bool(Bool)
    /// A number without a fraction.
    case heel(Int)
    /// Any other number.
    case decimaal(Double)
    /// A string.
    case tekst(String)
    /// An array.
    case lijst([JSONWaarde])
    /// An object.
    case object([String: JSONWaarde])

    /// Reads one JSON value; throws `DecodingError` when the bytes are no JSON.
    public init(bytes: some Sequence<UInt8>) throws {
        self = try JSONDecoder().decode(JSONWaarde.self, from: Data(bytes))
    }

    /// The value as JSON, keys sorted, so that the same state always gives the same bytes.
    public func bytes() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding can only fail on a number that JSON cannot hold (NaN, infinity); none can be read from JSON.
        return (try? encoder.encode(self)).map(Array.init) ?? Array("null".utf8)
    }

    /// The member of an object, nil when this is no object or the member is absent.
    public subscript(sleutel: String) -> JSONWaarde? {
        guard case .object(let velden) = self else { return nil }
        return velden[sleutel]
    }

    /// The element of an array, nil when this is no array or the index is outside it.
    public subscript(index: Int) -> JSONWaarde? {
        guard case .lijst(let waarden) = self, waarden.indices.contains(index) else { return nil }
        return waarden[index]
    }

    /// The string, if it is one.
    public var alsTekst: String? { if case .tekst(let tekst) = self { tekst } else { nil } }
    /// The whole number, if it is one.
    public var alsHeel: Int? { if case .heel(let getal) = self { getal } else { nil } }
    /// The boolean, if it is one.
    public var alsBool: Bool? { if case .bool(let waarde) = self { waarde } else { nil } }
    /// The elements, if it is an array.
    public var alsLijst: [JSONWaarde]? { if case .lijst(let waarden) = self { waarden } else { nil } }
    /// The members, if it is an object.
    public var alsObject: [String: JSONWaarde]? { if case .object(let velden) = self { velden } else { nil } }
    /// The calendar day, if it is a string `YYYY-MM-DD`.
    public var alsDag: Dag? { alsTekst.flatMap { Dag($0) } }
}

extension JSONWaarde: Codable {
    /// Reads any JSON value.
    public init(from decoder: any Decoder) throws {
        let vak = try decoder.singleValueContainer()
        if vak.decodeNil() {
            self = .leeg
        } else if let tekst = try? vak.decode(String.self) {
            self = .tekst(tekst)
        } else if let bool = try? vak.decode(Bool.self) {
            self = .bool(bool)
        } else if let heel = try? vak.decode(Int.self) {
            self = .heel(heel)
        } else if let decimaal = try? vak.decode(Double.self) {
            self = .decimaal(decimaal)
        } else if let lijst = try? vak.decode([JSONWaarde].self) {
            self = .lijst(lijst)
        } else {
            self = .object(try vak.decode([String: JSONWaarde].self))
        }
    }

    /// Writes the value as itself.
    public func encode(to encoder: any Encoder) throws {
        var vak = encoder.singleValueContainer()
        switch self {
        case .leeg: try vak.encodeNil()
        case .bool(let waarde): try vak.encode(waarde)
        case .heel(let waarde): try vak.encode(waarde)
        case .decimaal(let waarde): try vak.encode(waarde)
        case .tekst(let waarde): try vak.encode(waarde)
        case .lijst(let waarde): try vak.encode(waarde)
        case .object(let waarde): try vak.encode(waarde)
        }
    }
}

extension JSONWaarde: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral waarde: String) { self = .tekst(waarde) }
    /// A whole number.
    public init(integerLiteral waarde: Int) { self = .heel(waarde) }
    /// A boolean.
    public init(booleanLiteral waarde: Bool) { self = .bool(waarde) }
    /// An array.
    public init(arrayLiteral waarden: JSONWaarde...) { self = .lijst(waarden) }
    /// An object; a key that is given twice keeps its last value.
    public init(dictionaryLiteral velden: (String, JSONWaarde)...) {
        self = .object(Dictionary(velden, uniquingKeysWith: { _, laatste in laatste }))
    }
}
