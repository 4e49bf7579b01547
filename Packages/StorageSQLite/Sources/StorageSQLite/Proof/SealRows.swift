// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Seals as rows, and the heads that the last one remembers.
enum SealRows {
    static let columns = """
        nr, tijdstip, audit_nr, audit_code, dossiers, feiten, koppen, vernietigd, vernietigingen, sleutel, code
        """

    static func zegel(_ row: Row) -> Zegel {
        Zegel(
            nummer: row[0],
            tijdstip: Tijdstip(milliseconden: row[1]),
            auditNummer: row[2],
            auditCode: Array(row[3] as Data),
            dossiers: row[4],
            feiten: row[5],
            koppen: Array(row[6] as Data),
            vernietigd: row[7],
            vernietigingen: Array(row[8] as Data),
            sleutel: UInt32(stored: row[9]),
            code: Array(row[10] as Data)
        )
    }

    static func last(_ db: Database) throws -> Zegel? {
        try db.row("SELECT \(columns) FROM zegel ORDER BY nr DESC LIMIT 1").map(zegel)
    }

    static func insert(_ zegel: Zegel, _ db: Database) throws {
        try db.run(
            "INSERT INTO zegel (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                zegel.nummer, zegel.tijdstip.milliseconden, zegel.auditNummer, Data(zegel.auditCode), zegel.dossiers,
                zegel.feiten, Data(zegel.koppen), zegel.vernietigd, Data(zegel.vernietigingen), zegel.sleutel,
                Data(zegel.code),
            ]
        )
    }

    /// The remembered heads.
    static func heads(_ db: Database) throws -> SealedHeads {
        var heads = SealedHeads()
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT dossier, laatste, hash, vernietigd_op FROM zegelkop ORDER BY dossier"
        )
        while let row = try rows.next() { heads.add(row[0], laatste: row[1], hash: row[2], vernietigdOp: row[3]) }
        return heads
    }
}
