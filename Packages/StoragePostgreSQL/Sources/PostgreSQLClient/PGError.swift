// SPDX-License-Identifier: EUPL-1.2

/// What went wrong between us and PostgreSQL. It is safe to log: it carries the server's primary message only, never the
/// detail, the context or the statement, because those repeat what was stored.
package struct PGError: Error, Sendable, CustomStringConvertible {
    /// Who has to act, and how.
    package enum Kind: Sendable {
        /// There is no connection, or it was lost.
        case connection
        /// The server, the network or the pool took longer than allowed.
        case timeout
        /// The server refused a statement.
        case sql
        /// What came back, or what was asked, does not fit: a fault of ours.
        case protocolFault
    }

    package var kind: Kind
    /// The five characters of the server's error; nil when the server did not speak.
    package var sqlState: String?
    /// The server's primary message, or ours.
    package var message: String
    /// The constraint that was violated.
    package var constraint: String?
    /// Whether what was asked may have been done all the same: the answer to COMMIT was lost.
    package var commitUnknown = false
    /// A prepared statement that the server no longer takes; the next attempt prepares it anew.
    var isStale = false

    package init(_ kind: Kind, _ message: String, sqlState: String? = nil, constraint: String? = nil) {
        self.kind = kind
        self.message = message
        self.sqlState = sqlState
        self.constraint = constraint
    }

    /// Whether the same transaction may be tried again from its start: nothing of it was kept.
    package var isRetryable: Bool {
        if commitUnknown { return false }
        if isStale || sqlState == "40001" || sqlState == "40P01" { return true }
        // A wrong password or a missing database does not come right by itself.
        return kind == .connection && !(sqlState?.hasPrefix("28") ?? false) && sqlState != "3D000"
    }

    package var description: String {
        let state = sqlState.map { " \($0)" } ?? ""
        let name = constraint.map { " (\($0))" } ?? ""
        return "PostgreSQL\(state): \(message)\(name)"
    }
}

extension PGError {
    static let closed = PGError(.connection, "de verbindingen zijn gesloten")
    static let broken = PGError(.connection, "de verbinding is eerder verbroken")
    static let noAnswer = PGError(.timeout, "de server antwoordt niet op tijd")
    static let poolExhausted = PGError(.timeout, "er kwam niet op tijd een verbinding vrij")

    static func fault(_ message: String) -> PGError { PGError(.protocolFault, message) }
}
