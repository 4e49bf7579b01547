// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension ProofWalk {
    /// Heads and facts side by side, as the nightly assessment reads them; destroyed dossiers by their chain alone.
    mutating func dossiers() throws {
        let heads = try Row.fetchCursor(db, sql: "SELECT \(StoredHead.columns) FROM dossier ORDER BY id")
        let facts = try LentFact.fetchCursor(
            db,
            sql: "SELECT \(FactRows.columns) FROM gebeurtenis ORDER BY dossier, volgnummer"
        )
        var digest = HeadDigest()
        var row = try facts.next()
        while let head = try heads.next().map(StoredHead.init) {
            while let fact = row, fact.dossier < head.number {
                try stray(fact)
                row = try facts.next()
            }
            var proof = DossierProof(head, gemeente, keys)
            while let fact = row, fact.dossier == head.number {
                proof.take(fact.link, sealed: fact.sealed, hash: fact.hash)
                row = try facts.next()
            }
            let breuk = try proof.finish { try related(head.number) }
            report.count(feiten: proof.facts)
            digest.add(head.number, laatste: head.laatste, hash: head.hash)
            if let breuk { report.add("dossier \(try DossierID(number: head.number))", breuk) }
        }
        while let fact = row {
            try stray(fact)
            row = try facts.next()
        }
        report.outcome.koppen = digest.bytes
    }

    private mutating func stray(_ fact: LentFact) throws {
        let id = try DossierID(number: fact.dossier)
        report.add("dossier \(id)", "Feit \(fact.link.volgnummer) hoort bij een dossier dat er niet is.")
    }

    private func related(_ number: Int64) throws -> DossierProof.Related {
        DossierProof.Related(
            blinds: try db.rows("SELECT blind FROM zoeksleutel WHERE dossier = ?", [number]).map { $0[0] as Data },
            lines: try db.rows(
                "SELECT \(WorkRows.columns) FROM werkregel WHERE dossier = ? ORDER BY herkomst, plaats",
                [number]
            ).map(WorkRows.line)
        )
    }

    /// Look-up keys and lines of the werkvoorraad that stand beside no dossier, or beside one that was destroyed.
    mutating func lookups() throws {
        for (table, name) in [("zoeksleutel", "Een zoeksleutel"), ("werkregel", "Een werkregel")] {
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT \(table).dossier FROM \(table) LEFT JOIN dossier ON dossier.id = \(table).dossier
                    WHERE dossier.id IS NULL OR dossier.vernietigd_op IS NOT NULL
                    """
            )
            while let row = try rows.next() {
                report.add(
                    "dossier \(try DossierID(number: row[0]))",
                    "\(name) hoort bij een dossier dat er niet meer is."
                )
            }
        }
    }
}
