// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Seals rows anew under the version that seals now, inside a transaction that somebody else began. Rows are locked from
/// reading to writing, so that what another process writes meanwhile is not put back. A row that does not open is left:
/// 'regie audit verify' tells of it, and the others must not wait for it.
struct Resealer {
    let db: PGConnection
    let keys: GemeenteKeys
    let version: UInt32
    let limit: Int

    init(db: PGConnection, keys: GemeenteKeys, limit: Int) {
        self.db = db
        self.keys = keys
        self.limit = max(1, limit)
        version = keys.newest
    }

    var own: PGValue { .text(keys.gemeente.description) }

    /// The version of an envelope in a row, as its four bytes.
    static func versionBytes(_ column: String) -> String { "substring(\(column) FROM 2 FOR 4)" }

    func run(_ soort: Verzegelsoort, after last: Int64) throws -> SealedStretch {
        let arguments: [PGValue] = [
            own, .int(last), .bytes(SealedCounts.bytes(of: version)), .int(Int64(limit)),
        ]
        switch soort {
        case .dossiersleutel: return try heads(arguments)
        case .zoeksleutel: return try lookups(after: last)
        case .inbox: return try messages(arguments)
        case .taak: return try jobs(arguments)
        case .reden: return try reasons(arguments)
        }
    }

    /// Does for each row what can be done with it; the first column is its number.
    func each(_ rows: PGResult, _ work: (PGRow) throws -> Void) throws -> SealedStretch {
        var stretch = SealedStretch()
        for row in rows {
            stretch.last = try row.int(0)
            do {
                try work(row)
                stretch.done += 1
            } catch is RegieFout {}
        }
        stretch.isFull = rows.count == limit
        return stretch
    }

    private func heads(_ arguments: [PGValue]) throws -> SealedStretch {
        let rows = try db.rows(
            """
            SELECT \(FactRows.headColumns) FROM regie.dossier
            WHERE gemeente = $1 AND id > $2 AND vernietigd_op IS NULL AND \(Self.versionBytes("sleutel")) <> $3
            ORDER BY id LIMIT $4 FOR UPDATE
            """,
            arguments
        )
        var (ids, wrapped, marks): ([Int64], [Data], [Data]) = ([], [], [])
        let stretch = try each(rows) { row in
            let head = try FactRows.head(row)
            let (key, mark) = try Resealed.head(head, keys)
            ids.append(head.number)
            wrapped.append(key)
            marks.append(mark)
        }
        _ = try db.run(
            """
            UPDATE regie.dossier SET sleutel = nieuw.sleutel, merk = nieuw.merk
            FROM unnest($2::bigint[], $3::bytea[], $4::bytea[]) AS nieuw (id, sleutel, merk)
            WHERE dossier.gemeente = $1 AND dossier.id = nieuw.id
            """,
            [own, .ints(ids), .bytesArray(wrapped), .bytesArray(marks)]
        )
        return stretch
    }

    private func jobs(_ arguments: [PGValue]) throws -> SealedStretch {
        let rows = try db.rows(
            """
            SELECT id, inhoud, soort FROM regie.job
            WHERE gemeente = $1 AND id > $2 AND \(Self.versionBytes("inhoud")) <> $3 ORDER BY id LIMIT $4 FOR UPDATE
            """,
            arguments
        )
        var (ids, sealed): ([Int64], [Data]) = ([], [])
        let stretch = try each(rows) { row in
            sealed.append(try Resealed.job(try row.bytes(1), soort: try row.text(2), keys))
            ids.append(try row.int(0))
        }
        _ = try db.run(
            """
            UPDATE regie.job SET inhoud = nieuw.inhoud FROM unnest($2::bigint[], $3::bytea[]) AS nieuw (id, inhoud)
            WHERE job.gemeente = $1 AND job.id = nieuw.id
            """,
            [own, .ints(ids), .bytesArray(sealed)]
        )
        return stretch
    }

    /// The chain goes over the first envelope, which stays; what is read is the one beside it.
    private func reasons(_ arguments: [PGValue]) throws -> SealedStretch {
        // Linking writes to the same rows.
        _ = try AuditLinks.lock(keys, db)
        let rows = try db.rows(
            """
            SELECT id, \(AuditRows.said) FROM regie.audit
            WHERE gemeente = $1 AND id > $2 AND \(Self.versionBytes("COALESCE(herzegeld, reden)")) <> $3
            ORDER BY id LIMIT $4
            """,
            arguments
        )
        var (ids, sealed): ([Int64], [Data?]) = ([], [])
        let stretch = try each(rows) { row in
            sealed.append(try Resealed.reason(try AuditRows.line(row), keys))
            ids.append(try row.int(0))
        }
        _ = try db.run(
            """
            UPDATE regie.audit SET herzegeld = nieuw.reden FROM unnest($2::bigint[], $3::bytea[]) AS nieuw (id, reden)
            WHERE audit.gemeente = $1 AND audit.id = nieuw.id
            """,
            [own, .ints(ids), .optBytes(sealed)]
        )
        return stretch
    }
}
