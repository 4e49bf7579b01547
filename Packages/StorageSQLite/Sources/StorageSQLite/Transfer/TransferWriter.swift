// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Makes a database out of the rows of another storage: in a file beside the place where it is to stand, which holds nothing
/// that counts until it is moved there.
struct TransferWriter: Sendable {
    let path: String
    let gemeente: Gemeentecode
    let keys: GemeenteKeys

    /// - Returns: what was sent, after it was read back and found the same.
    func write(_ pipe: TransferPipe) async throws(RegieFout) -> TransferProof {
        do {
            var configuration = Configuration()
            configuration.label = "regie-overdracht-\(gemeente)"
            // Foreign keys are checked when all rows are there.
            configuration.foreignKeysEnabled = false
            configuration.prepareDatabase { db in
                // What dies with the process is thrown away: nothing needs to be undone or flushed on the way.
                try db.execute(
                    sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536"
                )
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            try Migrations.migrator(keys).migrate(queue)
            return try await queue.writeWithoutTransaction { db in
                var sent = TransferDigest()
                try db.inTransaction {
                    while let batch = try pipe.take() {
                        try insert(batch, db)
                        sent.add(batch)
                    }
                    try KeyCheck.settle(keys, db)
                    return .commit
                }
                var found = TransferDigest()
                for table in TransferTable.all { try TransferReader.rows(of: table, db) { found.add($0) } }
                let (sentProof, foundProof) = (sent.proof, found.proof)
                guard sentProof == foundProof else {
                    throw RegieFout.notAsSent(sentProof.differences(foundProof), gemeente)
                }
                guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
                    throw RegieFout.notAsSent(["verwijzingen"], gemeente)
                }
                return foundProof
            }
        } catch {
            throw StorageFault.from(error, gemeente)
        }
    }

    private func insert(_ batch: TransferBatch, _ db: Database) throws {
        let table = batch.table
        if table.name == "teller" { return try count(batch, db) }
        let names = table.columns.map(\.name)
        // There is one head of the audit chain, and this table says so.
        let (more, value) = table.name == "audit_kop" ? (["een"], ["1"]) : ([], [])
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO \(table.name) (\((more + names).joined(separator: ", ")))
                VALUES (\((value + names.map { _ in "?" }).joined(separator: ", ")))
                """
        )
        let columns = table.columns.indices.map { Column(batch, $0) }
        for row in 0..<batch.count {
            // A line of the audit log without a number gets the next one.
            let values: [(any DatabaseValueConvertible)?] = columns.map { $0[row] }
            try statement.execute(arguments: StatementArguments(values))
        }
    }

    /// SQLite counts by itself, the highest number that it met. Where more was given out than there is, that must show here
    /// as well.
    private func count(_ batch: TransferBatch, _ db: Database) throws {
        guard batch.count == 1 else { throw RegieFout.notAsSent([batch.table.name], gemeente) }
        for (place, column) in batch.table.columns.enumerated() {
            let given = batch.ints(place)[0] ?? 0
            try db.execute(sql: "DELETE FROM sqlite_sequence WHERE name = ?", arguments: [column.name])
            try db.execute(
                sql: "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)",
                arguments: [column.name, given]
            )
        }
    }

    private enum Column {
        case ints([Int64?])
        case texts([String?])
        case bytes([Data?])

        init(_ batch: TransferBatch, _ column: Int) {
            switch batch.table.columns[column].kind {
            case .int: self = .ints(batch.ints(column))
            case .text: self = .texts(batch.texts(column))
            case .bytes: self = .bytes(batch.bytes(column))
            }
        }

        subscript(row: Int) -> (any DatabaseValueConvertible)? {
            switch self {
            case .ints(let values): values[row]
            case .texts(let values): values[row]
            case .bytes(let values): values[row]
            }
        }
    }
}
