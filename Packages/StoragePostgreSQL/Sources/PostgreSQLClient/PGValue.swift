// SPDX-License-Identifier: EUPL-1.2

package import Foundation

/// A parameter of a statement. It goes to the server in binary, with its type, so nothing is quoted or guessed.
package enum PGValue: Sendable {
    case null
    case int(Int64)
    case text(String)
    case bytes(Data)
    case bool(Bool)
    case ints([Int64])
    case texts([String])
    case bytesArray([Data])
    case optInts([Int64?])
    case optTexts([String?])
    case optBytes([Data?])

    /// The type as the server numbers it (`pg_type.oid`); zero leaves it to the server.
    var oid: UInt32 {
        switch self {
        case .null: 0
        case .int: 20
        case .text: 25
        case .bytes: 17
        case .bool: 16
        case .ints, .optInts: 1016
        case .texts, .optTexts: 1009
        case .bytesArray, .optBytes: 1001
        }
    }
}

/// A statement with its parameters, for `PGConnection.batch`.
package struct PGStatement: Sendable {
    let sql: String
    let arguments: [PGValue]

    /// - Parameters:
    ///   - sql: one statement, with `$1`, `$2`… for the parameters.
    ///   - arguments: the parameters.
    package init(_ sql: String, _ arguments: [PGValue] = []) {
        self.sql = sql
        self.arguments = arguments
    }
}
