// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: AuditStore {
    func log(_ regel: AuditRegel) async throws(RegieFout) {
        let line = try SealedAudit(regel, keys)
        try await database.write { db in try AuditRows.insert(line, db) }
    }

    func listAudit(
        object: String?,
        actor: String?,
        voor: Int64?,
        limiet: Int
    ) async throws(RegieFout) -> [(nummer: Int64, regel: AuditRegel)] {
        let keys = keys
        var wheres = ["nr < ?"]
        var arguments: [(any DatabaseValueConvertible & Sendable)?] = [voor ?? Int64.max]
        if let object {
            // From the object with a space behind it up to the next character: what begins with it as a whole word.
            wheres.append("(object = ? OR object >= ? AND object < ?)")
            arguments += [object, "\(object) ", "\(object)!"]
        }
        if let actor {
            wheres.append("actor = ?")
            arguments.append(actor)
        }
        let sql =
            "SELECT \(AuditRows.columns) FROM audit WHERE \(wheres.joined(separator: " AND ")) ORDER BY nr DESC LIMIT ?"
        let all = arguments + [max(0, limiet)]
        return try await database.read { db in
            try db.rows(sql, all).map { row in
                let line = AuditRows.line(row)
                return (nummer: line.nummer, regel: try line.opened(keys))
            }
        }
    }

    func linkAudit(hoogstens: Int) async throws(RegieFout) -> Int {
        let keys = keys
        return try await database.write { db in try AuditLinks.link(atMost: hoogstens, keys, db) }
    }

    func verifyAudit() async throws(RegieFout) -> (breuk: Int64?, geketend: Int, nogLos: Int) {
        let keys = keys
        return try await database.read { db in try AuditLinks.walk(keys, db) }
    }
}
