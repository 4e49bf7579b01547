// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Sealing

/// The numbered migrations of one gemeente's database. A migration that was released never changes: a new one follows.
enum Migrations {
    /// Fills what a new column needs of the rows that are there.
    typealias Fill = @Sendable (Database, GemeenteKeys) throws -> Void

    /// Name and content of each, oldest first.
    static let all: [(name: String, sql: String, fill: Fill?)] = [
        ("001-dossiers", Migration001.dossiers, nil),
        ("002-berichten", Migration002.berichten, nil),
        ("003-audit", Migration003.audit, nil),
        ("004-taken", Migration004.taken, nil),
        ("005-volhouden", Migration005.volhouden, nil),
        ("006-bewijs", Migration006.bewijs, { db, keys in try Marks.fill(db, keys) }),
        ("007-sleutelmerk", Migration007.sleutelmerk, nil),
    ]

    static var names: [String] { all.map(\.name) }

    /// - Parameter keys: nil when nothing is applied.
    static func migrator(_ keys: GemeenteKeys?) -> DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, sql, fill) in all {
            migrator.registerMigration(name) { db in
                try db.execute(sql: sql)
                if let keys { try fill?(db, keys) }
            }
        }
        return migrator
    }
}
