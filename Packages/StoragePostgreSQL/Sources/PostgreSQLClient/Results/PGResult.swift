// SPDX-License-Identifier: EUPL-1.2

import CLibpq

/// The rows that a statement gave, in libpq's own memory. It belongs to the closure in which it was made: decode it
/// there.
package struct PGResult: Sequence {
    let memory: ResultMemory

    /// Rows.
    package var count: Int { Int(PQntuples(memory.pointer)) }
    /// Rows inserted, changed, deleted or read.
    package var affected: Int {
        guard let text = PQcmdTuples(memory.pointer) else { return 0 }
        return Int(String(cString: text)) ?? 0
    }

    package subscript(row: Int) -> PGRow { PGRow(memory: memory, row: Int32(truncatingIfNeeded: row)) }

    package func makeIterator() -> Iterator { Iterator(memory: memory, count: PQntuples(memory.pointer)) }

    package struct Iterator: IteratorProtocol {
        let memory: ResultMemory
        let count: Int32
        var row: Int32 = 0

        package mutating func next() -> PGRow? {
            guard row < count else { return nil }
            defer { row += 1 }
            return PGRow(memory: memory, row: row)
        }
    }
}

/// Owns a result of libpq.
final class ResultMemory {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }
}
