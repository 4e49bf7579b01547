// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// The chain of audit lines: linking what is loose, and walking what is linked.
enum AuditLinks {
    /// Links lines that are not yet in the chain.
    /// - Returns: how many.
    static func link(atMost limit: Int, _ keys: GemeenteKeys, _ db: Database) throws -> Int {
        let kop = try db.row("SELECT nr, code FROM audit_kop")
        var last: Int64 = kop?[0] ?? 0
        var chain = kop.map { AuditChain(keys, head: $0[1]) } ?? AuditChain(keys)
        let keyID = keys.newest
        let rows = try db.rows(
            "SELECT \(AuditRows.columns) FROM audit WHERE nr > ? ORDER BY nr LIMIT ?",
            [last, max(0, limit)]
        )
        guard !rows.isEmpty else { return 0 }
        for row in rows {
            last = row[0]
            let code = try chain.add(last, AuditRows.regel(row), reden: row[7], keyID: keyID)
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
        let kop = try db.row("SELECT nr, code FROM audit_kop")
        let headNumber: Int64 = kop?[0] ?? 0
        var chain = AuditChain(keys)
        var linked = 0
        var expected: Int64 = 1
        let loose = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM audit WHERE nr > ?", arguments: [headNumber]) ?? 0
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT \(AuditRows.columns), sleutel, code FROM audit WHERE nr <= ? ORDER BY nr",
            arguments: [headNumber]
        )
        while let row = try rows.next() {
            // Numbers are given without gaps, so a gap is a line that was taken away.
            let nummer: Int64 = row[0]
            guard nummer == expected, let keyID = row[10] as UInt32?, let code = row[11] as Data? else {
                return (breuk: expected, geketend: linked, nogLos: loose)
            }
            let computed = try chain.add(nummer, AuditRows.regel(row), reden: row[7], keyID: keyID)
            guard computed == code else { return (breuk: nummer, geketend: linked, nogLos: loose) }
            linked += 1
            expected += 1
        }
        guard expected == headNumber + 1, kop.map({ $0[1] == chain.head }) ?? true else {
            return (breuk: expected, geketend: linked, nogLos: loose)
        }
        return (breuk: nil, geketend: linked, nogLos: loose)
    }
}
