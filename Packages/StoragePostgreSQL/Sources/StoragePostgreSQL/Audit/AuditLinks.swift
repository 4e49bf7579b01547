// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// The chain of audit lines: linking what is loose.
enum AuditLinks {
    /// Makes whoever links after this wait until the transaction ends, and gives the head.
    static func lock(_ keys: GemeenteKeys, _ db: PGConnection) throws -> AuditHead {
        let start = AuditChain(keys).head
        // The row of the head is the lock: of two that link at once the second waits, and goes on from there.
        _ = try db.run(
            "INSERT INTO regie.audit_kop (gemeente, nr, code) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING",
            [.text(keys.gemeente.description), .bytes(start)]
        )
        return try AuditRows.head(keys.gemeente, db, lock: true) ?? AuditHead(nummer: 0, code: start)
    }

    /// Links lines that are not yet in the chain.
    /// - Returns: how many.
    static func link(atMost limit: Int, _ keys: GemeenteKeys, _ db: PGConnection) throws -> Int {
        let head = try lock(keys, db)
        let gemeente = PGValue.text(keys.gemeente.description)
        var last = head.nummer
        var chain = AuditChain(keys, head: head.code)
        let keyID = keys.newest
        let rows = try db.rows(
            """
            SELECT id, \(AuditRows.said) FROM regie.audit WHERE gemeente = $1 AND nr IS NULL ORDER BY id LIMIT $2
            """,
            [gemeente, .int(Int64(max(0, limit)))]
        )
        guard rows.count > 0 else { return 0 }
        var (ids, numbers, codes): ([Int64], [Int64], [Data]) = ([], [], [])
        for row in rows {
            let line = try AuditRows.line(row)
            last += 1
            ids.append(line.nummer)
            numbers.append(last)
            codes.append(try chain.add(last, line.regel, reden: line.reden, keyID: keyID))
        }
        _ = try db.run(
            """
            UPDATE regie.audit SET nr = nieuw.nr, sleutel = $2, code = nieuw.code
            FROM unnest($3::bigint[], $4::bigint[], $5::bytea[]) AS nieuw (id, nr, code)
            WHERE audit.gemeente = $1 AND audit.id = nieuw.id
            """,
            [gemeente, .int(Int64(keyID)), .ints(ids), .ints(numbers), .bytesArray(codes)]
        )
        _ = try db.run(
            "UPDATE regie.audit_kop SET nr = $2, code = $3 WHERE gemeente = $1",
            [gemeente, .int(last), .bytes(chain.head)]
        )
        return ids.count
    }
}
