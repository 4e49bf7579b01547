// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import StorageCore

/// Audit lines as rows.
enum AuditRows {
    /// What a line says.
    static let said = "actie, object, resultaat, oorsprong, actor, tijdstip, reden, herzegeld, merk"
    static let columns = "nr, \(said)"

    static func insert(_ line: SealedAudit, _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        let regel = line.regel
        _ = try db.run(
            """
            INSERT INTO regie.audit (gemeente, actie, object, resultaat, oorsprong, actor, tijdstip, reden,
                merk)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                .text(gemeente.description), .text(regel.actie), .text(regel.object), .text(regel.resultaat),
                .text(regel.oorsprong), .text(regel.actor), .int(regel.tijdstip.milliseconden),
                line.reden.map(PGValue.bytes) ?? .null, .bytes(line.mark),
            ]
        )
        Tellers.add(1, to: .audit, db)
    }

    /// The line that a row holds.
    static func line(_ row: PGRow) throws -> StoredAudit {
        StoredAudit(
            nummer: try row.int(0),
            regel: AuditRegel(
                actie: try row.text(1),
                object: try row.text(2),
                resultaat: try row.text(3),
                oorsprong: try row.text(4),
                actor: try row.text(5),
                tijdstip: Tijdstip(milliseconden: try row.int(6)),
                reden: nil
            ),
            reden: try row.bytesOrNil(7),
            resealed: try row.bytesOrNil(8)
        )
    }

    /// Where the chain ends; nil when nothing was ever linked.
    static func head(_ gemeente: Gemeentecode, _ db: PGConnection, lock: Bool) throws -> AuditHead? {
        guard
            let row = try db.row(
                "SELECT nr, code FROM regie.audit_kop WHERE gemeente = $1\(lock ? " FOR UPDATE" : "")",
                [.text(gemeente.description)]
            )
        else { return nil }
        return AuditHead(nummer: try row.int(0), code: try row.bytes(1))
    }
}
