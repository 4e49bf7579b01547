// SPDX-License-Identifier: EUPL-1.2

package import Foundation

/// Rows on their way into a table. Types are not converted: give each column its own (bigint, text, bytea, boolean).
package struct PGCopy {
    private unowned let connection: PGConnection
    private let writer: ByteWriter
    /// What is sent in one go.
    private static let chunk = 256 * 1_024
    private(set) var rows = 0

    init(_ connection: PGConnection) {
        self.connection = connection
        writer = ByteWriter(capacity: Self.chunk + 64 * 1_024)
        let signature: [UInt8] = [0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00]
        signature.withUnsafeBytes { writer.put($0) }
        // No flags, no extension.
        writer.put(Int64(0))
    }

    /// One row, with a value for each column of the target.
    package mutating func row(_ values: [PGValue]) throws(PGError) {
        try start(values.count)
        for value in values {
            let place = writer.putLength()
            if writer.put(value) { writer.fillLength(at: place) } else { writer.fillNull(at: place) }
        }
    }

    /// Starts a row of which the columns follow one by one: no array is made for it.
    package mutating func start(_ columns: Int) throws(PGError) {
        if writer.count >= Self.chunk { try send() }
        writer.put(Int16(truncatingIfNeeded: columns))
        rows += 1
    }

    package mutating func int(_ value: Int64) {
        writer.put(Int32(8))
        writer.put(value)
    }

    package mutating func text(_ value: String) {
        let place = writer.putLength()
        writer.put(value)
        writer.fillLength(at: place)
    }

    package mutating func bytes(_ value: Data) {
        writer.put(Int32(truncatingIfNeeded: value.count))
        writer.put(value)
    }

    package mutating func bool(_ value: Bool) {
        writer.put(Int32(1))
        writer.put(value)
    }

    package mutating func null() { writer.put(Int32(-1)) }

    mutating func end() throws(PGError) {
        writer.put(Int16(-1))
        try send()
    }

    private func send() throws(PGError) {
        try connection.sendCopy(writer)
        writer.clear()
    }
}
