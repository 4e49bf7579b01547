// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

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
        let found = try DossierHead.find(step.number, db)
        guard (found?.laatste ?? 0) == stap.laatsteVolgnummer else { throw conflict(stap) }
        try requireNew(step)
        let key = try found?.key(keys) ?? DossierKey()
        var chain =
            found.map { DossierChain(head: $0.hash) } ?? DossierChain(gemeente: gemeente, dossier: step.number)
        if found == nil { try insert(step, key, chain) }

        let numbers = try addFacts(step, key, &chain)
        if !numbers.isEmpty {
            let last = stap.laatsteVolgnummer + numbers.count
            let head = chain.head
            let mark = try keys.headMark(step.number, laatste: last, hash: head, vernietigdOp: nil)
            try db.run(
                "UPDATE dossier SET laatste = ?, hash = ?, merk = ? WHERE id = ?",
                [last, head, mark, step.number]
            )
        }
        if let indexes = step.indexes { try replace(indexes, of: step) }
        // Before the outcome of the step's own message, which may be to wait.
        if stap.wekt { try InboxRows.wake(step.number, db) }
        try WorkRows(db: db, gemeente: gemeente, number: step.number, key: key).write(step.stap)
        for bericht in stap.uitgaand { try OutboxRows.insert(bericht, step.number, key, gemeente, db) }
        if let verwerkt = stap.verwerkt {
            let changed = try InboxRows.finish(verwerkt, dossier: step.number, keys, db)
            if !changed { throw conflict(stap) }
        }
        if let verzonden = stap.verzonden {
            let changed = try OutboxRows.finish(verzonden, dossier: step.number, key, gemeente, db)
            if !changed { throw conflict(stap) }
        }
        try AuditRows.insert(step.audit, db)
        return numbers
    }

    /// Looking for the person and making a dossier are two steps of the caller: somebody else may have come between.
    private func requireNew(_ step: PreparedStep) throws {
        for blind in step.identity {
            let taken = try db.row(
                "SELECT 1 FROM zoeksleutel WHERE blind = ? AND dossier <> ? LIMIT 1",
                [blind, step.number]
            )
            guard taken == nil else {
                throw RegieFout(
                    .gelijktijdigGewijzigd,
                    "Voor deze persoon is intussen een ander dossier gemaakt.",
                    watTeDoen: "Zoek het dossier opnieuw en probeer het nog eens."
                )
            }
        }
    }

    private func insert(_ step: PreparedStep, _ key: DossierKey, _ chain: DossierChain) throws {
        let (number, head) = (step.number, chain.head)
        // The first facts bring a mark of their own.
        let mark =
            step.stap.feiten.isEmpty
            ? try keys.headMark(number, laatste: 0, hash: head, vernietigdOp: nil) : nil
        try db.run(
            "INSERT INTO dossier (id, sleutel, laatste, hash, merk) VALUES (?, ?, 0, ?, ?)",
            [number, try keys.wrap(key, of: number), head, mark]
        )
    }

    private func addFacts(_ step: PreparedStep, _ key: DossierKey, _ chain: inout DossierChain) throws -> [Int] {
        guard !step.stap.feiten.isEmpty else { return [] }
        var context = SealContext.gebeurtenis(gemeente, step.number)
        let end = context.bytes.count - 4
        var numbers: [Int] = []
        for (place, feit) in step.stap.feiten.enumerated() {
            let volgnummer = step.stap.laatsteVolgnummer + place + 1
            context.overwrite(UInt32(volgnummer), at: end)
            let sealed = try key.seal(step.payloads[place], context: context.bytes)
            let link = DossierChain.Link(
                volgnummer: Int32(volgnummer),
                geldigOp: feit.geldigOp.dagnummer,
                bekendOp: feit.bekendOp.milliseconden,
                bron: feit.bron.rawValue,
                berichtId: feit.berichtId,
                versie: Int32(Gebeurtenis.versie)
            )
            chain.add(link, sealed: sealed)
            let hash = chain.head
            try db.run(
                "INSERT INTO gebeurtenis (\(FactRows.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    step.number, link.volgnummer, link.geldigOp, link.bekendOp, link.bron, link.berichtId, link.versie,
                    sealed, hash,
                ]
            )
            numbers.append(volgnummer)
        }
        return numbers
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

    private func conflict(_ stap: Stap) -> RegieFout {
        RegieFout(
            .gelijktijdigGewijzigd,
            "Dossier \(stap.dossier) is intussen door iemand anders gewijzigd.",
            watTeDoen: "Lees het dossier opnieuw en probeer het nog eens."
        )
    }
}
