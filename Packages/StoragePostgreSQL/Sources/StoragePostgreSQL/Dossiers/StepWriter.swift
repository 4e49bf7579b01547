// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Writes one step inside a transaction that somebody else began.
struct StepWriter {
    let db: PGConnection
    let gemeente: Gemeentecode
    let keys: GemeenteKeys

    /// - Returns: the volgnummers given to the facts.
    /// - Throws: `gelijktijdig-gewijzigd` when somebody else changed the dossier; what was written so far is the
    ///   caller's to roll back.
    func write(_ step: PreparedStep) throws -> [Int] {
        try step.check()
        let stap = step.stap
        let found = try FactRows.findHead(step.number, gemeente, lock: true, db)
        guard (found?.laatste ?? 0) == stap.laatsteVolgnummer else { throw RegieFout.changed(stap.dossier) }
        if let greep = stap.voorwaarde { try LeaseRows.require(greep, gemeente, db) }
        try requireNew(step)
        let key = try found?.key(keys) ?? DossierKey()
        let sealed = try SealedFacts(step, gemeente, key, head: found?.hash)
        let last = stap.laatsteVolgnummer + sealed.facts.count
        let mark = try keys.headMark(step.number, laatste: last, hash: sealed.head, vernietigdOp: nil)
        if found == nil {
            let made = try db.run(
                """
                INSERT INTO regie.dossier (gemeente, id, sleutel, laatste, hash, merk) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT DO NOTHING
                """,
                row(step) + [
                    .bytes(try keys.wrap(key, of: step.number)), .int(Int64(last)), .bytes(sealed.head), .bytes(mark),
                ]
            )
            // Another process made it after we looked.
            guard made == 1 else { throw RegieFout.changed(stap.dossier) }
        } else if !sealed.facts.isEmpty {
            _ = try db.run(
                "UPDATE regie.dossier SET laatste = $3, hash = $4, merk = $5 WHERE gemeente = $1 AND id = $2",
                row(step) + [.int(Int64(last)), .bytes(sealed.head), .bytes(mark)]
            )
        }
        try FactRows.insert(sealed.facts, step.number, gemeente, db)
        if let indexes = step.indexes { try replace(indexes, step) }
        // Before the outcome of the step's own message, which may be to wait.
        if stap.wekt { try InboxRows.wake(step.number, gemeente, db) }
        try WorkRows(db: db, gemeente: gemeente, number: step.number, key: key).write(stap)
        for bericht in stap.uitgaand { try OutboxRows.insert(bericht, step.number, key, gemeente, db) }
        if let verwerkt = stap.verwerkt {
            let changed = try InboxRows.finish(verwerkt, dossier: step.number, keys, db)
            if !changed { throw RegieFout.changed(stap.dossier) }
        }
        if let verzonden = stap.verzonden {
            let changed = try OutboxRows.finish(verzonden, dossier: step.number, key, gemeente, db)
            if !changed { throw RegieFout.changed(stap.dossier) }
        }
        try AuditRows.insert(step.audit, gemeente, db)
        return sealed.numbers
    }

    /// Looking for the person and making a dossier are two steps of the caller: somebody else may have come between. The
    /// lock on each number makes others that make a dossier of the same person wait until it is known how this ends.
    private func requireNew(_ step: PreparedStep) throws {
        guard !step.identity.isEmpty else { return }
        for lock in Set(step.identity.map(Self.lockNumber)).sorted() {
            _ = try db.rows("SELECT pg_advisory_xact_lock($1)::text", [.int(lock)])
        }
        let taken = try db.row(
            "SELECT 1::bigint FROM regie.zoeksleutel WHERE gemeente = $1 AND dossier <> $2 AND blind = ANY($3) LIMIT 1",
            row(step) + [.bytesArray(step.identity)]
        )
        guard taken == nil else { throw RegieFout.personTaken }
    }

    /// The first eight bytes of a blind index: as good as unlike those of any other, also of another gemeente's.
    private static func lockNumber(_ blind: Data) -> Int64 { blind.prefix(8).reduce(0) { $0 << 8 | Int64($1) } }

    private func replace(_ indexes: [Data], _ step: PreparedStep) throws {
        _ = try db.batch([
            PGStatement(
                "DELETE FROM regie.zoeksleutel WHERE gemeente = $1 AND dossier = $2 AND blind <> ALL($3)",
                row(step) + [.bytesArray(indexes)]
            ),
            PGStatement(
                """
                INSERT INTO regie.zoeksleutel (gemeente, dossier, blind, versie)
                SELECT $1, $2, blind, $4 FROM unnest($3::bytea[]) AS nieuw (blind)
                ON CONFLICT DO NOTHING
                """,
                row(step) + [.bytesArray(indexes), .int(Int64(step.version))]
            ),
        ])
    }

    private func row(_ step: PreparedStep) -> [PGValue] { [.text(gemeente.description), .int(step.number)] }
}
