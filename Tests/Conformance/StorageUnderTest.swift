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

    static let all = [StorageUnderTest(description: "sqlite", make: sqlite)]

    @Sendable private static func sqlite() async throws -> StorageHarness {
        let directory = try TemporaryDirectory()
        let (data, keys) = ("\(directory.path)/data", "\(directory.path)/keys")
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { try KeyRing.generate(gemeente, in: keys) }
        let ring = try KeyRing.load(from: keys, credentials: nil)
        let engine = SQLiteEngine(path: data, keys: ring)
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { _ = try await engine.migrate(gemeente) }
        return StorageHarness(
            engine: engine,
            second: SQLiteEngine(path: data, keys: ring),
            owner: directory,
            bytesOnDisk: {
                try FileManager.default.contentsOfDirectory(atPath: data).map {
                    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(data)/\($0)")))
                }
            },
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
                sql: "DROP TRIGGER IF EXISTS gebeurtenis_staat_vast; DROP TRIGGER IF EXISTS audit_staat_vast"
            )
            try change(db, tampering)
        }
        try queue.close()
    }

    private func change(_ db: Database, _ tampering: Tampering) throws {
        switch tampering {
        case .flipFact(let id, let volgnummer):
            guard var payload = try self.payload(db, id, volgnummer), let last = payload.indices.last else { return }
            payload[last] ^= 1
            try write(db, id, volgnummer, payload)
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
