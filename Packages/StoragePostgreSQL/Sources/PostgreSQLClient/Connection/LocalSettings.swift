// SPDX-License-Identifier: EUPL-1.2

/// What is set for one transaction alone. That way it also holds behind PgBouncer, where the next transaction may meet
/// another server process.
struct LocalSettings: Sendable {
    let statement: PGStatement
    /// How long the client waits for an answer.
    let patience: Int
    /// The same for BEGIN. Behind PgBouncer that is where one waits for a connection to the server.
    let beginPatience: Int

    /// - Parameter local: more settings; one of the same name replaces the value of `settings`.
    init(_ settings: PGSettings, _ local: [(String, String)] = []) {
        var values: [(String, String)] = [
            ("statement_timeout", String(settings.statementTimeout)),
            ("lock_timeout", String(settings.lockTimeout)),
            ("idle_in_transaction_session_timeout", String(settings.idleInTransactionTimeout)),
        ]
        for (name, value) in local {
            if let place = values.firstIndex(where: { $0.0 == name }) {
                values[place].1 = value
            } else {
                values.append((name, value))
            }
        }
        let calls = values.indices.map { "set_config($\($0 * 2 + 1), $\($0 * 2 + 2), true)" }
        statement = PGStatement(
            "SELECT " + calls.joined(separator: ", "),
            values.flatMap { [.text($0.0), .text($0.1)] }
        )
        // With a unit, or without a limit, only the connection's own signs of life count.
        let limit = Int(values[0].1) ?? 0
        patience = limit > 0 ? limit + PGSettings.margin : 0
        beginPatience = settings.connectTimeout + (settings.prepared ? 0 : settings.acquireTimeout)
    }
}
