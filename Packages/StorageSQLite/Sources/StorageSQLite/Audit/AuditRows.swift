// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Audit lines as rows. The reason is free text and may hold anything, so it is sealed.
enum AuditRows {
    static let columns = "nr, actie, object, resultaat, oorsprong, actor, tijdstip, reden"

    static func sealReden(_ regel: AuditRegel, _ keys: GemeenteKeys) throws(RegieFout) -> Data? {
        guard let reden = regel.reden else { return nil }
        return try keys.seal(Data(reden.utf8), for: .text, context: SealContext.auditReden(keys.gemeente, regel))
    }

    static func insert(_ regel: AuditRegel, reden: Data?, _ db: Database) throws {
        try db.run(
            """
            INSERT INTO audit (actie, object, resultaat, oorsprong, actor, tijdstip, reden) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                regel.actie, regel.object, regel.resultaat, regel.oorsprong, regel.actor, regel.tijdstip.milliseconden,
                reden,
            ]
        )
    }

    /// The line that a row holds, without its reason.
    static func regel(_ row: Row) -> AuditRegel {
        AuditRegel(
            actie: row[1],
            object: row[2],
            resultaat: row[3],
            oorsprong: row[4],
            actor: row[5],
            tijdstip: Tijdstip(milliseconden: row[6]),
            reden: nil
        )
    }

    /// The line that a row holds, opened.
    static func opened(_ row: Row, _ keys: GemeenteKeys) throws -> AuditRegel {
        let regel = regel(row)
        guard let sealed = row[7] as Data? else { return regel }
        let reden = try keys.open(sealed, for: .text, context: SealContext.auditReden(keys.gemeente, regel))
        return AuditRegel(
            actie: regel.actie,
            object: regel.object,
            resultaat: regel.resultaat,
            oorsprong: regel.oorsprong,
            actor: regel.actor,
            tijdstip: regel.tijdstip,
            reden: String(decoding: reden, as: UTF8.self)
        )
    }
}
