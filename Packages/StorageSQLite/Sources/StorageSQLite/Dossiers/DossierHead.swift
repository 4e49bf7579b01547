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
    let mark: Data?
    let destroyedAt: Int64?

    /// The columns that `init` reads, in their order.
    static let columns = "id, sleutel, laatste, hash, regels, merk, vernietigd_op"

    init(_ row: Row) {
        number = row[0]
        wrappedKey = row[1]
        laatste = row[2]
        hash = row[3]
        lines = row[4]
        mark = row[5]
        destroyedAt = row[6]
    }

    /// The row; nil when there is no such dossier.
    static func find(_ number: Int64, _ db: Database) throws -> DossierHead? {
        try db.row("SELECT \(columns) FROM dossier WHERE id = ?", [number]).map(DossierHead.init)
    }

    /// The dossier's key, unwrapped; throws `dossier-vernietigd` when it was destroyed.
    func key(_ keys: GemeenteKeys) throws(RegieFout) -> DossierKey {
        if let destroyedAt {
            throw RegieFout(
                .dossierVernietigd,
                "Dossier \(try DossierID(number: number)) is vernietigd op \(Tijdstip(milliseconden: destroyedAt)).",
                watTeDoen: "Er is niets meer van te lezen; wie het deed en waarom staat in 'regie audit list'."
            )
        }
        return try keys.unwrap(wrappedKey, of: number)
    }

    /// Whether the head is the one that Regie wrote.
    func isMarked(_ keys: GemeenteKeys) -> Bool {
        keys.isMark(mark, of: number, laatste: laatste, hash: hash, vernietigdOp: destroyedAt)
    }
}
