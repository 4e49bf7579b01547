// SPDX-License-Identifier: EUPL-1.2

import CLibpq

extension PGConnection {
    /// Rows affected.
    @discardableResult
    package func run(_ sql: String, _ arguments: [PGValue] = []) throws(PGError) -> Int {
        try rows(sql, arguments).affected
    }

    /// The first row, if there is one.
    package func row(_ sql: String, _ arguments: [PGValue] = []) throws(PGError) -> PGRow? {
        let result = try rows(sql, arguments)
        return result.count > 0 ? result[0] : nil
    }

    /// All rows, in memory.
    package func rows(_ sql: String, _ arguments: [PGValue] = []) throws(PGError) -> PGResult {
        try start()
        guard try send(sql, arguments) else { return try batch([PGStatement(sql, arguments)])[0] }
        try flush()
        guard let result = try receive() else { throw note(.fault("de server gaf geen uitkomst")) }
        let memory = ResultMemory(result)
        let failure = error(in: result)
        try finish()
        if let failure {
            if failure.isStale { statements.forget(sql) }
            throw failure
        }
        return PGResult(memory: memory)
    }

    /// Many statements in one text, without parameters.
    package func script(_ sql: String) throws(PGError) {
        try start()
        guard PQsendQuery(raw, sql) == 1 else { throw refused() }
        try flush()
        var failure: PGError?
        while let result = try receive() {
            defer { PQclear(result) }
            if let error = error(in: result) {
                failure = failure ?? error
                if isBroken { break }
            }
        }
        if let failure { throw failure }
    }

    /// Hands one statement to libpq; false when it has to be prepared first.
    func send(_ sql: String, _ arguments: [PGValue]) throws(PGError) -> Bool {
        parameters.set(arguments)
        let sent: Int32
        if keepsStatements {
            guard let name = statements.name(sql, parameters.oids) else { return false }
            sent = parameters.withPointers { PQsendQueryPrepared(raw, name, $0, $1, $2, $3, 1) }
        } else {
            sent = parameters.withPointers { PQsendQueryParams(raw, sql, $0, parameters.oids, $1, $2, $3, 1) }
        }
        guard sent == 1 else { throw refused() }
        return true
    }

    /// Takes in what remains of an answer of which all that matters was read.
    func finish() throws(PGError) {
        while !isBroken, let result = try receive() { PQclear(result) }
    }
}
