// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import RegieTestKit
import Sealing
import StoragePostgreSQL

/// A migrated database with keys, and who may reach it how.
struct Opslagproef {
    let server: PostgresServer
    let database: String
    let settings: PostgreSQLEngine.Settings
    let ring: KeyRing
    let map: TemporaryDirectory

    private static let rollen = Task {
        let server = try await PostgresServer.shared()
        try await server.execute("CREATE ROLE opslag_eigenaar LOGIN; CREATE ROLE opslag_app LOGIN")
    }

    init(migreer: Bool = true) async throws {
        _ = try await Self.rollen.value
        server = try await PostgresServer.shared()
        database = try await server.createDatabase()
        try await server.execute("ALTER DATABASE \(database) OWNER TO opslag_eigenaar")
        map = try TemporaryDirectory()
        for gemeente in [TestData.gemeente, TestData.otherGemeente] {
            try KeyRing.generate(gemeente, in: map.path)
        }
        ring = try KeyRing.load(from: map.path, credentials: nil)
        settings = PostgreSQLEngine.Settings(
            url: server.url(database: database, user: "opslag_app"),
            migratieURL: server.url(database: database, user: "opslag_eigenaar"),
            pool: 3
        )
        guard migreer else { return }
        let engine = PostgreSQLEngine(settings, keys: ring)
        _ = try await engine.migrate(TestData.gemeente)
        await engine.close()
    }

    /// Another process; with keys of its own when those are given.
    func engine(_ keys: KeyRing? = nil) -> PostgreSQLEngine { PostgreSQLEngine(settings, keys: keys ?? ring) }

    /// What `psql` says to the application's role, with or without a gemeente.
    func alsApp(_ sql: String, gemeente: String? = nil) async throws -> String {
        let set = gemeente.map { "SET regie.gemeente = '\($0)'; " } ?? ""
        return try await server.execute(set + sql, database: database, user: "opslag_app")
    }

    /// As the superuser, for whom neither walls nor triggers stand in the way.
    @discardableResult
    func peuter(_ sql: String) async throws -> String {
        try await server.execute("SET session_replication_role = replica; \(sql)", database: database)
    }
}
