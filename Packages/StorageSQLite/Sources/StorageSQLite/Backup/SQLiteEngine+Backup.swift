// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Glibc
public import Inburgering
import Sealing
import StorageCore

extension SQLiteEngine {
    /// Copies with `VACUUM INTO`, on a connection of its own: one steady moment, while others write, and without what
    /// was removed before.
    public func backup(_ gemeente: Gemeentecode, naar map: String) async throws(RegieFout) -> [String] {
        _ = try database(of: gemeente)
        let name = "\(gemeente).sqlite"
        let target = "\(map)/\(name)"
        try StorageDirectory.makeFile(target)
        do {
            var configuration = Configuration()
            configuration.label = "regie-backup-\(gemeente)"
            configuration.busyMode = .timeout(Durability.busyTimeout)
            let source = try DatabaseQueue(path: path(gemeente), configuration: configuration)
            defer { try? source.close() }
            try await source.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [target]) }
        } catch {
            throw StorageFault.from(error, gemeente)
        }
        try StorageDirectory.sync(target)
        try StorageDirectory.sync(map)
        return [name]
    }

    /// Opens the copy where it stands, to read only.
    public func openBackup(
        _ gemeente: Gemeentecode,
        uit map: String,
        als toegang: Toegang
    ) async throws(RegieFout) -> (bevindingen: [String], store: (any GemeenteStore)?) {
        let database = try GemeenteDatabase.open(readingOnly: "\(map)/\(gemeente).sqlite", gemeente, keys)
        let findings: [String]
        do throws(RegieFout) {
            findings = try await database.integrity()
        } catch {
            return ([error.wat], nil)
        }
        let state = try database.schemaState()
        guard findings.isEmpty, state.pending.isEmpty, state.unknown.isEmpty else {
            return (findings + state.findings, nil)
        }
        return ([], SQLiteStore(database, toegang: toegang))
    }

    /// Puts a copy in the place of the database that is not there: beside it first, then under its name in one move.
    public func restore(_ gemeente: Gemeentecode, uit map: String) async throws(RegieFout) {
        _ = try keys.keys(of: gemeente)
        try StorageDirectory.make(directory)
        let lock = try FileLock.take("\(directory)/\(gemeente).migratie.lock", wait: true)
        defer { withExtendedLifetime(lock) {} }
        let target = path(gemeente)
        for taken in [target, "\(target)-wal", "\(target)-journal"]
        where FileManager.default.fileExists(atPath: taken) {
            throw RegieFout(
                .bestaatAl,
                "Er staat al een database van gemeente \(gemeente): daar wordt niet overheen geschreven.",
                watTeDoen: "Herstel in een lege map van 'storage.path', of zet dit bestand eerst zelf opzij.",
                waar: taken
            )
        }
        let beside = "\(target).herstel"
        unlink(beside)
        do {
            try StorageDirectory.makeFile(beside)
            try StorageDirectory.copy("\(map)/\(gemeente).sqlite", to: beside)
            try StorageDirectory.sync(beside)
        } catch {
            unlink(beside)
            throw error
        }
        guard rename(beside, target) == 0 else {
            throw RegieFout(.opslagFaalt, "De database kan niet op zijn plaats worden gezet.", waar: target)
        }
        try StorageDirectory.sync(directory)
    }
}
