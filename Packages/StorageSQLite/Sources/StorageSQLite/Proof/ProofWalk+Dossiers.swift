// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension ProofWalk {
    /// Heads and facts side by side, as the nightly assessment reads them; destroyed dossiers by their chain alone.
    mutating func dossiers() throws {
        let heads = try Row.fetchCursor(db, sql: "SELECT \(StoredHead.columns) FROM dossier ORDER BY id")
        let facts = try Row.fetchCursor(
            db,
            sql: "SELECT \(FactRows.columns) FROM gebeurtenis ORDER BY dossier, volgnummer"
        )
        var digest = HeadDigest()
        var row = try facts.next()
        while let head = try heads.next().map(StoredHead.init) {
            while let fact = row, (fact[0] as Int64) < head.number {
                try stray(fact)
                row = try facts.next()
            }
            var walk = DossierWalk(head, gemeente, keys)
            while let fact = row, fact[0] as Int64 == head.number {
                walk.take(fact)
                row = try facts.next()
            }
            let breuk = try walk.finish(db)
            count(feiten: walk.facts)
            digest.add(head.number, laatste: head.laatste, hash: head.hash)
            if let breuk { report("dossier \(try DossierID(number: head.number))", breuk) }
        }
        while let fact = row {
            try stray(fact)
            row = try facts.next()
        }
        setHeads(digest.bytes)
    }

    private mutating func stray(_ fact: Row) throws {
        let id = try DossierID(number: fact[0])
        report("dossier \(id)", "Feit \(fact[1] as Int) hoort bij een dossier dat er niet is.")
    }

    /// Look-up keys and lines of the werkvoorraad that stand beside no dossier, or beside one that was destroyed.
    mutating func lookups() throws {
        for (table, name) in [("zoeksleutel", "Een zoeksleutel"), ("werkregel", "Een werkregel")] {
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT \(table).dossier FROM \(table) LEFT JOIN dossier ON dossier.id = \(table).dossier
                    WHERE dossier.id IS NULL OR dossier.vernietigd_op IS NOT NULL
                    """
            )
            while let row = try rows.next() {
                report(
                    "dossier \(try DossierID(number: row[0]))",
                    "\(name) hoort bij een dossier dat er niet meer is."
                )
            }
        }
    }
}

/// The walk over one dossier: chain, head, mark, every fact, and what follows from the facts.
struct DossierWalk {
    private let head: StoredHead
    private let gemeente: Gemeentecode
    private let keys: GemeenteKeys
    private var chain: DossierChain
    private var opened: FactReader?
    private var fault: String?
    private(set) var facts = 0

    init(_ head: StoredHead, _ gemeente: Gemeentecode, _ keys: GemeenteKeys) {
        self.head = head
        self.gemeente = gemeente
        self.keys = keys
        chain = DossierChain(gemeente: gemeente, dossier: head.number)
        guard head.destroyedAt == nil else { return }
        do throws(RegieFout) {
            opened = FactReader(gemeente, dossier: head.number, key: try head.key(keys))
        } catch {
            fault = "De sleutel van het dossier gaat niet open."
        }
    }

    mutating func take(_ row: Row) {
        facts += 1
        guard fault == nil else { return }
        let link = FactRows.link(row)
        chain.add(link, sealed: row[7])
        guard Int(link.volgnummer) == facts, chain.ends(with: row[8]) else {
            fault = "De keten breekt bij feit \(facts)."
            return
        }
        do {
            try opened?.take(row)
        } catch {
            fault = "Feit \(facts) gaat niet open."
        }
    }

    /// What does not fit first; nil when all does.
    func finish(_ db: Database) throws -> String? {
        if let fault { return fault }
        guard head.laatste == facts, head.hash == chain.head else {
            return "De kop van het dossier past niet bij feit \(facts): er is een feit weg of bij."
        }
        guard head.isMarked(keys) else {
            return "Het merk van de kop klopt niet: het dossier is ingekort of veranderd."
        }
        guard let opened else {
            return head.wrappedKey.isEmpty ? nil : "Het dossier is vernietigd en heeft toch een sleutel."
        }
        let dossier = try opened.finish(head)
        return try lookups(dossier, db) ?? lines(opened.key, db)
    }

    private func lookups(_ dossier: Dossier, _ db: Database) throws -> String? {
        var open = Set(dossier.zoeksleutels)
        for row in try db.rows("SELECT blind FROM zoeksleutel WHERE dossier = ?", [head.number]) {
            let blind: Data = row[0]
            guard let found = try dossier.zoeksleutels.first(where: { try keys.blindIndexes($0).contains(blind) })
            else { return "Een zoeksleutel volgt niet uit de feiten." }
            open.remove(found)
        }
        return open.isEmpty ? nil : "Er zijn \(open.count) zoeksleutels weg."
    }

    /// The lines of the assessment are those of which the digest stands in the head; all of them open.
    private func lines(_ key: DossierKey, _ db: Database) throws -> String? {
        let rows = try db.rows(
            "SELECT \(WorkRows.columns) FROM werkregel WHERE dossier = ? ORDER BY herkomst, plaats",
            [head.number]
        )
        do {
            let all = try rows.map { try WorkRows.line($0).regel(gemeente, key) }
            let digest = ChangedLines.digest(all.filter { $0.herkomst == .beoordeling }, key)
            return digest == head.lines ? nil : "De regels in de werkvoorraad zijn niet die van de beoordeling."
        } catch is RegieFout {
            return "Een regel in de werkvoorraad gaat niet open."
        }
    }
}
