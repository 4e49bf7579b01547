// SPDX-License-Identifier: EUPL-1.2

import CLibpq

/// One connection to the server. It is confined to the closure it is handed to, which runs on the connection's own
/// thread: code in it is plain and synchronous.
package final class PGConnection {
    let raw: OpaquePointer
    let keepsStatements: Bool
    let parameters = Parameters()
    var statements = StatementCache()
    /// How long the server may stay silent, in milliseconds; zero for as long as the connection lives.
    var patience: Int
    /// Never to be used again: lost, given up, or in a state that we do not know.
    var isBroken = false
    /// Between the first and the last row of `each`, and during `copy`, nothing else can be asked.
    var isOccupied = false
    /// Whether a lost answer leaves open if the work was done: outside a transaction, and at COMMIT.
    var isUnsure = false
    /// The first error in the transaction: what a later COMMIT has to say.
    var firstError: PGError?
    var savepoints = 0
    /// What the work counts in this transaction; a savepoint that is undone takes its part back.
    package var tally: [String: Int64] = [:]

    init(raw: OpaquePointer, settings: PGSettings) {
        self.raw = raw
        keepsStatements = settings.prepared
        patience = settings.connectTimeout
    }

    deinit { PQfinish(raw) }

    /// Every call starts here.
    func start() throws(PGError) {
        if isBroken { throw firstError.map { PGError(.connection, $0.message, sqlState: $0.sqlState) } ?? .broken }
        if isOccupied { throw .fault("de verbinding leest of schrijft nog rijen") }
        isUnsure = PQtransactionStatus(raw) == PQTRANS_IDLE
    }

    /// Every error that the connection meets leaves through here.
    func note(_ error: PGError) -> PGError {
        if firstError == nil { firstError = error }
        return error
    }
}
