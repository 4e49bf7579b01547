// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Audit lines as rows.
enum AuditRows {
    static let columns = "nr, actie, object, resultaat, oorsprong, actor, tijdstip, reden, herzegeld, merk"

    static func insert(_ line: SealedAudit, _ db: Database) throws {
        let regel = line.regel
        try db.run(
            """
            INSERT INTO audit (actie, object, resultaat, oorsprong, actor, tijdstip, reden, merk)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                regel.actie, regel.object, regel.resultaat, regel.oorsprong, regel.actor, regel.tijdstip.milliseconden,
                line.reden, line.mark,
            ]
        )
    }

    /// The line that a row holds.
    static func line(_ row: Row) -> StoredAudit {
        StoredAudit(
            nummer: row[0],
            regel: AuditRegel(
                actie: row[1],
                object: row[2],
                resultaat: row[3],
                oorsprong: row[4],
                actor: row[5],
                tijdstip: Tijdstip(milliseconden: row[6]),
                reden: nil
            ),
            reden: row[7],
            resealed: row[8]
        )
    }

    /// Where the chain ends; nil when nothing was linked yet.
    static func head(_ db: Database) throws -> AuditHead? {
        try db.row("SELECT nr, code FROM audit_kop").map { AuditHead(nummer: $0[0], code: $0[1]) }
    }
}
