// SPDX-License-Identifier: EUPL-1.2

import Crypto

/// SHA-256 over the rows of a table, given in one order: equal for two storages that hold the same rows.
public struct RowDigest: Sendable {
    private var hasher = SHA256()

    /// Over no row yet.
    /// - Parameter table: its name, so that two empty tables differ.
    public init(_ table: String) { hasher.update(data: Array("regie-rijen-1 \(table)\n".utf8)) }

    /// Adds rows as bytes, each value with its length.
    public mutating func add(_ rows: [UInt8]) { hasher.update(data: rows) }

    /// The digest; 32 bytes.
    public var bytes: [UInt8] { Array(hasher.finalize()) }
}
