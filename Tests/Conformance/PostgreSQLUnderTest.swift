// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import StoragePostgreSQL
import StorageSQLite

/// PostgreSQL under test: a real server, a database of its own, an owner that migrates and an application that owns nothing.
enum PostgreSQLUnderTest {
    @Sendable static func make() async throws -> StorageHarness {
        let server = try await PostgresServer.shared()
        let database = try await database(on: server)
        let directory = try TemporaryDirectory()
        let keys = "\(directory.path)/keys"
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { try KeyRing.generate(gemeente, in: keys) }
        let ring = try KeyRing.load(from: keys, credentials: nil)
        let others = try StorageUnderTest.otherKeys(directory)
        let settings = PostgreSQLEngine.Settings(
            url: server.url(database: database, user: "regie_app"),
            migratieURL: server.url(database: database, user: "regie_eigenaar"),
            pool: 4
        )
        let engine = PostgreSQLEngine(settings, keys: ring, copies: { SQLiteEngine(path: $0, keys: ring) })
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { _ = try await engine.migrate(gemeente) }
        return StorageHarness(
            engine: engine,
            second: PostgreSQLEngine(settings, keys: ring),
            owner: directory,
            stranger: { PostgreSQLEngine(settings, keys: others) },
            bytesOnDisk: { try await bytes(of: database, on: server) },
            rotate: {
                let id = try KeyRing.rotate(TestData.gemeente, in: keys)
                try ring.reload()
                return id
            },
            retire: {
                try KeyRing.retire($0, of: TestData.gemeente, in: keys)
                try ring.reload()
            },
            empty: { try await empty(ring, on: server) },
            directory: {
                let path = "\(directory.path)/kopie-\(UUID().uuidString)"
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                return path
            },
            wrappedKey: { try await PostgreSQLTampering(server: server, database: database).wrappedKey($0) },
            tamper: { try await PostgreSQLTampering(server: server, database: database).apply($0) }
        )
    }

    private static let roles = Task {
        let server = try await PostgresServer.shared()
        _ = try await server.execute("CREATE ROLE regie_eigenaar LOGIN; CREATE ROLE regie_app LOGIN")
    }

    /// A database in which there is nothing yet.
    static func empty(_ ring: KeyRing, on server: PostgresServer) async throws -> PostgreSQLEngine {
        let database = try await database(on: server)
        return PostgreSQLEngine(
            .init(
                url: server.url(database: database, user: "regie_app"),
                migratieURL: server.url(database: database, user: "regie_eigenaar"),
                pool: 4
            ),
            keys: ring,
            copies: { SQLiteEngine(path: $0, keys: ring) }
        )
    }

    static func database(on server: PostgresServer) async throws -> String {
        _ = try await roles.value
        let name = try await server.createDatabase()
        _ = try await server.execute("ALTER DATABASE \(name) OWNER TO regie_eigenaar")
        return name
    }

    private static func bytes(of database: String, on server: PostgresServer) async throws -> [[UInt8]] {
        _ = try await server.execute("CHECKPOINT")
        let oid = try await server.execute("SELECT oid FROM pg_database WHERE datname = '\(database)'")
        let folder = server.map.appending(path: "data/base/\(oid.trimmingCharacters(in: .whitespacesAndNewlines))")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).map {
            [UInt8](try Data(contentsOf: folder.appending(path: $0)))
        }
    }
}
