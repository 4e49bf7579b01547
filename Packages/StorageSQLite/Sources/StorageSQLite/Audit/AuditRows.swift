// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Audit lines as rows. The reason is free text and may hold anything, so it is sealed.
enum AuditRows {
    static let columns = "nr, actie, object, resultaat, oorsprong, actor, tijdstip, reden, herzegeld, merk"

    static func sealReden(_ regel: AuditRegel, _ keys: GemeenteKeys) throws(RegieFout) -> Data? {
        guard let reden = regel.reden else { return nil }
        return try keys.seal(Data(reden.utf8), for: .text, context: SealContext.auditReden(keys.gemeente, regel))
    }

    /// A line ready to be written: made on the caller's thread.
    struct Sealed: Sendable {
        let regel: AuditRegel
        let reden: Data?
        let mark: Data

        init(_ regel: AuditRegel, _ keys: GemeenteKeys) throws(RegieFout) {
            self.regel = regel
            reden = try AuditRows.sealReden(regel, keys)
            mark = try keys.lineMark(regel, reden: reden)
        }
    }

    static func insert(_ line: Sealed, _ db: Database) throws {
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
        guard let sealed = (row[8] ?? row[7]) as Data? else { return regel }
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
