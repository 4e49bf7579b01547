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
        let gemeente = keys.gemeente.description
        return try await database.exclusive { db in
            // The row of the head is the lock: of two that link at once the second waits, and goes on from there.
            _ = try db.run(
                "INSERT INTO regie.audit_kop (gemeente, nr, code) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING",
                [.text(gemeente), .bytes(AuditChain(keys).head)]
            )
            let head = try AuditRows.head(keys.gemeente, db, lock: true)
            var last = head?.nummer ?? 0
            var chain = head.map { AuditChain(keys, head: $0.code) } ?? AuditChain(keys)
            let rows = try db.rows(
                """
                SELECT 0::bigint, \(AuditRows.said), id FROM regie.audit WHERE gemeente = $1 AND nr IS NULL
                ORDER BY id LIMIT $2
                """,
                [.text(gemeente), .int(Int64(max(0, hoogstens)))]
            )
            guard rows.count > 0 else { return 0 }
            var (ids, numbers, codes): ([Int64], [Int64], [Data]) = ([], [], [])
            for row in rows {
                let line = try AuditRows.line(row)
                last += 1
                ids.append(try row.int(8))
                numbers.append(last)
                codes.append(try chain.add(last, line.regel, reden: line.reden, keyID: keys.newest))
            }
            _ = try db.run(
                """
                UPDATE regie.audit SET nr = nieuw.nr, sleutel = $2, code = nieuw.code
                FROM unnest($3::bigint[], $4::bigint[], $5::bytea[]) AS nieuw (id, nr, code)
                WHERE audit.gemeente = $1 AND audit.id = nieuw.id
                """,
                [.text(gemeente), .int(Int64(keys.newest)), .ints(ids), .ints(numbers), .bytesArray(codes)]
            )
            _ = try db.run(
                "UPDATE regie.audit_kop SET nr = $2, code = $3 WHERE gemeente = $1",
                [.text(gemeente), .int(last), .bytes(chain.head)]
            )
            return ids.count
        }
    }

    func verifyAudit() async throws(RegieFout) -> (breuk: Int64?, geketend: Int, nogLos: Int) {
        let keys = keys
        let gemeente = keys.gemeente.description
        return try await database.read { db in
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
                    keyID: try row.intOrNil(8).map { UInt32(truncatingIfNeeded: $0) },
                    code: try row.bytesOrNil(9)
                )
            }
            return walk.finish(loose: Int(loose ?? 0))
        }
    }
}
