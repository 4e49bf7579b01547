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
        var former: [UInt8]?
        var expected = 1
        let rows = try Row.fetchCursor(db, sql: "SELECT \(SealRows.columns) FROM zegel ORDER BY nr")
        while let row = try rows.next() {
            let zegel = SealRows.zegel(row)
            let place = "zegel \(zegel.nummer)"
            if zegel.nummer != expected { report(.init("zegel \(expected)", "Dit zegel is weg.")) }
            if (try? keys.code(of: zegel, na: former)) != zegel.code {
                report(.init(place, "De code van het zegel klopt niet: het is veranderd of het vorige is een ander."))
            }
            try line(of: zegel, report)
            former = zegel.code
            expected = zegel.nummer + 1
        }
        return expected - 1
    }

    /// What the last seal remembers of each dossier.
    func heads(_ last: Zegel, _ report: (Bewijsuitkomst.Breuk) -> Void) throws {
        let (digest, dossiers, feiten) = try SealRows.heads(db)
        if digest != last.koppen || dossiers != last.dossiers || feiten != last.feiten {
            report(.init("zegel \(last.nummer)", "De onthouden koppen van dossiers zijn niet die van dit zegel."))
        }
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
            let place = "dossier \(try DossierID(number: row[0]))"
            let (gone, changed): (Bool, Bool) = (row[2], row[3])
            let what =
                if gone {
                    "Het dossier stond er bij zegel \(last.nummer) en is nu weg."
                } else if changed {
                    "Feit \(row[1] as Int) is niet meer dat van zegel \(last.nummer)."
                } else {
                    "Het dossier was bij zegel \(last.nummer) vernietigd en nu niet."
                }
            report(.init(place, what))
        }
        let destroyed = try SealRows.destroyed(db)
        if destroyed.digest != last.vernietigingen || destroyed.count != last.vernietigd {
            report(.init("zegel \(last.nummer)", "Andere dossiers zijn vernietigd dan dit zegel zegt."))
        }
    }

    /// The audit line that a seal names still has the code that it had.
    func line(of zegel: Zegel, _ report: (Bewijsuitkomst.Breuk) -> Void) throws {
        guard zegel.auditNummer > 0 else { return }
        let code = try db.row("SELECT code FROM audit WHERE nr = ?", [zegel.auditNummer])
        if code.flatMap({ $0[0] as Data? }) != Data(zegel.auditCode) {
            report(
                .init(
                    "auditregel \(zegel.auditNummer)",
                    "De regel waarmee zegel \(zegel.nummer) eindigt, is weg of is een andere."
                )
            )
        }
    }
}
