// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Destroys one dossier inside a transaction that somebody else began.
struct Destroyer {
    let db: PGConnection
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let head: StoredHead

    /// - Parameter lock: whether nobody else may change the dossier until the transaction ends.
    init(_ id: DossierID, _ keys: GemeenteKeys, lock: Bool, _ db: PGConnection) throws {
        gemeente = keys.gemeente
        guard let head = try FactRows.findHead(id.number, gemeente, lock: lock, db) else {
            throw RegieFout.noDossier(id, gemeente)
        }
        self.db = db
        self.keys = keys
        self.head = head
    }

    private var row: [PGValue] { [.text(gemeente.description), .int(head.number)] }

    /// What goes.
    func inspect() throws -> Vernietiging {
        if let before = head.destroyedAt { return Vernietiging(eerder: Tijdstip(milliseconden: before)) }
        func count(_ table: String) throws -> Int {
            let sql = "SELECT count(*) FROM regie.\(table) WHERE gemeente = $1 AND dossier = $2"
            return Int(try db.row(sql, row)?.int(0) ?? 0)
        }
        return Vernietiging(
            feiten: head.laatste,
            zoeksleutels: try count("zoeksleutel"),
            werkregels: try count("werkregel"),
            inkomend: try messages().count,
            uitgaand: try count("outbox")
        )
    }

    func destroy(op tijdstip: Tijdstip) throws {
        _ = try db.run(
            """
            UPDATE regie.inbox SET inhoud = '', toelichting = NULL, tot = NULL, dossier = $2,
                status = CASE WHEN status < 2 THEN 4 ELSE status END WHERE gemeente = $1 AND nr = ANY($3)
            """,
            row + [.ints(try messages())]
        )
        _ = try db.run(
            """
            UPDATE regie.outbox SET status = 5, tot = NULL, toelichting = NULL
            WHERE gemeente = $1 AND dossier = $2 AND status < 2
            """,
            row
        )
        for table in ["zoeksleutel", "werkregel"] {
            _ = try db.run("DELETE FROM regie.\(table) WHERE gemeente = $1 AND dossier = $2", row)
        }
        let moment = tijdstip.milliseconden
        let mark = try keys.headMark(head.number, laatste: head.laatste, hash: head.hash, vernietigdOp: moment)
        _ = try db.run(
            """
            UPDATE regie.dossier SET sleutel = '', regels = NULL, vernietigd_op = $3, merk = $4
            WHERE gemeente = $1 AND id = $2
            """,
            row + [.int(moment), .bytes(mark)]
        )
        _ = try db.run(
            "INSERT INTO regie.wissen (gemeente, dossier) VALUES ($1, $2) ON CONFLICT DO NOTHING",
            row
        )
    }

    /// Incoming messages of this dossier, and those of the person that were dealt with and belong to no dossier. A message
    /// of no dossier that is still open is new: it will make a dossier of its own.
    private func messages() throws -> [Int64] {
        try db.rows(
            """
            SELECT nr FROM regie.inbox WHERE gemeente = $1 AND dossier = $2 AND length(inhoud) > 0
            UNION SELECT nr FROM regie.inbox
            WHERE gemeente = $1 AND persoon = ANY($3) AND dossier IS NULL AND status >= 2 AND length(inhoud) > 0
            ORDER BY nr
            """,
            row + [.ints(try persons())]
        ).map { try $0.int(0) }
    }

    /// The numbers under which messages of this person stand; none when the facts do not open any more.
    private func persons() throws -> [Int64] {
        do {
            var reader = FactReader(gemeente, dossier: head.number, key: try head.key(keys))
            for fact in try FactRows.facts(head.number, gemeente, db) {
                try reader.take(fact)
            }
            return try reader.personNumbers(keys)
        } catch is RegieFout {
            return []
        }
    }
}
