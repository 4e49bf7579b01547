// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Writes one step inside a transaction that somebody else began.
struct StepWriter {
    let db: Database
    let gemeente: Gemeentecode
    let keys: GemeenteKeys

    /// - Returns: the volgnummers given to the facts.
    /// - Throws: `gelijktijdig-gewijzigd` when somebody else changed the dossier; what was written so far is the
    ///   caller's to roll back.
    func write(_ step: PreparedStep) throws -> [Int] {
        try step.check()
        let stap = step.stap
        let found = try StoredHead.find(step.number, db)
        guard (found?.laatste ?? 0) == stap.laatsteVolgnummer else { throw RegieFout.changed(stap.dossier) }
        try JobRows.require(stap.voorwaarde, db)
        try requireNew(step)
        let key = try found?.key(keys) ?? DossierKey()
        let facts = try SealedFacts(step, gemeente, key, head: found?.hash)
        if found == nil { try insert(step, key, facts.head) }
        try add(facts, to: step.number)
        if !facts.facts.isEmpty {
            let last = stap.laatsteVolgnummer + facts.facts.count
            let mark = try keys.headMark(step.number, laatste: last, hash: facts.head, vernietigdOp: nil)
            try db.run(
                "UPDATE dossier SET laatste = ?, hash = ?, merk = ? WHERE id = ?",
                [last, facts.head, mark, step.number]
            )
        }
        if let indexes = step.indexes { try replace(indexes, of: step) }
        // Before the outcome of the step's own message, which may be to wait.
        if stap.wekt { try InboxRows.wake(step.number, db) }
        try WorkRows.write(step.stap, gemeente, step.number, key, db)
        for bericht in stap.uitgaand { try OutboxRows.insert(bericht, step.number, key, gemeente, db) }
        if let verwerkt = stap.verwerkt {
            let changed = try InboxRows.finish(verwerkt, dossier: step.number, keys, db)
            if !changed { throw RegieFout.changed(stap.dossier) }
        }
        if let verzonden = stap.verzonden {
            let changed = try OutboxRows.finish(verzonden, dossier: step.number, key, gemeente, db)
            if !changed { throw RegieFout.changed(stap.dossier) }
        }
        try AuditRows.insert(step.audit, db)
        return facts.numbers
    }

    private func requireNew(_ step: PreparedStep) throws {
        for blind in step.identity {
            let taken = try db.row(
                "SELECT 1 FROM zoeksleutel WHERE blind = ? AND dossier <> ? LIMIT 1",
                [blind, step.number]
            )
            guard taken == nil else { throw RegieFout.personTaken }
        }
    }

    private func insert(_ step: PreparedStep, _ key: DossierKey, _ hash: Data) throws {
        let number = step.number
        // The first facts bring a mark of their own.
        let mark =
            step.stap.feiten.isEmpty
            ? try keys.headMark(number, laatste: 0, hash: hash, vernietigdOp: nil) : nil
        try db.run(
            "INSERT INTO dossier (id, sleutel, laatste, hash, merk) VALUES (?, ?, 0, ?, ?)",
            [number, try keys.wrap(key, of: number), hash, mark]
        )
    }

    private func add(_ facts: SealedFacts, to number: Int64) throws {
        for fact in facts.facts {
            let link = fact.link
            try db.run(
                "INSERT INTO gebeurtenis (\(FactRows.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    number, link.volgnummer, link.geldigOp, link.bekendOp, link.bron, link.berichtId, link.versie,
                    fact.sealed, fact.hash,
                ]
            )
        }
    }

    private func replace(_ indexes: [Data], of step: PreparedStep) throws {
        let number = step.number
        let rows = try db.rows("SELECT blind FROM zoeksleutel WHERE dossier = ?", [number])
        let former = Set(rows.map { $0[0] as Data })
        let wanted = Set(indexes)
        for index in former.subtracting(wanted) {
            try db.run("DELETE FROM zoeksleutel WHERE blind = ? AND dossier = ?", [index, number])
        }
        for index in wanted.subtracting(former) {
            try db.run(
                "INSERT INTO zoeksleutel (blind, dossier, versie) VALUES (?, ?, ?)",
                [index, number, step.version]
            )
        }
    }
}
