// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: AuditStore {
    func log(_ regel: AuditRegel) async throws(RegieFout) {
        let reden = try StoredAudit.seal(regel, keys)
        try await database.write { db in try AuditRows.insert(regel, reden: reden, db) }
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
            wheres.append("object = ?")
            arguments.append(object)
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
        return try await database.write { db in
            let head = try AuditRows.head(db)
            var last = head?.nummer ?? 0
            var chain = head.map { AuditChain(keys, head: $0.code) } ?? AuditChain(keys)
            let rows = try db.rows(
                "SELECT \(AuditRows.columns) FROM audit WHERE nr > ? ORDER BY nr LIMIT ?",
                [last, max(0, hoogstens)]
            )
            guard !rows.isEmpty else { return 0 }
            for line in rows.map(AuditRows.line) {
                last = line.nummer
                let code = try chain.add(last, line.regel, reden: line.reden, keyID: keys.newest)
                try db.run("UPDATE audit SET sleutel = ?, code = ? WHERE nr = ?", [keys.newest, code, last])
            }
            try db.run(
                "INSERT INTO audit_kop (een, nr, code) VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET nr = ?, code = ?",
                [last, chain.head, last, chain.head]
            )
            return rows.count
        }
    }

    func verifyAudit() async throws(RegieFout) -> (breuk: Int64?, geketend: Int, nogLos: Int) {
        let keys = keys
        return try await database.read { db in
            let head = try AuditRows.head(db)
            var walk = AuditWalk(head, keys)
            let last = head?.nummer ?? 0
            let loose = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM audit WHERE nr > ?", arguments: [last]) ?? 0
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT \(AuditRows.columns), sleutel, code FROM audit WHERE nr <= ? ORDER BY nr",
                arguments: [last]
            )
            while let row = try rows.next() {
                guard try walk.take(AuditRows.line(row), keyID: row[8], code: row[9]) else { break }
            }
            return walk.finish(loose: loose)
        }
    }
}
