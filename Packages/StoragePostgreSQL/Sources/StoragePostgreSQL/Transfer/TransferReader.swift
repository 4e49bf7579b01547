// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import StorageCore

/// Reads a gemeente's rows, table by table, inside a transaction that somebody else began.
struct TransferReader {
    let gemeente: Gemeentecode
    let db: PGConnection
    /// Audit lines that stood here before others were put in: those with an id up to this one are left out.
    var auditAfter: Int64 = 0
    /// How many those are.
    var auditBefore: Int64 = 0

    /// Rows a statement: each has the server's patience for itself, however long the whole takes.
    private static let step = 4_000

    func rows(of table: TransferTable, _ take: (TransferBatch) throws -> Void) throws {
        // A cursor a table, because a statement is prepared with the columns that it gave first.
        let cursor = "overdracht_\(table.name)"
        try db.run("DECLARE \(cursor) NO SCROLL CURSOR FOR \(query(table))", arguments(table))
        var batch = TransferBatch(table)
        while true {
            let rows = try db.rows("FETCH FORWARD \(Self.step) FROM \(cursor)")
            for row in rows {
                try batch.add(PostgreSQLRow(row: row))
                if batch.isFull {
                    try take(batch)
                    batch.clear()
                }
            }
            if rows.count < Self.step { break }
        }
        if batch.count > 0 { try take(batch) }
        try db.run("CLOSE \(cursor)")
    }

    private func arguments(_ table: TransferTable) -> [PGValue] {
        let gemeente = PGValue.text(gemeente.description)
        switch table.name {
        case "audit": return [gemeente, .int(auditAfter)]
        case "teller": return [gemeente, .int(auditBefore)]
        default: return [gemeente]
        }
    }

    private func query(_ table: TransferTable) -> String {
        let columns = table.columns.map { column(table.name, $0.name) }.joined(separator: ", ")
        // Text by its bytes, whatever the database's own order is.
        var order = table.order.map { $0.kind == .text ? "\($0.name) COLLATE \"C\"" : $0.name }
        var only = "gemeente = $1"
        if table.name == "audit" {
            only += " AND id > $2"
            order.append("id")
        }
        return "SELECT \(columns) FROM regie.\(table.name) WHERE \(only) ORDER BY \(order.joined(separator: ", "))"
    }

    private func column(_ table: String, _ name: String) -> String {
        switch (table, name) {
        // All gemeenten draw from one row of numbers, and who is rolled back leaves one out: only the order says anything.
        case ("inbox", "nr"), ("outbox", "nr"): "row_number() OVER (ORDER BY nr)"
        case ("teller", "audit"): "audit - $2"
        case ("schema", "gepauzeerd"): "CASE WHEN gepauzeerd THEN 1::bigint ELSE 0::bigint END"
        default: name
        }
    }
}

private struct PostgreSQLRow: TransferRow {
    let row: PGRow

    func int(_ column: Int) throws -> Int64? { try row.intOrNil(column) }
    func text(_ column: Int) throws -> String? { try row.textOrNil(column) }
    func bytes(_ column: Int) throws -> Data? { try row.bytesOrNil(column) }
}
