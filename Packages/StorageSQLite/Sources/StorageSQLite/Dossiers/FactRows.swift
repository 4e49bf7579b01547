// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Sealing
import StorageCore

/// Facts as rows.
enum FactRows {
    /// The columns that are read, in their order.
    static let columns = "dossier, volgnummer, geldig_op, bekend_op, bron, bericht_id, versie, inhoud, hash"

    /// The envelope of a fact as a row holds it.
    static func link(_ row: Row) -> DossierChain.Link {
        DossierChain.Link(
            volgnummer: row[1],
            geldigOp: row[2],
            bekendOp: row[3],
            bron: row[4],
            berichtId: row[5],
            versie: row[6]
        )
    }
}

extension FactReader {
    /// Adds the fact that a row holds, without copying its payload.
    mutating func take(_ row: Row) throws {
        let link = FactRows.link(row)
        try row.withUnsafeData(atIndex: 7) { sealed in
            try row.withUnsafeData(atIndex: 8) { hash in try take(link, sealed: sealed ?? Data(), hash: hash) }
        }
    }
}
