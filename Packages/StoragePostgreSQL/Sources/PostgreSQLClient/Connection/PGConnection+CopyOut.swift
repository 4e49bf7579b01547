// SPDX-License-Identifier: EUPL-1.2

import CLibpq

extension PGConnection {
    /// The rows of a query, one by one as they come: no result of them is built, and while one is dealt with the server
    /// goes on with the next. For passes over millions of rows; `each` knows parameters and types.
    ///
    /// - Parameters:
    ///   - query: without parameters, which COPY does not have: put nothing in it that comes from outside.
    ///   - body: cannot ask anything of this connection. When it throws, the connection is given up.
    package func copy(from query: String, _ body: (inout PGCopiedRow) throws -> Void) throws {
        try start()
        guard PQsendQuery(raw, "COPY (\(query)) TO STDOUT (FORMAT binary)") == 1 else { throw refused() }
        try flush()
        try expectRows()
        isOccupied = true
        defer { isOccupied = false }
        do {
            var isFirst = true
            while let message = try receiveCopied() {
                defer { PQfreemem(UnsafeMutableRawPointer(mutating: message.baseAddress)) }
                let bytes = isFirst ? try Self.withoutHeader(message) : message
                isFirst = false
                var row = PGCopiedRow(bytes)
                // The header can come by itself, and the end of all rows is a row of -1 columns.
                guard let columns = row.columns, columns >= 0 else { continue }
                try body(&row)
            }
        } catch {
            // What is still to come would be taken for the answer to a later question.
            isBroken = true
            throw error
        }
        guard let result = try receive() else { throw note(.fault("de server gaf geen uitkomst")) }
        let failure = error(in: result)
        PQclear(result)
        try finish()
        if let failure { throw failure }
    }

    private func expectRows() throws(PGError) {
        guard let result = try receive() else { throw note(.fault("de server gaf geen uitkomst")) }
        defer { PQclear(result) }
        if PQresultStatus(result) == PGRES_COPY_OUT { return }
        let failure = error(in: result) ?? note(.fault("de server geeft geen rijen"))
        try finish()
        throw failure
    }

    /// The signature (11 bytes), the flags (4) and an extension with its length (4) before it.
    private static func withoutHeader(_ message: UnsafeRawBufferPointer) throws(PGError) -> UnsafeRawBufferPointer {
        guard message.count >= 19, message[0] == 0x50, message[10] == 0 else {
            throw .fault("gekopieerde rijen beginnen niet zoals het hoort")
        }
        let more = Int(Int32(bigEndian: message.loadUnaligned(fromByteOffset: 15, as: Int32.self)))
        guard more >= 0, more <= message.count - 19 else {
            throw .fault("gekopieerde rijen beginnen niet zoals het hoort")
        }
        return UnsafeRawBufferPointer(rebasing: message[(19 + more)...])
    }
}
