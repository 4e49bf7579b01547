// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import StorageCore

/// Reads a gemeente's rows for another storage, on a connection of its own beside whatever has the file open.
enum TransferReader {
    /// - Parameter frozen: whether nobody else may write until `take(nil)` returns; else one reads beside writers.
    static func send(
        _ path: String,
        _ gemeente: Gemeentecode,
        frozen: Bool,
        _ take: @escaping @Sendable (TransferBatch?) throws -> Void
    ) async throws(RegieFout) {
        guard FileManager.default.fileExists(atPath: path) else {
            throw RegieFout(
                .opslagFaalt,
                "Er is nog geen database van gemeente \(gemeente).",
                watTeDoen: "Draai 'regie migrate', of wijs de goede map aan.",
                waar: path
            )
        }
        do {
            var configuration = Configuration()
            configuration.label = "regie-overdracht-\(gemeente)"
            configuration.busyMode = .timeout(Durability.busyTimeout)
            // A writer's lock is only for who may write. Nothing is written either way.
            configuration.readonly = !frozen
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            try await queue.writeWithoutTransaction { db in
                try db.inTransaction(frozen ? .immediate : .deferred) {
                    try SchemaState(db).requireCurrent(gemeente)
                    for table in TransferTable.all { try rows(of: table, db, take) }
                    try take(nil)
                    return .rollback
                }
            }
        } catch {
            throw StorageFault.from(error, gemeente)
        }
    }

    static func rows(of table: TransferTable, _ db: Database, _ take: (TransferBatch) throws -> Void) throws {
        var batch = TransferBatch(table)
        let rows = try Row.fetchCursor(db, sql: query(table))
        while let row = try rows.next() {
            try batch.add(SQLiteRow(row: row))
            if batch.isFull {
                try take(batch)
                batch.clear()
            }
        }
        if batch.count > 0 { try take(batch) }
    }

    private static func query(_ table: TransferTable) -> String {
        if table.name == "teller" {
            // SQLite counts by itself.
            let counts = table.columns.map {
                "COALESCE((SELECT seq FROM sqlite_sequence WHERE name = '\($0.name)'), 0)"
            }
            return "SELECT \(counts.joined(separator: ", "))"
        }
        let columns = table.columns.map { column in
            // Here a line has its number before it is in the chain; elsewhere it gets it then.
            table.name == "audit" && column.name == "nr" ? "CASE WHEN code IS NULL THEN NULL ELSE nr END" : column.name
        }
        let order = table.order.map(\.name).joined(separator: ", ")
        return "SELECT \(columns.joined(separator: ", ")) FROM \(table.name) ORDER BY \(order)"
    }
}

private struct SQLiteRow: TransferRow {
    let row: Row

    func int(_ column: Int) -> Int64? { row[column] }
    func text(_ column: Int) -> String? { row[column] }
    func bytes(_ column: Int) -> Data? { row[column] }
}
