// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite

/// A storage that the suite runs on.
struct StorageUnderTest: Sendable, CustomStringConvertible {
    let description: String
    let make: @Sendable () async throws -> StorageHarness

    static let all = [
        StorageUnderTest(description: "sqlite", make: sqlite),
        StorageUnderTest(description: "postgresql", make: PostgreSQLUnderTest.make),
    ]
    /// Those that several processes share.
    static let shared = [StorageUnderTest(description: "postgresql", make: PostgreSQLUnderTest.make)]

    /// Keys that another machine made for the same gemeenten.
    static func otherKeys(_ directory: TemporaryDirectory) throws -> KeyRing {
        let keys = "\(directory.path)/sleutels-elders"
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { try KeyRing.generate(gemeente, in: keys) }
        return try KeyRing.load(from: keys, credentials: nil)
    }

    @Sendable private static func sqlite() async throws -> StorageHarness {
        let directory = try TemporaryDirectory()
        let (data, keys) = ("\(directory.path)/data", "\(directory.path)/keys")
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { try KeyRing.generate(gemeente, in: keys) }
        let ring = try KeyRing.load(from: keys, credentials: nil)
        let others = try Self.otherKeys(directory)
        let engine = SQLiteEngine(path: data, keys: ring)
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { _ = try await engine.migrate(gemeente) }
        return StorageHarness(
            engine: engine,
            second: SQLiteEngine(path: data, keys: ring),
            owner: directory,
            stranger: { SQLiteEngine(path: data, keys: others) },
            bytesOnDisk: {
                try FileManager.default.contentsOfDirectory(atPath: data).map {
                    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(data)/\($0)")))
                }
            },
            rotate: {
                let id = try KeyRing.rotate(TestData.gemeente, in: keys)
                try ring.reload()
                return id
            },
            retire: {
                try KeyRing.retire($0, of: TestData.gemeente, in: keys)
                try ring.reload()
            },
            empty: { SQLiteEngine(path: "\(directory.path)/leeg-\(UUID().uuidString)", keys: ring) },
            directory: {
                let path = "\(directory.path)/kopie-\(UUID().uuidString)"
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                return path
            },
            wrappedKey: { try SQLiteTampering(path: "\(data)/\(TestData.gemeente).sqlite").wrappedKey($0) },
            tamper: { try SQLiteTampering(path: "\(data)/\(TestData.gemeente).sqlite").apply($0) }
        )
    }
}

/// What somebody with the file in hand could do: the triggers go first.
struct SQLiteTampering {
    let path: String

    func apply(_ tampering: Tampering) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { db in
            try db.execute(
                sql: """
                    DROP TRIGGER IF EXISTS gebeurtenis_staat_vast; DROP TRIGGER IF EXISTS audit_staat_vast;
                    DROP TRIGGER IF EXISTS zegel_staat_vast
                    """
            )
            try change(db, tampering)
        }
        try queue.close()
    }

    /// Whether somebody keeps all others from writing.
    var isLocked: Bool {
        guard let queue = try? DatabaseQueue(path: path) else { return false }
        defer { try? queue.close() }
        do {
            try queue.writeWithoutTransaction { db in try db.inTransaction(.immediate) { .rollback } }
            return false
        } catch {
            return (error as? DatabaseError)?.resultCode == .SQLITE_BUSY
        }
    }

    func wrappedKey(_ id: DossierID) throws -> [UInt8] {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        let key = try queue.read { db in
            try Data.fetchOne(db, sql: "SELECT sleutel FROM dossier WHERE id = ?", arguments: [number(id)])
        }
        return [UInt8](key ?? Data())
    }

    private func change(_ db: Database, _ tampering: Tampering) throws {
        switch tampering {
        case .flipFact(let id, let volgnummer):
            guard var payload = try self.payload(db, id, volgnummer), let last = payload.indices.last else { return }
            payload[last] ^= 1
            try write(db, id, volgnummer, payload)
        case .widenFact(let id, let column):
            try db.execute(
                sql: """
                    UPDATE gebeurtenis SET \(column) = \(column) + 4294967296 WHERE dossier = ?1
                    AND volgnummer = (SELECT MAX(volgnummer) FROM gebeurtenis WHERE dossier = ?1)
                    """,
                arguments: [number(id)]
            )
        case .cutLastFact(let id):
            try db.execute(
                sql: """
                    DELETE FROM gebeurtenis WHERE dossier = ?1
                    AND volgnummer = (SELECT MAX(volgnummer) FROM gebeurtenis WHERE dossier = ?1)
                    """,
                arguments: [number(id)]
            )
        case .copyFact(let from, let to, let volgnummer):
            guard let payload = try self.payload(db, from, volgnummer) else { return }
            try write(db, to, volgnummer, payload)
        case .changeAudit(let nummer):
            try db.execute(sql: "UPDATE audit SET actor = 'iemand anders' WHERE nr = ?", arguments: [nummer])
        case .removeAudit(let nummer):
            try db.execute(sql: "DELETE FROM audit WHERE nr = ?", arguments: [nummer])
        case .cutAudit(let last):
            try db.execute(sql: "DELETE FROM audit WHERE nr > ?", arguments: [last])
            try db.execute(
                sql: "UPDATE audit_kop SET nr = ?1, code = (SELECT code FROM audit WHERE nr = ?1)",
                arguments: [last]
            )
        case .addAudit:
            try db.execute(
                sql: """
                    INSERT INTO audit (actie, object, resultaat, oorsprong, actor, tijdstip)
                    VALUES ('dossier.lees', 'x', 'gelukt', 'elders', 'iemand anders', 1)
                    """
            )
        case .shortenDossier, .dropDossier, .pretendDestroyed, .dropLookup, .dropLines: try changeDossier(db, tampering)
        case .flipInbox(let berichtId), .laterKey(let berichtId):
            let sql = "SELECT inhoud FROM inbox WHERE bericht_id = ?"
            guard var payload = try Data.fetchOne(db, sql: sql, arguments: [berichtId]) else { return }
            // The id of the key is the four bytes after the first one.
            if case .laterKey = tampering { payload[3] ^= 1 } else { payload[payload.count - 1] ^= 1 }
            try db.execute(
                sql: "UPDATE inbox SET inhoud = ? WHERE bericht_id = ?",
                arguments: [payload, berichtId]
            )
        case .flipJob(let id), .laterKeyOfJob(let id):
            let sql = "SELECT inhoud FROM job WHERE id = ?"
            guard var payload = try Data.fetchOne(db, sql: sql, arguments: [id]) else { return }
            // The id of the key is the four bytes after the first one.
            if case .laterKeyOfJob = tampering { payload[3] ^= 1 } else { payload[payload.count - 1] ^= 1 }
            try db.execute(sql: "UPDATE job SET inhoud = ? WHERE id = ?", arguments: [payload, id])
        case .silence(let process, let minutes):
            try db.execute(
                sql: "UPDATE proces SET gezien = gezien - ? WHERE naam = ?",
                arguments: [minutes * 60_000, process]
            )
        case .cutSeal: try db.execute(sql: "DELETE FROM zegel WHERE nr = (SELECT MAX(nr) FROM zegel)")
        case .changeSeal(let nummer):
            try db.execute(sql: "UPDATE zegel SET dossiers = dossiers + 1 WHERE nr = ?", arguments: [nummer])
        }
    }

    private func changeDossier(_ db: Database, _ tampering: Tampering) throws {
        switch tampering {
        case .shortenDossier(let id):
            try change(db, .cutLastFact(id))
            try db.execute(
                sql: """
                    UPDATE dossier SET laatste = laatste - 1, hash =
                        (SELECT hash FROM gebeurtenis WHERE dossier = ?1 ORDER BY volgnummer DESC LIMIT 1) WHERE id = ?1
                    """,
                arguments: [number(id)]
            )
        case .dropDossier(let id):
            for table in ["gebeurtenis", "zoeksleutel", "werkregel", "outbox"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE dossier = ?", arguments: [number(id)])
            }
            try db.execute(sql: "DELETE FROM dossier WHERE id = ?", arguments: [number(id)])
        case .pretendDestroyed(let id):
            for table in ["zoeksleutel", "werkregel"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE dossier = ?", arguments: [number(id)])
            }
            try db.execute(
                sql: "UPDATE dossier SET sleutel = x'', vernietigd_op = 1 WHERE id = ?",
                arguments: [number(id)]
            )
        case .dropLookup(let id):
            try db.execute(
                sql:
                    "DELETE FROM zoeksleutel WHERE dossier = ?1 AND blind = (SELECT MIN(blind) FROM zoeksleutel WHERE dossier = ?1)",
                arguments: [number(id)]
            )
        case .dropLines(let id):
            try db.execute(sql: "DELETE FROM werkregel WHERE dossier = ?", arguments: [number(id)])
        default: break
        }
    }

    private func payload(_ db: Database, _ id: DossierID, _ volgnummer: Int) throws -> Data? {
        try Data.fetchOne(
            db,
            sql: "SELECT inhoud FROM gebeurtenis WHERE dossier = ? AND volgnummer = ?",
            arguments: [number(id), volgnummer]
        )
    }

    private func write(_ db: Database, _ id: DossierID, _ volgnummer: Int, _ payload: Data) throws {
        try db.execute(
            sql: "UPDATE gebeurtenis SET inhoud = ? WHERE dossier = ? AND volgnummer = ?",
            arguments: [payload, number(id), volgnummer]
        )
    }

    /// The id as sixty bits, five a character: how the file holds it.
    private func number(_ id: DossierID) -> Int64 {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return id.tekst.reduce(0) { $0 << 5 | Int64(alphabet.firstIndex(of: $1) ?? 0) }
    }
}
