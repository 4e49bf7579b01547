// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Reads and assesses a stretch of dossiers: two cursors, over dossiers and over facts, that walk side by side.
struct BatchReader {
    let db: Database
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let assess: @Sendable (Dossier) -> [Werkregel]

    private(set) var seen = 0
    private(set) var changed: [ChangedLines] = []
    private(set) var broken: [RegieFout] = []

    init(
        db: Database,
        gemeente: Gemeentecode,
        keys: GemeenteKeys,
        assess: @escaping @Sendable (Dossier) -> [Werkregel]
    ) {
        self.db = db
        self.gemeente = gemeente
        self.keys = keys
        self.assess = assess
    }

    mutating func read(after lower: Int64, through upper: Int64) throws {
        let heads = try Row.fetchCursor(
            try db.cachedStatement(
                sql:
                    "SELECT \(DossierHead.columns) FROM dossier WHERE id > ? AND id <= ? AND vernietigd_op IS NULL ORDER BY id"
            ),
            arguments: [lower, upper]
        )
        let facts = try Row.fetchCursor(
            try db.cachedStatement(
                sql: """
                    SELECT \(FactRows.columns) FROM gebeurtenis WHERE dossier > ? AND dossier <= ?
                    ORDER BY dossier, volgnummer
                    """
            ),
            arguments: [lower, upper]
        )
        var row = try facts.next()
        while let head = try heads.next().map(DossierHead.init) {
            var fault: RegieFout?
            var rows: FactRows?
            do {
                rows = FactRows(gemeente, dossier: head.number, key: try head.key(keys))
            } catch {
                fault = error
            }
            // What is left of dossiers that were destroyed.
            while let fact = row, (fact[0] as Int64) < head.number { row = try facts.next() }
            while let fact = row, fact[0] as Int64 == head.number {
                do {
                    if fault == nil { try rows?.take(fact) }
                } catch let error as RegieFout {
                    fault = error
                }
                row = try facts.next()
            }
            if fault == nil, let rows {
                do throws(RegieFout) {
                    try compare(head, try rows.finish(gemeente, laatste: head.laatste, hash: head.hash), rows.key)
                    seen += 1
                } catch {
                    fault = error
                }
            }
            if let fault { broken.append(fault.op("dossier \(try DossierID(number: head.number))")) }
        }
    }

    private mutating func compare(_ head: DossierHead, _ dossier: Dossier, _ key: DossierKey) throws(RegieFout) {
        let regels = assess(dossier)
        let digest = WorkRows.digest(regels, key)
        guard digest != head.lines else { return }
        let lines = try WorkRows.lines(regels, herkomst: WorkRows.fromAssessment, gemeente, head.number, key)
        changed.append(
            ChangedLines(
                number: head.number,
                laatste: head.laatste,
                former: head.lines,
                digest: digest,
                lines: lines,
                key: key
            )
        )
    }
}

/// The new assessment lines of a dossier of which they changed.
struct ChangedLines: Sendable {
    let number: Int64
    /// Of the dossier that was assessed.
    let laatste: Int
    /// Digest of the lines that stood there.
    let former: Data?
    let digest: Data?
    let lines: [SealedLine]
    let key: DossierKey

    /// Writes them, unless the dossier was changed after it was read: then whoever did that has assessed it anew.
    func write(_ db: Database, _ gemeente: Gemeentecode) throws -> Bool {
        try db.run(
            "UPDATE dossier SET regels = ? WHERE id = ? AND laatste = ? AND regels IS ?",
            [digest, number, laatste, former]
        )
        guard db.changesCount == 1 else { return false }
        if former != nil {
            try db.run(
                "DELETE FROM werkregel WHERE dossier = ? AND herkomst = ?",
                [number, WorkRows.fromAssessment]
            )
        }
        let rows = WorkRows(db: db, gemeente: gemeente, number: number, key: key)
        try rows.insert(lines)
        if let first = lines.first { try rows.follow(first.klantmanager) }
        return true
    }
}
