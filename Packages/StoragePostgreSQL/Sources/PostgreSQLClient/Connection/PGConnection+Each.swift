// SPDX-License-Identifier: EUPL-1.2

import CLibpq

extension PGConnection {
    /// Rows as they come, in bounded memory. `body` cannot ask anything of this connection.
    package func each(
        _ sql: String,
        _ arguments: [PGValue] = [],
        _ body: (PGRow) throws -> Void
    ) throws {
        try start()
        if try !send(sql, arguments) {
            try prepare(sql)
            guard try send(sql, arguments) else { throw note(.fault("een statement is niet te bewaren")) }
        }
        guard PQsetSingleRowMode(raw) == 1 else { throw refused() }
        isOccupied = true
        defer { isOccupied = false }
        try flush()
        do {
            try receiveRows(body)
        } catch {
            if !isBroken { try abandon() }
            if let error = error as? PGError, error.isStale { statements.forget(sql) }
            throw error
        }
    }

    private func receiveRows(_ body: (PGRow) throws -> Void) throws {
        while let result = try receive() {
            let memory = ResultMemory(result)
            if PQresultStatus(result) == PGRES_SINGLE_TUPLE {
                try body(PGRow(memory: memory, row: 0))
            } else if let error = error(in: result) {
                throw error
            }
        }
    }

    /// Reads on for a moment when nobody wants the rest; a long rest costs less as a new connection.
    private func abandon() throws(PGError) {
        let patience = patience
        defer { self.patience = patience }
        let deadline = Deadline(after: 250)
        self.patience = 250
        while deadline.remaining > 0 {
            do throws(PGError) {
                guard let result = try receive() else { return }
                PQclear(result)
            } catch {
                // What the caller stopped for matters more than this.
                return
            }
        }
        isBroken = true
    }

    /// Prepares what `send` just refused.
    private func prepare(_ sql: String) throws(PGError) {
        let plan = statements.plan(sql, parameters.oids)
        if let evicted = plan.evicted { try script("DEALLOCATE \(evicted)") }
        guard let types = plan.types else { return }
        guard PQsendPrepare(raw, plan.name, sql, Int32(types.count), types) == 1 else { throw refused() }
        try flush()
        guard let result = try receive() else { throw note(.fault("de server gaf geen uitkomst")) }
        defer { PQclear(result) }
        let failure = error(in: result)
        try finish()
        if let failure {
            statements.forget(sql)
            throw failure
        }
    }
}
