// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Marks for what was written before there were marks.
enum Marks {
    static func fill(_ db: Database, _ keys: GemeenteKeys) throws {
        try heads(db, keys)
        try lines(db, keys)
    }

    private static func heads(_ db: Database, _ keys: GemeenteKeys) throws {
        var last: Int64 = -1
        while true {
            let rows = try db.rows("SELECT id, laatste, hash FROM dossier WHERE id > ? ORDER BY id LIMIT 1000", [last])
            guard !rows.isEmpty else { return }
            for row in rows {
                last = row[0]
                let mark = try keys.headMark(last, laatste: row[1], hash: row[2], vernietigdOp: nil)
                try db.run("UPDATE dossier SET merk = ? WHERE id = ?", [mark, last])
            }
        }
    }

    private static func lines(_ db: Database, _ keys: GemeenteKeys) throws {
        var last: Int64 = 0
        while true {
            let rows = try db.rows(
                "SELECT nr, actie, object, resultaat, oorsprong, actor, tijdstip, reden, NULL FROM audit WHERE nr > ? ORDER BY nr LIMIT 1000",
                [last]
            )
            guard !rows.isEmpty else { return }
            for row in rows {
                last = row[0]
                let mark = try keys.lineMark(AuditRows.line(row).regel, reden: row[7])
                try db.run("UPDATE audit SET merk = ? WHERE nr = ?", [mark, last])
            }
        }
    }
}
