// SPDX-License-Identifier: EUPL-1.2

/// A row of `copy(from:)`, read column by column from where libpq has it, and gone after the closure it was handed to.
///
/// The server tells no types here. A bigint is known by its eight bytes; a row that ends too early, a value of another
/// length and NULL where a value must be are faults of the program (`.protocolFault`).
package struct PGCopiedRow {
    private let bytes: UnsafeRawBufferPointer
    private var place = 2

    /// - Parameter bytes: the number of columns (2 bytes), and each with its length (4) before it; all big-endian.
    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// How many columns there are; negative at the end of all rows.
    var columns: Int16? {
        bytes.count < 2 ? nil : Int16(bigEndian: bytes.loadUnaligned(as: Int16.self))
    }

    /// The next column: a bigint.
    package mutating func int() throws(PGError) -> Int64 {
        let value = try there(next())
        guard value.count == 8 else { throw .fault("een gekopieerde kolom heeft \(value.count) bytes en geen 8") }
        return Int64(bigEndian: value.loadUnaligned(as: Int64.self))
    }

    /// The next column: text.
    package mutating func text() throws(PGError) -> String { String(decoding: try there(next()), as: UTF8.self) }

    /// The next column: text.
    package mutating func textOrNil() throws(PGError) -> String? {
        try next().map { String(decoding: $0, as: UTF8.self) }
    }

    /// The next column as it lies there: bytea.
    package mutating func raw() throws(PGError) -> UnsafeRawBufferPointer { try there(next()) }

    private mutating func next() throws(PGError) -> UnsafeRawBufferPointer? {
        guard place + 4 <= bytes.count else { throw .fault("een gekopieerde rij houdt te vroeg op") }
        let length = Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: Int32.self)))
        place += 4
        if length == -1 { return nil }
        guard length >= 0, length <= bytes.count - place else { throw .fault("een gekopieerde rij houdt te vroeg op") }
        defer { place += length }
        return UnsafeRawBufferPointer(rebasing: bytes[place..<(place + length)])
    }

    private func there(_ value: UnsafeRawBufferPointer?) throws(PGError) -> UnsafeRawBufferPointer {
        guard let value else { throw .fault("een gekopieerde kolom is NULL") }
        return value
    }
}
