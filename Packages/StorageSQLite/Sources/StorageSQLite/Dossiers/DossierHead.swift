// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// The row of a dossier: its wrapped key, where its chain ends, and the digest of its assessment lines.
struct DossierHead {
    let number: Int64
    let wrappedKey: Data
    let laatste: Int
    let hash: Data
    let lines: Data?

    /// The columns that `init` reads, in their order.
    static let columns = "id, sleutel, laatste, hash, regels"

    init(_ row: Row) {
        number = row[0]
        wrappedKey = row[1]
        laatste = row[2]
        hash = row[3]
        lines = row[4]
    }

    /// The row; nil when there is no such dossier.
    static func find(_ number: Int64, _ db: Database) throws -> DossierHead? {
        try db.row("SELECT \(columns) FROM dossier WHERE id = ?", [number]).map(DossierHead.init)
    }

    /// The dossier's key, unwrapped.
    func key(_ keys: GemeenteKeys) throws(RegieFout) -> DossierKey { try keys.unwrap(wrappedKey, of: number) }
}
