// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
public import Inburgering
public import Sealing
public import StorageCore

/// Storage on SQLite: one file per gemeente, `<directory>/0363.sqlite`, for its owner alone.
public actor SQLiteEngine: StorageEngine {
    let directory: String
    let keys: KeyRing
    private var opened: [Gemeentecode: GemeenteDatabase] = [:]
    /// The gemeenten of which the keys were found to be those of the file.
    private var fitting: Set<Gemeentecode> = []

    /// - Parameters:
    ///   - path: `storage.path` of the config: the directory of the files; made when the first one is.
    ///   - keys: the keys of each gemeente.
    public init(path: String, keys: KeyRing) {
        directory = path
        self.keys = keys
    }

    /// Opens the store of a gemeente. The database must be there, up to date (`migrate`) and written with these keys.
    public func open(_ gemeente: Gemeentecode, als toegang: Toegang) async throws(RegieFout) -> any GemeenteStore {
        let database = try database(of: gemeente)
        try database.schemaState().requireCurrent(gemeente)
        if !fitting.contains(gemeente) {
            let keys = database.keys
            try await database.read { db in try KeyCheck.require(keys, db) }
            fitting.insert(gemeente)
        }
        return SQLiteStore(database, toegang: toegang)
    }

    /// Applies what is missing, and makes the file when it is not there. Processes that start at once wait for each
    /// other on a lock file, because GRDB looks and applies in two transactions.
    public func migrate(_ gemeente: Gemeentecode) async throws(RegieFout) -> [String] {
        _ = try keys.keys(of: gemeente)
        try StorageDirectory.make(directory)
        let lock = try FileLock.take("\(directory)/\(gemeente).migratie.lock", wait: true)
        defer { withExtendedLifetime(lock) {} }
        try StorageDirectory.makeFile(path(gemeente))
        return try database(of: gemeente).migrate()
    }

    /// Reads durability, schema and free space back. A database that is not there yet is a finding, not an error.
    public func inspect(_ gemeente: Gemeentecode) async throws(RegieFout) -> StorageInspection {
        guard FileManager.default.fileExists(atPath: path(gemeente)) else {
            return StorageInspection(
                kind: "sqlite",
                migrations: [],
                pending: Migrations.names,
                settings: [:],
                findings: ["Er is nog geen database van gemeente \(gemeente): draai 'regie migrate'."],
                freeBytes: StorageDirectory.freeBytes(directory)
            )
        }
        let database = try database(of: gemeente)
        let state = try database.schemaState()
        let settings = try database.durability()
        return StorageInspection(
            kind: "sqlite",
            migrations: state.applied,
            pending: state.pending,
            settings: settings,
            findings: Durability.findings(settings) + state.findings,
            freeBytes: StorageDirectory.freeBytes(directory)
        )
    }

    /// Walks the whole file (`integrity_check`, `foreign_key_check`): slow, reads every page.
    /// - Returns: what is wrong, in SQLite's words; empty when nothing is.
    public func integrity(_ gemeente: Gemeentecode) async throws(RegieFout) -> [String] {
        try await database(of: gemeente).integrity()
    }

    /// Closes every file; waits for what runs.
    public func close() async {
        for gemeente in opened.keys.sorted() { await forget(gemeente) }
    }

    private func forget(_ gemeente: Gemeentecode) async {
        await opened.removeValue(forKey: gemeente)?.close()
    }

    func path(_ gemeente: Gemeentecode) -> String { "\(directory)/\(gemeente).sqlite" }

    func database(of gemeente: Gemeentecode) throws(RegieFout) -> GemeenteDatabase {
        if let database = opened[gemeente] { return database }
        _ = try keys.keys(of: gemeente)
        guard FileManager.default.fileExists(atPath: path(gemeente)) else {
            throw RegieFout(
                .opslagFaalt,
                "Er is nog geen database van gemeente \(gemeente).",
                watTeDoen: "Draai 'regie migrate', of 'regie init' voor een nieuwe installatie.",
                waar: path(gemeente)
            )
        }
        let database = try GemeenteDatabase.open(path(gemeente), gemeente, keys)
        opened[gemeente] = database
        return database
    }
}

extension SQLiteEngine: KeyFitting {
    /// Throws `verzegeling-faalt` when the file was written with other keys.
    public func requireFit(_ keys: GemeenteKeys) async throws(RegieFout) {
        try await database(of: keys.gemeente).read { db in try KeyCheck.require(keys, db) }
    }
}
