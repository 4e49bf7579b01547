// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite
import Testing

@Suite struct DurabilityTests {
    @Test func `elke bevestigde schrijfactie overleeft stroomuitval: de instellingen zijn teruggelezen`() async throws {
        let installation = try await Installation()
        _ = try await installation.store()
        let inspection = try await installation.engine.inspect(TestData.gemeente)
        #expect(inspection.kind == "sqlite")
        #expect(inspection.settings["synchronous"] == "2")
        #expect(inspection.settings["journal_mode"] == "wal")
        #expect(try #require(Int(inspection.settings["busy_timeout"] ?? "")) >= 5000)
        #expect(inspection.settings["foreign_keys"] == "1")
        #expect(inspection.findings.isEmpty)
        #expect(inspection.pending.isEmpty)
        #expect(inspection.migrations.first == "001-dossiers")
        #expect(try #require(inspection.freeBytes) > 0)
        #expect(try await installation.engine.integrity(TestData.gemeente).isEmpty)
        await installation.engine.close()
    }

    @Test func `bestanden met dossiers zijn alleen voor de eigenaar`() async throws {
        let installation = try await Installation()
        _ = try await installation.store().receive([TestData.inkomend("i-1")])
        let names = try FileManager.default.contentsOfDirectory(atPath: installation.data)
        #expect(names.contains { $0.hasSuffix("-wal") })
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(installation.data)/\(name)")
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        await installation.engine.close()
    }

    @Test func `doctor ziet een opslag die er nog niet is`() async throws {
        let directory = try TemporaryDirectory()
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let ring = try KeyRing.load(from: directory.path, credentials: nil)
        let engine = SQLiteEngine(path: "\(directory.path)/data", keys: ring)
        let inspection = try await engine.inspect(TestData.gemeente)
        #expect(inspection.findings.count == 1)
        #expect(inspection.pending.count == 7)
        #expect(!FileManager.default.fileExists(atPath: "\(directory.path)/data"))
        #expect(await code { _ = try await engine.open(TestData.gemeente, als: TestData.toegang) } == .opslagFaalt)
        #expect(
            await code { _ = try await engine.open(TestData.otherGemeente, als: TestData.toegang) } == .verzegelingFaalt
        )
    }

    @Test func `wie tegelijk schrijft, deelt een transactie`() async throws {
        let installation = try await Installation()
        let store = try await installation.store()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<2000 {
                group.addTask { _ = try await store.receive([TestData.inkomend("i-\(number)", persoon: number)]) }
            }
            try await group.waitForAll()
        }
        #expect(try await store.countInbox()["ontvangen"] == 2000)
        // A commit of its own for each would write at least six pages of 4 KiB for every message.
        let wal = try FileManager.default.attributesOfItem(atPath: installation.file + "-wal")[.size] as? Int
        #expect(try #require(wal) < 2000 * 4096, "elk bericht kreeg een eigen transactie")
        await installation.engine.close()
    }

    @Test func `na sluiten weigert de opslag met een fout en niet met een klap`() async throws {
        let installation = try await Installation()
        let store = try await installation.store()
        await installation.engine.close()
        #expect(await code { _ = try await store.countDossiers() } == .opslagFaalt)
        #expect(await code { _ = try await store.receive([TestData.inkomend("i-1")]) } == .opslagFaalt)
    }

    @Test func `een beschadigd bestand wordt herkend`() async throws {
        let installation = try await Installation()
        await installation.engine.close()
        let handle = try #require(FileHandle(forWritingAtPath: installation.file))
        try handle.write(contentsOf: Data(repeating: 0x41, count: 4096))
        try handle.close()
        let wal = try FileManager.default.attributesOfItem(atPath: installation.file + "-wal")[.size] as? Int
        #expect(wal == 0, "na sluiten staat alles in het bestand zelf")
        let engine = SQLiteEngine(path: installation.data, keys: installation.ring)
        let fout = await #expect(throws: RegieFout.self) {
            _ = try await engine.open(TestData.gemeente, als: TestData.toegang)
        }
        #expect(fout?.code == .opslagFaalt)
        #expect(fout?.wat.contains("beschadigd") == true)
    }
}
