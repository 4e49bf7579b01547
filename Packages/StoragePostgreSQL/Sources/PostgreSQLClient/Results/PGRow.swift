// SPDX-License-Identifier: EUPL-1.2

import CLibpq
package import Foundation

/// One row. Columns are counted from zero. Asking for another type than the column has is a fault of the program
/// (`.protocolFault`), as is asking for a value where there is NULL.
package struct PGRow {
    let memory: ResultMemory
    let row: Int32

    /// bigint.
    package func int(_ column: Int) throws(PGError) -> Int64 { try there(intOrNil(column), column) }
    /// text and its kin.
    package func text(_ column: Int) throws(PGError) -> String { try there(textOrNil(column), column) }
    /// bytea.
    package func bytes(_ column: Int) throws(PGError) -> Data { try there(bytesOrNil(column), column) }
    /// boolean.
    package func bool(_ column: Int) throws(PGError) -> Bool { try there(boolOrNil(column), column) }

    /// bigint.
    package func intOrNil(_ column: Int) throws(PGError) -> Int64? {
        guard let raw = try value(column, { $0 == 20 }) else { return nil }
        return Int64(bigEndian: raw.loadUnaligned(as: Int64.self))
    }

    /// text and its kin.
    package func textOrNil(_ column: Int) throws(PGError) -> String? {
        guard let raw = try value(column, Self.isText) else { return nil }
        return String(decoding: raw, as: UTF8.self)
    }

    /// bytea.
    package func bytesOrNil(_ column: Int) throws(PGError) -> Data? {
        guard let raw = try value(column, { $0 == 17 }) else { return nil }
        guard let start = raw.baseAddress, raw.count > 0 else { return Data() }
        return Data(bytes: start, count: raw.count)
    }

    /// boolean.
    package func boolOrNil(_ column: Int) throws(PGError) -> Bool? {
        guard let raw = try value(column, { $0 == 16 }) else { return nil }
        return raw[0] != 0
    }

    package func isNull(_ column: Int) -> Bool {
        PQgetisnull(memory.pointer, row, Int32(truncatingIfNeeded: column)) == 1
    }

    /// The bytes of a column where they lie, of whatever type; empty for NULL. They are gone after `body`.
    package func withBytes<R>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try withExtendedLifetime(memory) { try body(raw(Int32(truncatingIfNeeded: column))) }
    }

    private func value(_ column: Int, _ fits: (UInt32) -> Bool) throws(PGError) -> UnsafeRawBufferPointer? {
        let column = Int32(truncatingIfNeeded: column)
        let oid = PQftype(memory.pointer, column)
        guard fits(oid) else { throw .fault("kolom \(column) heeft type \(oid), dat hier niet past") }
        if PQgetisnull(memory.pointer, row, column) == 1 { return nil }
        return raw(column)
    }

    private func raw(_ column: Int32) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(memory.pointer, row, column),
            count: Int(PQgetlength(memory.pointer, row, column))
        )
    }

    private func there<T>(_ value: T?, _ column: Int) throws(PGError) -> T {
        guard let value else { throw .fault("kolom \(column) is NULL") }
        return value
    }

    /// text, varchar, bpchar, name, json and a literal without type have the same bytes in binary as in text.
    private static func isText(_ oid: UInt32) -> Bool {
        switch oid {
        case 25, 1043, 1042, 19, 114, 705: true
        default: false
        }
    }
}
