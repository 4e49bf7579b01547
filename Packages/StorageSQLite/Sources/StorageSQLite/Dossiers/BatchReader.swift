// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import Sealing
import StorageCore

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
                    "SELECT \(StoredHead.columns) FROM dossier WHERE id > ? AND id <= ? AND vernietigd_op IS NULL ORDER BY id"
            ),
            arguments: [lower, upper]
        )
        let facts = try LentFact.fetchCursor(
            try db.cachedStatement(
                sql: """
                    SELECT \(FactRows.columns) FROM gebeurtenis WHERE dossier > ? AND dossier <= ?
                    ORDER BY dossier, volgnummer
                    """
            ),
            arguments: [lower, upper]
        )
        var row = try facts.next()
        while let head = try heads.next().map({ StoredHead($0) }) {
            var fault: RegieFout?
            var reader: FactReader?
            do {
                reader = FactReader(gemeente, dossier: head.number, key: try head.key(keys), aantal: head.laatste)
            } catch {
                fault = error
            }
            // What is left of dossiers that were destroyed.
            while let fact = row, fact.dossier < head.number { row = try facts.next() }
            while let fact = row, fact.dossier == head.number {
                do throws(RegieFout) {
                    if fault == nil { try reader?.take(fact) }
                } catch {
                    fault = error
                }
                row = try facts.next()
            }
            if fault == nil, let reader {
                do throws(RegieFout) {
                    let regels = assess(try reader.finish(head))
                    if let lines = try ChangedLines(regels, of: head, gemeente, reader.key) { changed.append(lines) }
                    seen += 1
                } catch {
                    fault = error
                }
            }
            if let fault { broken.append(fault.op("dossier \(try DossierID(number: head.number))")) }
        }
    }
}

extension ChangedLines {
    /// Writes them, unless the dossier was changed after it was read: then whoever did that has assessed it anew.
    func write(_ db: Database) throws -> Bool {
        try db.run(
            "UPDATE dossier SET regels = ? WHERE id = ? AND laatste = ? AND regels IS ? AND vernietigd_op IS NULL",
            [digest, head.number, head.laatste, head.lines]
        )
        guard db.changesCount == 1 else { return false }
        if head.lines != nil {
            try db.run(
                "DELETE FROM werkregel WHERE dossier = ? AND herkomst = ?",
                [head.number, SealedLine.fromAssessment]
            )
        }
        try WorkRows.insert(lines, db)
        if let first = lines.first { try WorkRows.follow(first.klantmanager, of: head.number, db) }
        return true
    }
}
