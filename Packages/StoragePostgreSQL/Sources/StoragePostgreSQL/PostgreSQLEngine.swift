// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
import PostgreSQLClient
public import Sealing
public import StorageCore

/// Storage on PostgreSQL: one database for all gemeenten, for any number of processes.
public actor PostgreSQLEngine: StorageEngine {
    /// How the server is reached.
    public struct Settings: Sendable {
        /// Connection string of the application's role, which owns nothing.
        public var url: String
        /// Connection string of the owner of the schema, not through PgBouncer; nil when `url` is used for that too.
        public var migratieURL: String?
        /// Whether there is an owner besides the application's role, of which this process does not know the connection.
        public var ownerIsElsewhere = false
        /// Most connections that this process opens.
        public var pool: Int
        /// Whether PgBouncer in transaction mode stands between.
        public var pgbouncer: Bool

        /// - Parameters: see the properties.
        public init(url: String, migratieURL: String? = nil, pool: Int = 8, pgbouncer: Bool = false) {
            self.url = url
            self.migratieURL = migratieURL
            self.pool = pool
            self.pgbouncer = pgbouncer
        }

        var roles: DatabaseRoles {
            DatabaseRoles(
                url: url,
                ownerURL: migratieURL,
                ownerIsApplication: migratieURL == nil && !ownerIsElsewhere
            )
        }

        var client: PGSettings { PGSettings(url: url, poolSize: pool, prepared: !pgbouncer) }
    }

    private let settings: Settings
    let keys: KeyRing
    /// The storage in which copies are kept, in a directory.
    private let copyEngine: (@Sendable (String) -> any CopyEngine)?
    private let pool: PGPool
    private let bell: Bell
    private var opened: [Gemeentecode: GemeenteDatabase] = [:]
    /// Whether the schema was found to be this program's.
    private var isCurrent = false
    /// The gemeenten of which everything was found that a store needs, and with which keys it was written.
    private var migrated: Set<Gemeentecode> = []

    /// - Parameters:
    ///   - settings: where the server is. No connection is made yet.
    ///   - keys: the keys of each gemeente.
    ///   - copies: makes the storage in which copies are kept, in the directory that it is given; without one no copies
    ///     are made or read (`niet-ondersteund`).
    public init(_ settings: Settings, keys: KeyRing, copies: (@Sendable (String) -> any CopyEngine)? = nil) {
        self.settings = settings
        self.keys = keys
        copyEngine = copies
        pool = PGPool(settings.client)
        bell = Bell(pool)
    }

    /// Opens the store of a gemeente. The schema must be there and up to date (`migrate`), and written with these keys.
    public func open(_ gemeente: Gemeentecode, als toegang: Toegang) async throws(RegieFout) -> any GemeenteStore {
        let database = try database(of: gemeente)
        try await requireCurrent(gemeente)
        return PostgreSQLStore(database: database, toegang: toegang)
    }

    /// Throws when the schema is not there or not this program's, lacks what this gemeente needs, or was written with other keys.
    func requireCurrent(_ gemeente: Gemeentecode) async throws(RegieFout) {
        if !isCurrent {
            let state = try await attempt(gemeente) { pool in
                try await pool.transaction(.snapshot) { db in try Migrator.state(db) }
            }
            try state.requireCurrent(gemeente)
            isCurrent = true
        }
        if !migrated.contains(gemeente) {
            let database = try database(of: gemeente)
            let keys = database.keys
            try await database.read { db in
                guard try Tellers.find(gemeente, db) != nil else { throw RegieFout.notMigrated(gemeente) }
                try KeyCheck.require(keys, db)
            }
            migrated.insert(gemeente)
        }
    }

    /// Applies what is missing, for all gemeenten at once, and gives the application's role its rights. Processes that
    /// start at once wait for each other.
    public func migrate(_ gemeente: Gemeentecode) async throws(RegieFout) -> [String] {
        let keys = try keys.keys(of: gemeente)
        let owner = PGPool(PGSettings(url: settings.migratieURL ?? settings.url, poolSize: 1, acquireTimeout: 600_000))
        let outcome: Result<[String], RegieFout>
        do throws(RegieFout) {
            outcome = .success(
                try await attempt(gemeente) { pool in
                    try await Migrator(owner: owner, application: pool, keys: keys).migrate()
                }
            )
        } catch {
            outcome = .failure(error)
        }
        await owner.close()
        return try outcome.get()
    }

    /// Reads durability, separation and schema back.
    public func inspect(_ gemeente: Gemeentecode) async throws(RegieFout) -> StorageInspection {
        // Who looks this closely also hears which roles and database there should be.
        try await attempt(gemeente, roles: settings.roles) { pool in
            try await pool.transaction(.snapshot) { db in
                let state = try Migrator.state(db)
                let (settings, findings) = try Durability.read(db)
                return StorageInspection(
                    kind: "postgresql",
                    migrations: state.applied,
                    pending: state.pending,
                    settings: settings,
                    findings: findings + state.findings,
                    freeBytes: nil
                )
            }
        }
    }

    /// The storage in which copies are kept, in a directory.
    func copies(_ directory: String) throws(RegieFout) -> any CopyEngine {
        guard let copyEngine else {
            throw RegieFout(.nietOndersteund, "Er is geen opslag aangewezen waarin kopieën staan.")
        }
        return copyEngine(directory)
    }

    /// Closes every connection; waits for what runs.
    public func close() async {
        opened = [:]
        await pool.close()
    }

    func database(of gemeente: Gemeentecode) throws(RegieFout) -> GemeenteDatabase {
        if let database = opened[gemeente] { return database }
        let database = try GemeenteDatabase(gemeente, keys, pool, bell)
        opened[gemeente] = database
        return database
    }

    private func attempt<Value: Sendable>(
        _ gemeente: Gemeentecode,
        roles: DatabaseRoles? = nil,
        _ work: @Sendable (PGPool) async throws -> Value
    ) async throws(RegieFout) -> Value {
        do {
            return try await work(pool)
        } catch {
            throw StorageFault.from(error, "opslag van gemeente \(gemeente)", roles: roles)
        }
    }
}

extension PostgreSQLEngine: KeyFitting {
    /// Throws `verzegeling-faalt` when the rows of the gemeente were written with other keys.
    public func requireFit(_ keys: GemeenteKeys) async throws(RegieFout) {
        try await database(of: keys.gemeente).read { db in try KeyCheck.require(keys, db) }
    }
}

extension PostgreSQLEngine: WorkNotifier {
    /// Hears NOTIFY; nil behind PgBouncer, through which that does not come.
    public func listen(_ heard: @escaping @Sendable () -> Void) async throws(RegieFout) -> (any Sendable)? {
        guard !settings.pgbouncer else { return nil }
        do {
            return try PGListener(settings.client, channel: Bell.channel, onNotify: heard)
        } catch {
            throw StorageFault.from(error, "opslag")
        }
    }
}
