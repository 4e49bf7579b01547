// SPDX-License-Identifier: EUPL-1.2

import GRDB
import GRDBSQLite
import Sealing
import StorageCore

/// A fact as SQLite lends it: payload and hash stay where SQLite has them, and are gone when the cursor goes on.
///
/// Read past GRDB's rows, because a night reads millions of them, and because a column that somebody gave another type
/// must be a broken chain to report, not the end of the process.
struct LentFact {
    let dossier: Int64
    let link: DossierChain.Link
    let sealed: UnsafeRawBufferPointer
    let hash: UnsafeRawBufferPointer
}

extension LentFact: DatabaseValueConvertible, StatementColumnConvertible {
    /// - Parameter index: the first of `FactRows.columns`; the others follow it.
    init(sqliteStatement row: SQLiteStatement, index: CInt) {
        dossier = sqlite3_column_int64(row, index)
        link = DossierChain.Link(
            volgnummer: Int32(stored: sqlite3_column_int64(row, index + 1)),
            geldigOp: Int32(stored: sqlite3_column_int64(row, index + 2)),
            bekendOp: sqlite3_column_int64(row, index + 3),
            bron: Self.text(row, index + 4) ?? "",
            berichtId: Self.text(row, index + 5),
            versie: Int32(stored: sqlite3_column_int64(row, index + 6))
        )
        sealed = Self.bytes(row, index + 7)
        hash = Self.bytes(row, index + 8)
    }

    private static func text(_ row: SQLiteStatement, _ column: CInt) -> String? {
        guard let text = sqlite3_column_text(row, column) else { return nil }
        let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(row, column)))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func bytes(_ row: SQLiteStatement, _ column: CInt) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(row, column)
        return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(row, column)))
    }

    // GRDB asks both of whatever a column gives. A fact is no single value, and nothing lent outlives its row.
    static func fromDatabaseValue(_ value: DatabaseValue) -> LentFact? { nil }
    var databaseValue: DatabaseValue { .null }
}
