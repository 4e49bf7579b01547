// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Facts as rows.
enum FactRows {
    /// The columns that are read, in their order.
    static let columns = "dossier, volgnummer, geldig_op, bekend_op, bron, bericht_id, versie, inhoud, hash"

    /// The facts of a dossier, where SQLite has them.
    static func cursor(of number: Int64, _ db: Database) throws -> FastDatabaseValueCursor<LentFact> {
        try LentFact.fetchCursor(
            try db.cachedStatement(sql: "SELECT \(columns) FROM gebeurtenis WHERE dossier = ? ORDER BY volgnummer"),
            arguments: [number]
        )
    }
}

extension FactReader {
    /// Adds every fact of a dossier.
    mutating func takeAll(of number: Int64, _ db: Database) throws {
        let facts = try FactRows.cursor(of: number, db)
        while let fact = try facts.next() { try take(fact) }
    }

    /// Adds a fact, where SQLite has it.
    mutating func take(_ fact: LentFact) throws(RegieFout) {
        try take(fact.link, sealed: fact.sealed, hash: fact.hash)
    }
}
