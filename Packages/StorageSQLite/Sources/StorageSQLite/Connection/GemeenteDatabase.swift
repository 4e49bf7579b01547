// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// The database file of one gemeente with its keys, opened.
final class GemeenteDatabase: Sendable {
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let pool: DatabasePool
    private let queue: CommitQueue

    private init(_ gemeente: Gemeentecode, _ keys: GemeenteKeys, _ pool: DatabasePool) {
        self.gemeente = gemeente
        self.keys = keys
        self.pool = pool
        queue = CommitQueue(pool, gemeente: gemeente)
    }

    /// Opens the file, which must be there; sets durability and reads it back.
    static func open(_ path: String, _ gemeente: Gemeentecode, _ keys: GemeenteKeys) throws(RegieFout)
        -> GemeenteDatabase
    {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(gemeente))
            try pool.writeWithoutTransaction { db in try Durability.enforce(db, gemeente) }
            return GemeenteDatabase(gemeente, keys, pool)
        } catch {
            throw StorageFault.from(error, gemeente)
        }
    }

    /// GRDB would answer SQLITE_BUSY at once; daemon and command line share the file through the busy timeout.
    private static func configuration(_ gemeente: Gemeentecode) -> Configuration {
        var configuration = Configuration()
        configuration.label = "regie-\(gemeente)"
        configuration.busyMode = .timeout(Durability.busyTimeout)
        configuration.foreignKeysEnabled = true
        configuration.maximumReaderCount = 6
        configuration.prepareDatabase { db in
            // The writer keeps 64 MiB of pages, because ids are random and so are the pages that it touches; a reader
            // goes from front to back. Fewer, longer checkpoints than the default of 1000 pages.
            let cache = db.configuration.readonly ? 4096 : 65_536
            try db.execute(sql: "PRAGMA cache_size = -\(cache); PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }

    /// Reads on a steady snapshot.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(RegieFout) -> Value
    {
        do {
            return try await pool.read(work)
        } catch {
            throw StorageFault.from(error, gemeente)
        }
    }

    /// Writes, durable when this returns; shares a transaction with whoever writes at the same time.
    func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws(RegieFout) -> Value
    {
        try await queue.write(work)
    }

    /// Which migrations the file has.
    func schemaState() throws(RegieFout) -> SchemaState {
        do {
            return try pool.read { db in try SchemaState(db) }
        } catch {
            throw StorageFault.from(error, gemeente)
        }
    }

    /// Applies what is missing; refuses a schema of a newer program.
    /// - Returns: the names of what was applied now.
    func migrate() throws(RegieFout) -> [String] {
        let before = try schemaState()
        try before.requireKnown(gemeente)
        do {
            try Migrations.migrator.migrate(pool)
        } catch {
            throw StorageFault.from(error, gemeente)
        }
        return before.pending
    }

    /// The settings that durability depends on, as the writer itself gives them back.
    func durability() throws(RegieFout) -> [String: String] {
        do {
            return try pool.writeWithoutTransaction { db in try Durability.settings(db) }
        } catch {
            throw StorageFault.from(error, gemeente)
        }
    }

    /// Waits for what was handed in before and closes the file.
    func close() async {
        // An empty piece of work comes after all that waits.
        try? await queue.write { _ in }
        // GRDB closes its writer before its readers, and a reader cannot empty the WAL: without this the newest data
        // would stay beside the file. When another process reads, it stays; nothing is lost then either.
        _ = try? await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
        try? pool.close()
    }
}
