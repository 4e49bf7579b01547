// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Seals as rows, and the heads that the last one remembers.
enum SealRows {
    static let columns = """
        zegel.nr, zegel.tijdstip, audit_nr, audit_code, dossiers, feiten, koppen, vernietigd, vernietigingen,
        zegel.sleutel, zegel.code
        """

    static func zegel(_ row: PGRow) throws -> Zegel {
        Zegel(
            nummer: Int(try row.int(0)),
            tijdstip: Tijdstip(milliseconden: try row.int(1)),
            auditNummer: try row.int(2),
            auditCode: Array(try row.bytes(3)),
            dossiers: Int(try row.int(4)),
            feiten: Int(try row.int(5)),
            koppen: Array(try row.bytes(6)),
            vernietigd: Int(try row.int(7)),
            vernietigingen: Array(try row.bytes(8)),
            sleutel: UInt32(stored: try row.int(9)),
            code: Array(try row.bytes(10))
        )
    }

    static func last(_ gemeente: Gemeentecode, _ db: PGConnection) throws -> Zegel? {
        try db.row(
            "SELECT \(columns) FROM regie.zegel WHERE gemeente = $1 ORDER BY nr DESC LIMIT 1",
            [.text(gemeente.description)]
        ).map(zegel)
    }

    static func insert(_ zegel: Zegel, _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        _ = try db.run(
            """
            INSERT INTO regie.zegel (gemeente, nr, tijdstip, audit_nr, audit_code, dossiers, feiten, koppen, vernietigd,
                vernietigingen, sleutel, code)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            """,
            [
                .text(gemeente.description), .int(Int64(zegel.nummer)), .int(zegel.tijdstip.milliseconden),
                .int(zegel.auditNummer), .bytes(Data(zegel.auditCode)), .int(Int64(zegel.dossiers)),
                .int(Int64(zegel.feiten)), .bytes(Data(zegel.koppen)), .int(Int64(zegel.vernietigd)),
                .bytes(Data(zegel.vernietigingen)), .int(Int64(zegel.sleutel)), .bytes(Data(zegel.code)),
            ]
        )
    }

    /// Remembers the head of every dossier. One statement, which sees each step whole or not at all, whoever writes
    /// meanwhile; nobody waits for it.
    static func remember(_ gemeente: Gemeentecode, _ db: PGConnection) throws {
        _ = try db.run(
            """
            INSERT INTO regie.zegelkop (gemeente, dossier, laatste, hash, vernietigd_op)
            SELECT gemeente, id, laatste, hash, vernietigd_op FROM regie.dossier AS nu
            WHERE gemeente = $1 AND NOT EXISTS (
                SELECT 1 FROM regie.zegelkop AS toen
                WHERE toen.gemeente = $1 AND toen.dossier = nu.id AND toen.hash = nu.hash
                    AND toen.vernietigd_op IS NOT DISTINCT FROM nu.vernietigd_op)
            ON CONFLICT (gemeente, dossier) DO UPDATE
            SET laatste = EXCLUDED.laatste, hash = EXCLUDED.hash, vernietigd_op = EXCLUDED.vernietigd_op
            """,
            [.text(gemeente.description)]
        )
    }

    /// The remembered heads.
    static func heads(_ gemeente: Gemeentecode, _ db: PGConnection) throws -> SealedHeads {
        var heads = SealedHeads()
        try db.each(
            "SELECT dossier, laatste, hash, vernietigd_op FROM regie.zegelkop WHERE gemeente = $1 ORDER BY dossier",
            [.text(gemeente.description)]
        ) { row in
            heads.add(
                try row.int(0),
                laatste: Int(try row.int(1)),
                hash: try row.bytes(2),
                vernietigdOp: try row.intOrNil(3)
            )
        }
        return heads
    }
}
