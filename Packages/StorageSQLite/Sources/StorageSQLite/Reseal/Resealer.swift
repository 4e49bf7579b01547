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

    /// What a stretch of rows came to.
    struct Stretch {
        var done = 0
        /// The last row that was seen; nil when there was none.
        var last: Int64?
        var isFull = false
    }

    /// The version of an envelope in a row, as its four bytes.
    static func versionBytes(_ column: String) -> String { "substr(\(column), 2, 4)" }

    private var versionData: Data { withUnsafeBytes(of: version.bigEndian) { Data($0) } }

    func run(_ soort: Verzegelsoort, after last: Int64) throws -> Stretch {
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
                SELECT nr, inhoud, toelichting, persoon, \(InboxRows.columns) FROM inbox WHERE nr > ?1
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
                let context = SealContext.job(gemeente, row[2])
                let plain = try keys.open(row[1], for: .text, context: context)
                try db.run(
                    "UPDATE job SET inhoud = ? WHERE id = ?",
                    [try keys.seal(plain, for: .text, context: context), row[0] as Int64]
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
                let reden = try StoredAudit.seal(try AuditRows.line(row).opened(keys), keys)
                try db.run("UPDATE audit SET herzegeld = ? WHERE nr = ?", [reden, row[0] as Int64])
            }
        }
    }

    private func each(_ sql: String, _ last: Int64, _ work: (Row) throws -> Void) throws -> Stretch {
        var stretch = Stretch()
        let rows = try db.rows(sql, [last, versionData, limit])
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
        let key = try head.key(keys)
        let mark = try keys.headMark(head.number, laatste: head.laatste, hash: head.hash, vernietigdOp: nil)
        // A mark that is wrong must not be made right.
        guard head.isMarked(keys) else { throw RegieFout(.verzegelingFaalt, "Het merk klopt niet.") }
        try db.run(
            "UPDATE dossier SET sleutel = ?, merk = ? WHERE id = ?",
            [try keys.wrap(key, of: head.number), mark, head.number]
        )
    }

    /// Only the facts can tell of what the blind indexes are; so they are made anew of these.
    private func lookups(_ number: Int64) throws {
        guard let head = try StoredHead.find(number, db) else { return }
        var facts = FactReader(gemeente, dossier: number, key: try head.key(keys))
        for row in try db.rows(
            "SELECT \(FactRows.columns) FROM gebeurtenis WHERE dossier = ? ORDER BY volgnummer",
            [number]
        ) { try facts.take(row) }
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
        let (nr, former): (Int64, Int64) = (row[0], row[3])
        let sleutel = Berichtsleutel(Partner(rawValue: row[4]), row[5])
        if (row[1] as Data).isEmpty {
            // Destroyed; words that were set afterwards remain.
        } else {
            let context = SealContext.inbox(gemeente, sleutel, column: "inhoud")
            let plain = try keys.open(row[1], for: .inbox, context: context)
            try db.run(
                "UPDATE inbox SET inhoud = ? WHERE nr = ?",
                [try keys.seal(plain, for: .inbox, context: context), nr]
            )
            try follow(try StoredInbox.persons(plain, sleutel, keys).first, from: former, nr)
        }
        if let words = row[2] as Data? {
            let context = SealContext.inbox(gemeente, sleutel, column: "toelichting")
            let plain = try keys.open(words, for: .inbox, context: context)
            try db.run(
                "UPDATE inbox SET toelichting = ? WHERE nr = ?",
                [try keys.seal(plain, for: .inbox, context: context), nr]
            )
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
