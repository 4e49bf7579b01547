// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: AuditStore {
    func log(_ regel: AuditRegel) async throws(RegieFout) {
        let line = try SealedAudit(regel, keys)
        let gemeente = gemeente
        try await database.write { db in try AuditRows.insert(line, gemeente, db) }
    }

    func listAudit(
        object: String?,
        actor: String?,
        voor: Int64?,
        limiet: Int
    ) async throws(RegieFout) -> [(nummer: Int64, regel: AuditRegel)] {
        let keys = keys
        // Lines that are not linked yet are shown with the number that they will most likely get.
        var sql = """
            SELECT * FROM (
                SELECT \(AuditRows.columns) FROM regie.audit WHERE gemeente = $1 AND nr IS NOT NULL
                UNION ALL
                SELECT COALESCE((SELECT nr FROM regie.audit_kop WHERE gemeente = $1), 0)
                    + row_number() OVER (ORDER BY id), \(AuditRows.said)
                FROM regie.audit WHERE gemeente = $1 AND nr IS NULL) AS regel
            WHERE nr < $2
            """
        var arguments: [PGValue] = [.text(keys.gemeente.description), .int(voor ?? .max)]
        if let object {
            // From the object with a space behind it up to the next character: what begins with it as a whole word.
            arguments += [.text(object), .text("\(object) "), .text("\(object)!")]
            let last = arguments.count
            sql += " AND (object = $\(last - 2) OR object >= $\(last - 1) AND object < $\(last))"
        }
        if let actor {
            arguments.append(.text(actor))
            sql += " AND actor = $\(arguments.count)"
        }
        arguments.append(.int(Int64(max(0, limiet))))
        sql += " ORDER BY nr DESC LIMIT $\(arguments.count)"
        let (query, all) = (sql, arguments)
        return try await database.read { db in
            try db.rows(query, all).map { row in
                let line = try AuditRows.line(row)
                return (nummer: line.nummer, regel: try line.opened(keys))
            }
        }
    }

    func linkAudit(hoogstens: Int) async throws(RegieFout) -> Int {
        let keys = keys
        return try await database.exclusive { db in try AuditLinks.link(atMost: hoogstens, keys, db) }
    }

    func verifyAudit() async throws(RegieFout) -> (breuk: Int64?, geketend: Int, nogLos: Int) {
        let keys = keys
        let gemeente = keys.gemeente.description
        return try await database.read(patient: true) { db in
            let head = try AuditRows.head(keys.gemeente, db, lock: false)
            let loose = try db.row(
                "SELECT count(*) FROM regie.audit WHERE gemeente = $1 AND nr IS NULL",
                [.text(gemeente)]
            )?.int(0)
            var walk = AuditWalk(head, keys)
            try db.each(
                "SELECT \(AuditRows.columns), sleutel, code FROM regie.audit WHERE gemeente = $1 AND nr <= $2 ORDER BY nr",
                [.text(gemeente), .int(head?.nummer ?? 0)]
            ) { row in
                _ = try walk.take(
                    try AuditRows.line(row),
                    keyID: try row.intOrNil(10).map { UInt32(stored: $0) },
                    code: try row.bytesOrNil(11)
                )
            }
            return walk.finish(loose: Int(loose ?? 0))
        }
    }
}
