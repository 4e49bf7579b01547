// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Seals rows anew under the version that seals now, inside a transaction that somebody else began.
struct Resealer {
    let db: Database
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let version: UInt32
    let limit: Int

    init(db: Database, gemeente: Gemeentecode, keys: GemeenteKeys, limit: Int) {
        self.db = db
        self.gemeente = gemeente
        self.keys = keys
        self.limit = max(1, limit)
        version = keys.newest
    }

    /// The version of an envelope in a row, as its four bytes.
    static func versionBytes(_ column: String) -> String { "substr(\(column), 2, 4)" }

    func run(_ soort: Verzegelsoort, after last: Int64) throws -> SealedStretch {
        switch soort {
        case .dossiersleutel:
            try each(
                """
                SELECT \(StoredHead.columns) FROM dossier
                WHERE id > ?1 AND vernietigd_op IS NULL AND \(Self.versionBytes("sleutel")) <> ?2 ORDER BY id LIMIT ?3
                """,
                last
            ) { try key(StoredHead($0)) }
        case .zoeksleutel:
            try each(
                """
                SELECT DISTINCT dossier, ?2 FROM zoeksleutel INDEXED BY zoeksleutel_dossier
                WHERE dossier > ?1 AND versie <> \(version) ORDER BY dossier LIMIT ?3
                """,
                last
            ) { try lookups($0[0]) }
        case .inbox:
            try each(
                """
                SELECT nr, persoon, \(InboxRows.columns) FROM inbox WHERE nr > ?1
                    AND ((length(inhoud) > 0 AND \(Self.versionBytes("inhoud")) <> ?2)
                        OR \(Self.versionBytes("toelichting")) <> ?2)
                ORDER BY nr LIMIT ?3
                """,
                last,
                message
            )
        case .taak:
            try each(
                "SELECT id, inhoud, soort FROM job WHERE id > ?1 AND \(Self.versionBytes("inhoud")) <> ?2 ORDER BY id LIMIT ?3",
                last
            ) { row in
                try db.run(
                    "UPDATE job SET inhoud = ? WHERE id = ?",
                    [try Resealed.job(row[1], soort: row[2], keys), row[0] as Int64]
                )
            }
        case .reden:
            try each(
                """
                SELECT \(AuditRows.columns) FROM audit WHERE nr > ?1
                    AND \(Self.versionBytes("COALESCE(herzegeld, reden)")) <> ?2 ORDER BY nr LIMIT ?3
                """,
                last
            ) { row in
                // The chain goes over the first envelope, which stays; what is read is the one beside it.
                let reden = try Resealed.reason(AuditRows.line(row), keys)
                try db.run("UPDATE audit SET herzegeld = ? WHERE nr = ?", [reden, row[0] as Int64])
            }
        }
    }

    private func each(_ sql: String, _ last: Int64, _ work: (Row) throws -> Void) throws -> SealedStretch {
        var stretch = SealedStretch()
        let rows = try db.rows(sql, [last, SealedCounts.bytes(of: version), limit])
        for row in rows {
            stretch.last = row[0]
            do {
                try db.inStep { try work(row) }
                stretch.done += 1
            } catch is RegieFout {
                // It does not open; 'regie audit verify' says so. The others must not wait for it.
            }
        }
        stretch.isFull = rows.count == limit
        return stretch
    }

    private func key(_ head: StoredHead) throws {
        let (key, mark) = try Resealed.head(head, keys)
        try db.run("UPDATE dossier SET sleutel = ?, merk = ? WHERE id = ?", [key, mark, head.number])
    }

    /// Only the facts can tell of what the blind indexes are; so they are made anew of these.
    private func lookups(_ number: Int64) throws {
        guard let head = try StoredHead.find(number, db) else { return }
        var facts = FactReader(gemeente, dossier: number, key: try head.key(keys))
        try facts.takeAll(of: number, db)
        let dossier = try facts.finish(head)
        try db.run("DELETE FROM zoeksleutel WHERE dossier = ?", [number])
        for sleutel in dossier.zoeksleutels {
            try db.run(
                "INSERT INTO zoeksleutel (blind, dossier, versie) VALUES (?, ?, ?)",
                [try keys.blindIndex(sleutel, under: version), number, version]
            )
        }
    }

    private func message(_ row: Row) throws {
        let (nr, former): (Int64, Int64) = (row[0], row[1])
        let message = try Resealed.message(InboxRows.stored(row, from: 2), keys)
        if let inhoud = message.inhoud {
            try db.run("UPDATE inbox SET inhoud = ? WHERE nr = ?", [inhoud, nr])
            try follow(message.personen.first, from: former, nr)
        }
        if let words = message.toelichting {
            try db.run("UPDATE inbox SET toelichting = ? WHERE nr = ?", [words, nr])
        }
    }

    /// All that waits of one person goes to the new number at once, so that the order stays.
    private func follow(_ person: Int64?, from former: Int64, _ nr: Int64) throws {
        guard let person, person != former else { return }
        try db.run("UPDATE inbox SET persoon = ? WHERE nr = ?", [person, nr])
        try db.run(
            "UPDATE inbox INDEXED BY inbox_open_persoon SET persoon = ? WHERE persoon = ? AND status < 2",
            [person, former]
        )
    }
}
