// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Whether what the seals vouch for is still there.
struct SealCheck {
    let db: PGConnection
    let gemeente: Gemeentecode
    let keys: GemeenteKeys

    private var own: PGValue { .text(gemeente.description) }

    /// Every seal; how many there are, and the last.
    func seals(_ report: (Bewijsuitkomst.Breuk) -> Void) throws -> (count: Int, last: Zegel?) {
        var proof = SealProof(keys)
        var last: Zegel?
        try db.each(
            """
            SELECT \(SealRows.columns), audit.code FROM regie.zegel
            LEFT JOIN regie.audit ON audit.gemeente = zegel.gemeente AND audit.nr = zegel.audit_nr
            WHERE zegel.gemeente = $1 ORDER BY zegel.nr
            """,
            [own]
        ) { row in
            let zegel = try SealRows.zegel(row)
            for breuk in proof.take(zegel, code: try row.bytesOrNil(11)) { report(breuk) }
            last = zegel
        }
        return (proof.count, last)
    }

    /// What the last seal remembers of each dossier.
    func heads(_ last: Zegel, _ report: (Bewijsuitkomst.Breuk) -> Void) throws {
        for breuk in SealProof.heads(try SealRows.heads(gemeente, db), of: last) { report(breuk) }
        try db.each(
            """
            SELECT zegelkop.dossier, zegelkop.laatste, dossier.id IS NULL,
                zegelkop.laatste > 0 AND gebeurtenis.hash IS DISTINCT FROM zegelkop.hash
            FROM regie.zegelkop
            LEFT JOIN regie.dossier ON dossier.gemeente = zegelkop.gemeente AND dossier.id = zegelkop.dossier
            LEFT JOIN regie.gebeurtenis ON gebeurtenis.gemeente = zegelkop.gemeente
                AND gebeurtenis.dossier = zegelkop.dossier AND gebeurtenis.volgnummer = zegelkop.laatste
            WHERE zegelkop.gemeente = $1 AND (dossier.id IS NULL
                OR (zegelkop.laatste > 0 AND gebeurtenis.hash IS DISTINCT FROM zegelkop.hash)
                OR (zegelkop.vernietigd_op IS NOT NULL
                    AND dossier.vernietigd_op IS DISTINCT FROM zegelkop.vernietigd_op))
            ORDER BY zegelkop.dossier
            """,
            [own]
        ) { row in
            report(
                try SealProof.head(
                    of: try row.int(0),
                    laatste: Int(try row.int(1)),
                    gone: try row.bool(2),
                    changed: try row.bool(3),
                    last
                )
            )
        }
    }

    /// The last seal, when all that it vouches for is there; nil when nothing was sealed yet.
    func requireIntact() throws -> Zegel? {
        guard let last = try SealRows.last(gemeente, db) else { return nil }
        var first: Bewijsuitkomst.Breuk?
        let code = try db.row(
            "SELECT code FROM regie.audit WHERE gemeente = $1 AND nr = $2",
            [own, .int(last.auditNummer)]
        )?.bytesOrNil(0)
        first = SealProof.line(of: last, code: code)
        try heads(last) { first = first ?? $0 }
        if let first { throw SealProof.refusal(first) }
        return last
    }
}
