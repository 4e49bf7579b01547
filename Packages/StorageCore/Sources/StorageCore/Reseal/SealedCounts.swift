// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// How many rows stand under which version of the key.
public struct SealedCounts: Sendable {
    private let oldest: UInt32
    private var counts: [Verzegelsoort: [UInt32: Int]] = [:]

    /// - Parameter keys: of the gemeente.
    public init(_ keys: GemeenteKeys) { oldest = keys.ids.first ?? 1 }

    /// Adds rows.
    /// - Parameter version: 0 for those of before it was written down.
    public mutating func add(_ rows: Int, of soort: Verzegelsoort, under version: UInt32) {
        counts[soort, default: [:]][version == 0 ? oldest : version, default: 0] += rows
    }

    /// By kind, and oldest version first.
    public var list: [Sleutelgebruik] {
        Verzegelsoort.allCases.flatMap { soort in
            (counts[soort] ?? [:]).sorted { $0.key < $1.key }.map {
                Sleutelgebruik(versie: $0.key, soort: soort, aantal: $0.value)
            }
        }
    }

    /// The version of an envelope, of the four bytes in which it stands there; 0 when there are none.
    public static func version(_ bytes: Data?) -> UInt32 {
        (bytes ?? Data()).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    /// A version as an envelope has it.
    public static func bytes(of version: UInt32) -> Data { withUnsafeBytes(of: version.bigEndian) { Data($0) } }
}

/// What a stretch of rows came to.
public struct SealedStretch: Sendable {
    /// Rows that were sealed anew.
    public var done = 0
    /// The last row that was seen; nil when there was none.
    public var last: Int64?
    /// Whether there may be more of this kind.
    public var isFull = false

    /// Nothing seen yet.
    public init() {}

    /// Where to go on; nil at the end.
    public func next(_ place: Herzegelplaats) -> Herzegelplaats? {
        if isFull, let last { return Herzegelplaats(place.soort, na: last) }
        let kinds = Verzegelsoort.allCases
        let next = kinds.firstIndex(of: place.soort).map { $0 + 1 } ?? kinds.endIndex
        return next < kinds.endIndex ? Herzegelplaats(kinds[next], na: -1) : nil
    }
}

extension Herzegelplaats {
    /// Before the first row.
    public static let begin = Herzegelplaats(.dossiersleutel, na: -1)
}
