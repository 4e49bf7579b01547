// SPDX-License-Identifier: EUPL-1.2

import GRDB

/// The numbered migrations of one gemeente's database. A migration that was released never changes: a new one follows.
enum Migrations {
    /// Name and content of each, oldest first.
    static let all: [(name: String, sql: String)] = [
        ("001-dossiers", Migration001.dossiers),
        ("002-berichten", Migration002.berichten),
        ("003-audit", Migration003.audit),
        ("004-taken", Migration004.taken),
        ("005-volhouden", Migration005.volhouden),
    ]

    static var names: [String] { all.map(\.name) }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for (name, sql) in all {
            migrator.registerMigration(name) { db in try db.execute(sql: sql) }
        }
        return migrator
    }
}
