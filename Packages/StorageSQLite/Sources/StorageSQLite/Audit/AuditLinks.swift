// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import Sealing
import StorageCore

/// The chain of audit lines: linking what is loose, and walking what is linked.
enum AuditLinks {
    /// Links lines that are not yet in the chain.
    /// - Returns: how many.
    static func link(atMost limit: Int, _ keys: GemeenteKeys, _ db: Database) throws -> Int {
        let head = try AuditRows.head(db)
        var last = head?.nummer ?? 0
        var chain = head.map { AuditChain(keys, head: $0.code) } ?? AuditChain(keys)
        let keyID = keys.newest
        let rows = try db.rows(
            "SELECT \(AuditRows.columns) FROM audit WHERE nr > ? ORDER BY nr LIMIT ?",
            [last, max(0, limit)]
        )
        guard !rows.isEmpty else { return 0 }
        for line in rows.map(AuditRows.line) {
            last = line.nummer
            let code = try chain.add(last, line.regel, reden: line.reden, keyID: keyID)
            try db.run("UPDATE audit SET sleutel = ?, code = ? WHERE nr = ?", [keyID, code, last])
        }
        try db.run(
            "INSERT INTO audit_kop (een, nr, code) VALUES (1, ?, ?) ON CONFLICT DO UPDATE SET nr = ?, code = ?",
            [last, chain.head, last, chain.head]
        )
        return rows.count
    }

    /// Walks the chain; the first number that does not fit, or nil.
    static func walk(_ keys: GemeenteKeys, _ db: Database) throws -> (breuk: Int64?, geketend: Int, nogLos: Int) {
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
            let keyID = (row[10] as Int64?).map { UInt32(stored: $0) }
            guard try walk.take(AuditRows.line(row), keyID: keyID, code: row[11]) else { break }
        }
        return walk.finish(loose: loose)
    }
}
