// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite
import Testing

@Suite struct MigrationTests {
    @Test func `een leeg bestand krijgt alle migraties, en daarna geen meer`() async throws {
        let directory = try TemporaryDirectory()
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let ring = try KeyRing.load(from: directory.path, credentials: nil)
        let engine = SQLiteEngine(path: "\(directory.path)/data", keys: ring)
        let applied = try await engine.migrate(TestData.gemeente)
        #expect(
            applied == [
                "001-dossiers", "002-berichten", "003-audit", "004-taken", "005-volhouden", "006-bewijs",
                "007-sleutelmerk",
            ]
        )
        #expect(try await engine.migrate(TestData.gemeente).isEmpty)
        #expect(try await engine.inspect(TestData.gemeente).migrations == applied)
        let tables = try Installation.strictness("\(directory.path)/data/\(TestData.gemeente).sqlite")
        #expect(tables.count == 15)
        #expect(tables.allSatisfy { $0.strict }, "\(tables)")
        await engine.close()
    }

    @Test func `wie tegelijk begint, migreert één keer`() async throws {
        let directory = try TemporaryDirectory()
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let ring = try KeyRing.load(from: directory.path, credentials: nil)
        let path = "\(directory.path)/data"
        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let engine = SQLiteEngine(path: path, keys: ring)
                    let names = try await engine.migrate(TestData.gemeente)
                    await engine.close()
                    return names
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(
            applied.sorted() == [
                "001-dossiers", "002-berichten", "003-audit", "004-taken", "005-volhouden", "006-bewijs",
                "007-sleutelmerk",
            ]
        )
    }

    @Test func `een database van een nieuwere Regie wordt geweigerd, en doctor zegt waarom`() async throws {
        let installation = try await Installation()
        let raw = try installation.raw()
        try await raw.write { db in try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-toekomst')") }
        #expect(await code { _ = try await installation.store() } == .opslagNieuwer)
        #expect(await code { _ = try await installation.engine.migrate(TestData.gemeente) } == .opslagNieuwer)
        let inspection = try await installation.engine.inspect(TestData.gemeente)
        #expect(inspection.findings.contains { $0.contains("999-toekomst") })
        await installation.engine.close()
    }

    @Test func `wat er stond voordat de sleutel een merk had, krijgt dat van de eigen sleutel en niet van een andere`()
        async throws
    {
        let installation = try await Installation()
        let store = try await installation.store()
        try await store.log(TestData.audit(DossierID.nieuw()))
        let raw = try installation.raw()
        try await raw.write { db in try db.execute(sql: "DELETE FROM sleutelmerk") }
        let directory = try TemporaryDirectory()
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let strange = try KeyRing.load(from: directory.path, credentials: nil).keys(of: TestData.gemeente)
        #expect(await code { try await installation.engine.requireFit(strange) } == .verzegelingFaalt)
        _ = try await installation.engine.migrate(TestData.gemeente)
        // Nothing but the mark is left to tell by.
        try await raw.write { db in
            try db.execute(sql: "DROP TRIGGER audit_staat_vast; UPDATE audit SET merk = NULL")
        }
        #expect(await code { try await installation.engine.requireFit(strange) } == .verzegelingFaalt)
        _ = try await installation.store()
        await installation.engine.close()
    }

    @Test func `een database van een oudere Regie vraagt om migratie`() async throws {
        let installation = try await Installation()
        let raw = try installation.raw()
        try await raw.write { db in
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '005-volhouden'")
        }
        #expect(await code { _ = try await installation.store() } == .opslagFaalt)
        #expect(try await installation.engine.inspect(TestData.gemeente).pending == ["005-volhouden"])
        await installation.engine.close()
    }
}

extension Installation {
    /// Every table of ours and whether it is STRICT.
    static func strictness(_ path: String) throws -> [(name: String, strict: Bool)] {
        let queue = try DatabaseQueue(path: path)
        return try queue.read { db in
            try Row.fetchAll(db, sql: "PRAGMA table_list").filter { row in
                let name: String = row["name"]
                return row["type"] == "table" && !name.hasPrefix("sqlite_") && !name.hasPrefix("grdb_")
            }.map { (name: $0["name"], strict: $0["strict"]) }
        }
    }
}
