// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import Sealing
import StorageCore

/// Lines of the werkvoorraad as rows.
enum WorkRows {
    /// The columns that `line` reads, in their order.
    static let columns = "dossier, herkomst, ernst, voor, code, klantmanager, inhoud"

    /// The line that a row holds.
    static func line(_ row: Row) -> SealedLine {
        SealedLine(
            dossier: row[0],
            herkomst: row[1],
            ernst: row[2],
            voor: row[3],
            code: row[4],
            klantmanager: row[5],
            inhoud: row[6]
        )
    }

    /// Replaces the lines of each origin that a step names. The klantmanager of the lines of other origins follows.
    static func write(_ stap: Stap, _ gemeente: Gemeentecode, _ number: Int64, _ key: DossierKey, _ db: Database) throws
    {
        for case .klantmanagerToegewezen(let feit) in stap.feiten.map(\.feit) {
            try follow(feit.klantmanager, of: number, db)
        }
        for (herkomst, regels) in stap.werkregels {
            try db.run(
                "DELETE FROM werkregel WHERE dossier = ? AND herkomst = ?",
                [number, SealedLine.text(herkomst)]
            )
            try insert(try SealedLine.seal(regels, herkomst: herkomst, gemeente, number, key), db)
            guard herkomst == .beoordeling else { continue }
            try db.run("UPDATE dossier SET regels = ? WHERE id = ?", [ChangedLines.digest(regels, key), number])
        }
        if let first = stap.werkregels[.beoordeling]?.first { try follow(first.klantmanager, of: number, db) }
    }

    /// Writes lines that were sealed before.
    static func insert(_ lines: [SealedLine], _ db: Database) throws {
        for line in lines {
            try db.run(
                """
                INSERT INTO werkregel (dossier, herkomst, plaats, ernst, voor, code, klantmanager, inhoud)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    line.dossier, line.herkomst, line.plaats, line.ernst, line.voor, line.code, line.klantmanager,
                    line.inhoud,
                ]
            )
        }
    }

    static func follow(_ klantmanager: String?, of number: Int64, _ db: Database) throws {
        try db.run(
            "UPDATE werkregel SET klantmanager = ? WHERE dossier = ? AND klantmanager IS NOT ?",
            [klantmanager, number, klantmanager]
        )
    }
}
