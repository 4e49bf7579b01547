// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Whether what the seals vouch for is still there.
struct SealCheck {
    let db: Database
    let keys: GemeenteKeys

    /// Every seal: numbers without gaps, codes, and the audit line that each names.
    func seals(_ report: (Bewijsuitkomst.Breuk) -> Void) throws -> Int {
        var proof = SealProof(keys)
        let rows = try Row.fetchCursor(db, sql: "SELECT \(SealRows.columns) FROM zegel ORDER BY nr")
        while let row = try rows.next() {
            let zegel = SealRows.zegel(row)
            for breuk in proof.take(zegel, code: try code(of: zegel)) { report(breuk) }
        }
        return proof.count
    }

    /// What the last seal remembers of each dossier.
    func heads(_ last: Zegel, _ report: (Bewijsuitkomst.Breuk) -> Void) throws {
        for breuk in SealProof.heads(try SealRows.heads(db), of: last) { report(breuk) }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT zegelkop.dossier, zegelkop.laatste, dossier.id IS NULL,
                    zegelkop.laatste > 0 AND gebeurtenis.hash IS NOT zegelkop.hash FROM zegelkop
                LEFT JOIN dossier ON dossier.id = zegelkop.dossier
                LEFT JOIN gebeurtenis ON gebeurtenis.dossier = zegelkop.dossier
                    AND gebeurtenis.volgnummer = zegelkop.laatste
                WHERE dossier.id IS NULL OR (zegelkop.laatste > 0 AND gebeurtenis.hash IS NOT zegelkop.hash)
                    OR (zegelkop.vernietigd_op IS NOT NULL AND dossier.vernietigd_op IS NOT zegelkop.vernietigd_op)
                """
        )
        while let row = try rows.next() {
            report(try SealProof.head(of: row[0], laatste: row[1], gone: row[2], changed: row[3], last))
        }
    }

    /// The audit line that a seal names still has the code that it had.
    func line(of zegel: Zegel, _ report: (Bewijsuitkomst.Breuk) -> Void) throws {
        if let breuk = SealProof.line(of: zegel, code: try code(of: zegel)) { report(breuk) }
    }

    private func code(of zegel: Zegel) throws -> Data? {
        try db.row("SELECT code FROM audit WHERE nr = ?", [zegel.auditNummer]).flatMap { $0[0] as Data? }
    }
}
