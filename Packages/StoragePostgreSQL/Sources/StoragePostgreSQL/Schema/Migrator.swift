// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Brings the schema up to date, as its owner.
struct Migrator: Sendable {
    let owner: PGPool
    let application: PGPool
    /// Of the gemeente that is migrated.
    let keys: GemeenteKeys

    /// Of all that start at once one works and the others wait for it. The number is arbitrary and never changes.
    private static let lock: Int64 = 0x7265_6769_65

    /// - Returns: the names of what was applied now.
    func migrate() async throws -> [String] {
        let gemeente = keys.gemeente
        let role = try await application.session { db in try db.row("SELECT current_user::text")?.text(0) ?? "" }
        return try await owner.session { db in
            // Held by the session, for a migration is more than one transaction.
            _ = try db.rows("SELECT pg_advisory_lock($1)::text", [.int(Self.lock)])
            let before = try Self.state(db)
            try before.requireKnown(gemeente)
            if !before.pending.isEmpty {
                for (name, sql) in Migrations.all where before.pending.contains(name) {
                    try db.script(
                        "BEGIN;\n\(Migrations.book)\n\(sql)\nINSERT INTO regie.migratie (naam) VALUES ('\(name)');\nCOMMIT"
                    )
                }
            }
            // Each time: a role of the application that is new gets its rights too.
            let owner = try db.row("SELECT current_user::text, quote_ident($1)", [.text(role)])
            try db.script("BEGIN;\n\(Walls.rowLevelSecurity);\nCOMMIT")
            if let owner, try owner.text(0) != role {
                try db.script("BEGIN;\n\(Walls.grants(to: try owner.text(1)))\nCOMMIT")
            }
            try fill(db)
            return before.pending
        }
    }

    /// What the rows of this gemeente need, for which its keys are needed: the schema is everybody's.
    private func fill(_ db: PGConnection) throws {
        try db.script("BEGIN")
        _ = try db.rows("SELECT set_config('regie.gemeente', $1, true)", [.text(keys.gemeente.description)])
        // Before a mark is made with them.
        try KeyCheck.require(keys, db)
        try Marks.fill(keys, db)
        try KeyCheck.leaveMark(keys, db)
        try db.script("COMMIT")
    }

    /// Which migrations the database has.
    static func state(_ db: PGConnection) throws -> SchemaState {
        let there = try db.row("SELECT to_regclass('regie.migratie') IS NOT NULL")?.bool(0) ?? false
        let found = there ? try db.rows("SELECT naam FROM regie.migratie").map { try $0.text(0) } : []
        return SchemaState(found: Set(found), of: Migrations.names)
    }
}
