// SPDX-License-Identifier: EUPL-1.2

import CLibpq

extension PGConnection {
    /// A part of the transaction that can fail by itself: what it did is undone, and the transaction goes on.
    @discardableResult
    package func savepoint<T>(_ body: () throws -> T) throws -> T {
        savepoints += 1
        defer { savepoints -= 1 }
        let name = "p\(savepoints)"
        let (before, counted) = (firstError, tally)
        try run("SAVEPOINT \(name)")
        let value: T
        do {
            value = try body()
        } catch {
            tally = counted
            // When even this fails the transaction is lost, which COMMIT will say.
            if !isBroken, (try? batch([PGStatement("ROLLBACK TO \(name)"), PGStatement("RELEASE \(name)")])) != nil {
                firstError = before
            }
            throw error
        }
        try run("RELEASE \(name)")
        return value
    }

    /// Begins a transaction and sets what holds for it alone, in one round trip.
    func begin(_ mode: PGMode, _ local: LocalSettings) throws(PGError) {
        firstError = nil
        savepoints = 0
        tally = [:]
        // This costs the server nothing, so one that is silent now is gone: no need to wait as long as for a statement.
        patience = local.beginPatience
        defer { patience = local.patience }
        do throws(PGError) {
            _ = try batch([PGStatement(mode.begin), local.statement])
        } catch {
            var error = error
            // Nothing was asked yet.
            error.commitUnknown = false
            throw error
        }
    }

    func commit() throws(PGError) {
        try start()
        switch PQtransactionStatus(raw) {
        case PQTRANS_INTRANS: break
        case PQTRANS_INERROR:
            let error = firstError
            rollback()
            throw error ?? PGError(.sql, "de transactie was al mislukt", sqlState: "25P02")
        default:
            isBroken = true
            throw .fault("de transactie is niet meer open")
        }
        do throws(PGError) {
            let answer = try rows("COMMIT")
            guard PQcmdStatus(answer.memory.pointer).map({ String(cString: $0) }) == "COMMIT" else {
                throw PGError(.sql, "de server maakte de transactie ongedaan", sqlState: "25P02")
            }
        } catch {
            guard isBroken else { throw error }
            var error = error
            error.kind = .connection
            error.commitUnknown = true
            throw error
        }
    }

    /// Undoes; a connection on which that fails is not used again.
    func rollback() {
        if isBroken { return }
        do throws(PGError) {
            try run("ROLLBACK")
        } catch {
            isBroken = true
        }
    }

    /// Leaves nothing behind for the next user: no transaction, setting, lock, channel or statement.
    func tidy() {
        if isBroken { return }
        if PQtransactionStatus(raw) != PQTRANS_IDLE { rollback() }
        guard keepsStatements, !isBroken else { return }
        do throws(PGError) {
            try script("DISCARD ALL")
            statements.forgetAll()
        } catch {
            isBroken = true
        }
    }

    /// Whether the server is still there.
    func answers(within milliseconds: Int) -> Bool {
        if isBroken { return false }
        patience = milliseconds
        do throws(PGError) {
            try script("SELECT 1")
            return true
        } catch {
            return false
        }
    }
}
