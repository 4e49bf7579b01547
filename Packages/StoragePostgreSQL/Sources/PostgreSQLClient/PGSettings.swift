// SPDX-License-Identifier: EUPL-1.2

/// Where the server is, and how long anything may take. Times are in milliseconds.
package struct PGSettings: Sendable {
    /// A connection string of libpq (`host=… dbname=… sslmode=verify-full`) or a URI (`postgresql://…`). What stands in
    /// it goes before the values below.
    package var url: String
    /// Connections that may be open at the same time.
    package var poolSize: Int
    /// Whether statements are prepared and kept; not behind PgBouncer in transaction mode, where the next transaction may
    /// meet another server process.
    package var prepared: Bool
    /// For making a connection. Looking up a host name is the system's own time and comes on top.
    package var connectTimeout: Int
    /// For a connection to come free.
    package var acquireTimeout: Int
    /// For one statement, on the server. The client waits a little longer and then gives the connection up: that is how
    /// long a write hangs whose answer got lost on a connection that went half open, so it stays well below half a minute.
    package var statementTimeout: Int
    /// For a lock.
    package var lockTimeout: Int
    /// For a transaction that does nothing. Ours never wait for anybody, so one that does lost its client on the way, and
    /// holds up whoever needs what it wrote.
    package var idleInTransactionTimeout: Int
    /// For sent data to be acknowledged by the other side's kernel. Keep it under `connectTimeout` when the url names
    /// more than one host, so that a silent first one leaves time for the second.
    package var tcpUserTimeout: Int
    /// When to ask a quiet connection whether it still lives.
    package var keepalives: PGKeepalives
    /// How the server's administrators see us in `pg_stat_activity`.
    package var applicationName: String

    /// What the client waits beyond `statementTimeout`: the server's own error then arrives first.
    static let margin = 2_000
    /// A connection that was idle longer is asked for a sign of life before use.
    static let trustedIdle = 30_000

    package init(
        url: String,
        poolSize: Int = 10,
        prepared: Bool = true,
        connectTimeout: Int = 5_000,
        acquireTimeout: Int = 10_000,
        statementTimeout: Int = 20_000,
        lockTimeout: Int = 10_000,
        idleInTransactionTimeout: Int = 15_000,
        tcpUserTimeout: Int = 4_000,
        keepalives: PGKeepalives = PGKeepalives(),
        applicationName: String = "regied"
    ) {
        self.url = url
        self.poolSize = max(1, poolSize)
        self.prepared = prepared
        self.connectTimeout = connectTimeout
        self.acquireTimeout = acquireTimeout
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.idleInTransactionTimeout = idleInTransactionTimeout
        self.tcpUserTimeout = tcpUserTimeout
        self.keepalives = keepalives
        self.applicationName = applicationName
    }
}

/// TCP keepalives, in seconds.
package struct PGKeepalives: Sendable {
    package var idle: Int
    package var interval: Int
    package var count: Int

    package init(idle: Int = 30, interval: Int = 10, count: Int = 3) {
        self.idle = idle
        self.interval = interval
        self.count = count
    }
}

/// What a transaction may do, and what it sees.
package enum PGMode: Sendable {
    /// Reads and writes; each statement sees what was committed before it.
    case write
    /// Reads only, and everything as it was at the first statement.
    case snapshot

    var begin: String {
        switch self {
        case .write: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
        case .snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        }
    }
}
