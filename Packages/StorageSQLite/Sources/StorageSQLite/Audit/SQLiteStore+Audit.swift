// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

extension SQLiteStore: AuditStore {
    func log(_ regel: AuditRegel) async throws(RegieFout) {
        let reden = try AuditRows.sealReden(regel, keys)
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
            try db.rows(sql, all).map { (nummer: $0[0], regel: try AuditRows.opened($0, keys)) }
        }
    }

    func linkAudit(hoogstens: Int) async throws(RegieFout) -> Int {
        let keys = keys
        return try await database.write { db in
            let kop = try db.row("SELECT nr, code FROM audit_kop")
            var last: Int64 = kop?[0] ?? 0
            var chain = kop.map { AuditChain(keys, head: $0[1]) } ?? AuditChain(keys)
            let rows = try db.rows(
                "SELECT \(AuditRows.columns) FROM audit WHERE nr > ? ORDER BY nr LIMIT ?",
                [last, max(0, hoogstens)]
            )
            guard !rows.isEmpty else { return 0 }
            for row in rows {
                last = row[0]
                let code = try chain.add(last, AuditRows.regel(row), reden: row[7], keyID: keys.newest)
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
            let kop = try db.row("SELECT nr, code FROM audit_kop")
            let headNumber: Int64 = kop?[0] ?? 0
            var chain = AuditChain(keys)
            var linked = 0
            var expected: Int64 = 1
            let loose =
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM audit WHERE nr > ?", arguments: [headNumber]) ?? 0
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT \(AuditRows.columns), sleutel, code FROM audit WHERE nr <= ? ORDER BY nr",
                arguments: [headNumber]
            )
            while let row = try rows.next() {
                // Numbers are given without gaps, so a gap is a line that was taken away.
                let nummer: Int64 = row[0]
                guard nummer == expected, let keyID = row[8] as UInt32?, let code = row[9] as Data? else {
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
}
