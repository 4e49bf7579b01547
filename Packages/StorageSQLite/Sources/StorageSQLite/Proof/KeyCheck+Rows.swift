// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Sealing
import StorageCore

extension KeyCheck {
    /// Throws `verzegeling-faalt` when the file was written with other keys.
    static func require(_ keys: GemeenteKeys, _ db: Database) throws {
        var check = KeyCheck(keys)
        for row in try db.rows("SELECT merk FROM sleutelmerk LIMIT 1") { check.take(keyMark: row[0]) }
        for row in try db.rows("SELECT \(AuditRows.columns) FROM audit ORDER BY nr LIMIT ?", [rows]) {
            check.take(AuditRows.line(row), mark: row[9])
        }
        for row in try db.rows("SELECT \(StoredHead.columns) FROM dossier ORDER BY id LIMIT ?", [rows]) {
            check.take(StoredHead(row))
        }
        if check.isUndecided {
            for row in try db.rows("SELECT \(JobRows.columns) FROM job ORDER BY id LIMIT ?", [rows]) {
                check.take(JobRows.stored(row))
            }
        }
        try check.require()
    }

    /// Leaves a mark of the keys, so that other keys are refused from now on; not when there is one. Throws
    /// `verzegeling-faalt` when the file was written with other keys. Inside a transaction.
    static func settle(_ keys: GemeenteKeys, _ db: Database) throws {
        try require(keys, db)
        try db.execute(
            sql: "INSERT INTO sleutelmerk (merk) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM sleutelmerk)",
            arguments: [try keys.keyMark()]
        )
    }
}
