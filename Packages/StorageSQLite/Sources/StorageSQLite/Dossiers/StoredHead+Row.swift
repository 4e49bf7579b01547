// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import StorageCore

extension StoredHead {
    /// The columns that `init` reads, in their order.
    static let columns = "id, sleutel, laatste, hash, regels, merk, vernietigd_op"

    init(_ row: Row) {
        self.init(
            number: row[0],
            wrappedKey: row[1],
            laatste: row[2],
            hash: row[3],
            lines: row[4],
            mark: row[5],
            destroyedAt: row[6]
        )
    }

    /// The row; nil when there is no such dossier.
    static func find(_ number: Int64, _ db: Database) throws -> StoredHead? {
        try db.row("SELECT \(columns) FROM dossier WHERE id = ?", [number]).map { StoredHead($0) }
    }
}
