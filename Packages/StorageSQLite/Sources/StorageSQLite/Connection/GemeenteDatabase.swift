// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// The database file of one gemeente with its keys, opened.
final class GemeenteDatabase: Sendable {
    let gemeente: Gemeentecode
    let pool: DatabasePool
    private let ring: KeyRing
    private let first: GemeenteKeys
    private let queue: CommitQueue

    /// As the key file was read last.
    var keys: GemeenteKeys { (try? ring.keys(of: gemeente)) ?? first }

    private init(_ gemeente: Gemeentecode, _ ring: KeyRing, _ pool: DatabasePool) throws(RegieFout) {
        self.gemeente = gemeente
        self.ring = ring
        first = try ring.keys(of: gemeente)
        self.pool = pool
        queue = CommitQueue(pool, gemeente: gemeente)
    }

    /// Opens the file, which must be there; sets durability and reads it back.
    static func open(_ path: String, _ gemeente: Gemeentecode, _ ring: KeyRing) throws(RegieFout)
        -> GemeenteDatabase
    {
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(gemeente))
            try pool.writeWithoutTransaction { db in try Durability.enforce(db, gemeente) }
            return try GemeenteDatabase(gemeente, ring, pool)
        } catch {
            throw StorageFault.from(error, gemeente)
        }
    }

    /// Opens a file only to read it: not a byte of it changes.
    static func open(readingOnly path: String, _ gemeente: Gemeentecode, _ ring: KeyRing) throws(RegieFout)
        -> GemeenteDatabase
    {
        do {
            var configuration = configuration(gemeente)
            configuration.readonly = true
            return try GemeenteDatabase(gemeente, ring, try DatabasePool(path: path, configuration: configuration))
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
            // What is taken away is overwritten in its page, so that no removed key lies about in the file.
            try db.execute(sql: "PRAGMA secure_delete = FAST")
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

    /// Applies what is missing; refuses a schema of a newer program, and keys with which the file was not written.
    /// - Returns: the names of what was applied now.
    func migrate() throws(RegieFout) -> [String] {
        let before = try schemaState()
        try before.requireKnown(gemeente)
        do {
            try Migrations.migrator(keys).migrate(pool)
            let keys = keys
            try pool.write { db in try KeyCheck.settle(keys, db) }
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

    /// Walks every page of the file; what is wrong, in SQLite's words.
    func integrity() async throws(RegieFout) -> [String] {
        try await read { db in
            let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            let keys = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                "foreign key: tabel \(row[0] as String? ?? "?")"
            }
            return pages + keys
        }
    }

    /// Brings all of the WAL into the file and empties it; what is being read just now stays in it.
    func emptyLog() async {
        _ = try? await pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    }

    /// Waits for what was handed in before and closes the file.
    func close() async {
        // An empty piece of work comes after all that waits.
        try? await queue.write { _ in }
        // GRDB closes its writer before its readers, and a reader cannot empty the WAL: without this the newest data
        // would stay beside the file. When another process reads, it stays; nothing is lost then either.
        await emptyLog()
        try? pool.close()
    }
}
