// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import StoragePostgreSQL

/// PostgreSQL under test: a real server, a database of its own, an owner that migrates and an application that owns nothing.
enum PostgreSQLUnderTest {
    @Sendable static func make() async throws -> StorageHarness {
        let server = try await PostgresServer.shared()
        let database = try await database(on: server)
        let directory = try TemporaryDirectory()
        let keys = "\(directory.path)/keys"
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { try KeyRing.generate(gemeente, in: keys) }
        let ring = try KeyRing.load(from: keys, credentials: nil)
        let settings = PostgreSQLEngine.Settings(
            url: server.url(database: database, user: "regie_app"),
            migratieURL: server.url(database: database, user: "regie_eigenaar"),
            pool: 4
        )
        let engine = PostgreSQLEngine(settings, keys: ring)
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { _ = try await engine.migrate(gemeente) }
        return StorageHarness(
            engine: engine,
            second: PostgreSQLEngine(settings, keys: ring),
            owner: directory,
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
            empty: { PostgreSQLEngine(settings, keys: ring) },
            directory: { directory.path },
            wrappedKey: { _ in throw NotOnPostgreSQL() },
            tamper: { try await tamper($0, database, server) }
        )
    }

    /// What only a storage that can prove itself is asked for.
    struct NotOnPostgreSQL: Error {}

    private static let roles = Task {
        let server = try await PostgresServer.shared()
        _ = try await server.execute("CREATE ROLE regie_eigenaar LOGIN; CREATE ROLE regie_app LOGIN")
    }

    private static func database(on server: PostgresServer) async throws -> String {
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

    /// As the superuser, for whom neither row-level security nor triggers stand in the way.
    private static func tamper(_ tampering: Tampering, _ database: String, _ server: PostgresServer) async throws {
        let gemeente = TestData.gemeente.description
        let sql: String
        switch tampering {
        case .flipFact(let id, let volgnummer):
            sql = """
                UPDATE regie.gebeurtenis SET inhoud = set_byte(inhoud, length(inhoud) - 1,
                    get_byte(inhoud, length(inhoud) - 1) # 1)
                WHERE gemeente = '\(gemeente)' AND dossier = \(number(id)) AND volgnummer = \(volgnummer)
                """
        case .cutLastFact(let id):
            sql = """
                DELETE FROM regie.gebeurtenis WHERE gemeente = '\(gemeente)' AND dossier = \(number(id))
                    AND volgnummer = (SELECT max(volgnummer) FROM regie.gebeurtenis
                        WHERE gemeente = '\(gemeente)' AND dossier = \(number(id)))
                """
        case .copyFact(let from, let to, let volgnummer):
            sql = """
                UPDATE regie.gebeurtenis SET inhoud = (SELECT inhoud FROM regie.gebeurtenis AS bron
                    WHERE bron.gemeente = '\(gemeente)' AND bron.dossier = \(number(from))
                        AND bron.volgnummer = \(volgnummer))
                WHERE gemeente = '\(gemeente)' AND dossier = \(number(to)) AND volgnummer = \(volgnummer)
                """
        case .changeAudit(let nummer):
            sql = "UPDATE regie.audit SET actor = 'iemand anders' WHERE gemeente = '\(gemeente)' AND nr = \(nummer)"
        case .removeAudit(let nummer):
            sql = "DELETE FROM regie.audit WHERE gemeente = '\(gemeente)' AND nr = \(nummer)"
        case .silence(let process, let minutes):
            sql = """
                UPDATE regie.proces SET gezien = gezien - \(minutes) * 60000
                WHERE gemeente = '\(gemeente)' AND naam = '\(process)'
                """
        default: throw NotOnPostgreSQL()
        }
        _ = try await server.execute("SET session_replication_role = replica; \(sql)", database: database)
    }

    /// The id as sixty bits, five a character: how the database holds it.
    private static func number(_ id: DossierID) -> Int64 {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return id.tekst.reduce(0) { $0 << 5 | Int64(alphabet.firstIndex(of: $1) ?? 0) }
    }
}
