// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Destroys one dossier inside a transaction that somebody else began.
struct Destroyer {
    let db: Database
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let head: StoredHead

    init(_ id: DossierID, _ gemeente: Gemeentecode, _ keys: GemeenteKeys, _ db: Database) throws {
        guard let head = try StoredHead.find(id.number, db) else {
            throw RegieFout.noDossier(id, gemeente)
        }
        self.db = db
        self.gemeente = gemeente
        self.keys = keys
        self.head = head
    }

    /// What goes.
    func inspect() throws -> Vernietiging {
        if let before = head.destroyedAt { return Vernietiging(eerder: Tijdstip(milliseconden: before)) }
        func count(_ sql: String) throws -> Int { try db.row(sql, [head.number])?[0] ?? 0 }
        return Vernietiging(
            feiten: head.laatste,
            zoeksleutels: try count("SELECT COUNT(*) FROM zoeksleutel WHERE dossier = ?"),
            werkregels: try count("SELECT COUNT(*) FROM werkregel WHERE dossier = ?"),
            inkomend: try messages().count,
            uitgaand: try count("SELECT COUNT(*) FROM outbox WHERE dossier = ?")
        )
    }

    func destroy(op tijdstip: Tijdstip) throws {
        // The pages that are changed here are cleaned whole, also what was moved about in them before.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        defer { try? db.execute(sql: "PRAGMA secure_delete = FAST") }
        let number = head.number
        for nr in try messages() {
            try db.run(
                """
                UPDATE inbox SET inhoud = x'', toelichting = NULL, tot = NULL, dossier = ?,
                    status = CASE WHEN status < 2 THEN 4 ELSE status END WHERE nr = ?
                """,
                [number, nr]
            )
        }
        try db.run(
            "UPDATE outbox SET status = 5, tot = NULL, toelichting = NULL WHERE dossier = ? AND status < 2",
            [number]
        )
        try db.run("DELETE FROM zoeksleutel WHERE dossier = ?", [number])
        try db.run("DELETE FROM werkregel WHERE dossier = ?", [number])
        let moment = tijdstip.milliseconden
        let mark = try keys.headMark(number, laatste: head.laatste, hash: head.hash, vernietigdOp: moment)
        try db.run(
            "UPDATE dossier SET sleutel = x'', regels = NULL, vernietigd_op = ?, merk = ? WHERE id = ?",
            [moment, mark, number]
        )
    }

    /// Incoming messages of this dossier, and those of the person that were dealt with and belong to no dossier. A message
    /// of no dossier that is still open is new: it will make a dossier of its own.
    private func messages() throws -> [Int64] {
        var found = Set(
            try db.rows("SELECT nr FROM inbox WHERE dossier = ? AND length(inhoud) > 0", [head.number]).map {
                $0[0] as Int64
            }
        )
        for persoon in try persons() {
            let rows = try db.rows(
                """
                SELECT nr FROM inbox
                WHERE persoon = ? AND dossier IS NULL AND status >= 2 AND length(inhoud) > 0
                """,
                [persoon]
            )
            found.formUnion(rows.map { $0[0] as Int64 })
        }
        return found.sorted()
    }

    /// The numbers under which messages of this person stand; none when the facts do not open any more.
    private func persons() throws -> [Int64] {
        guard let key = try? head.key(keys) else { return [] }
        var facts = FactReader(gemeente, dossier: head.number, key: key)
        do {
            try facts.takeAll(of: head.number, db)
        } catch is RegieFout {
            return []
        }
        return try facts.personNumbers(keys)
    }
}
