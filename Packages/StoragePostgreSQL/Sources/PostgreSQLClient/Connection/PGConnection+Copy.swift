// SPDX-License-Identifier: EUPL-1.2

import CLibpq

extension PGConnection {
    /// Fills a table in the fastest way there is.
    ///
    /// - Parameters:
    ///   - target: table and columns, `persoon (id, naam)`.
    ///   - body: gives the rows; it cannot ask anything of this connection. When it throws, nothing is kept.
    /// - Returns: rows.
    @discardableResult
    package func copy(into target: String, _ body: (inout PGCopy) throws -> Void) throws -> Int {
        try start()
        guard PQsendQuery(raw, "COPY \(target) FROM STDIN (FORMAT binary)") == 1 else { throw refused() }
        try flush()
        try expectCopy()
        isOccupied = true
        defer { isOccupied = false }
        do {
            var copy = PGCopy(self)
            try body(&copy)
            try copy.end()
        } catch {
            if !isBroken { abort() }
            throw error
        }
        guard PQputCopyEnd(raw, nil) == 1 else { throw try copyFailure() }
        try flush()
        guard let result = try receive() else { throw note(.fault("de server gaf geen uitkomst")) }
        let memory = ResultMemory(result)
        let failure = error(in: result)
        try finish()
        if let failure { throw failure }
        return PGResult(memory: memory).affected
    }

    /// Gives a piece to libpq and sends it, so that no more than a piece is ever held.
    func sendCopy(_ bytes: ByteWriter) throws(PGError) {
        let pointer = UnsafeRawPointer(bytes.base).assumingMemoryBound(to: CChar.self)
        guard PQputCopyData(raw, pointer, Int32(truncatingIfNeeded: bytes.count)) == 1 else { throw try copyFailure() }
        try flush()
    }

    private func expectCopy() throws(PGError) {
        guard let result = try receive() else { throw note(.fault("de server gaf geen uitkomst")) }
        defer { PQclear(result) }
        if PQresultStatus(result) == PGRES_COPY_IN { return }
        let failure = error(in: result) ?? note(.fault("de server neemt geen rijen aan"))
        try finish()
        throw failure
    }

    /// What the server had against it: it says so in the midst of the rows.
    private func copyFailure() throws(PGError) -> PGError {
        if PQstatus(raw) == CONNECTION_BAD { return lost() }
        var failure: PGError?
        while !isBroken, let result = try receive() {
            failure = failure ?? error(in: result)
            PQclear(result)
            if failure == nil { break }
        }
        if failure == nil { isBroken = true }
        return failure ?? note(.fault("het invoegen van rijen liep vast"))
    }

    /// Makes the server throw away what it got. That it then reports an error is what we asked for.
    private func abort() {
        do throws(PGError) {
            guard PQputCopyEnd(raw, "afgebroken door de client") == 1 else {
                _ = try copyFailure()
                return
            }
            try flush()
            try finish()
        } catch {
            isBroken = true
        }
    }
}
