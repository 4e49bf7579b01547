// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

/// Walks everything that can be proven of a gemeente's database, on the snapshot of one transaction.
struct ProofWalk {
    let db: Database
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let most: Int
    let progress: @Sendable (Int) -> Void
    private(set) var outcome = Bewijsuitkomst()

    init(
        db: Database,
        gemeente: Gemeentecode,
        keys: GemeenteKeys,
        most: Int,
        progress: @escaping @Sendable (Int) -> Void
    ) {
        self.db = db
        self.gemeente = gemeente
        self.keys = keys
        self.most = most
        self.progress = progress
    }

    mutating func run() throws {
        try audit()
        try dossiers()
        try lookups()
        try messages()
        try seals()
    }

    mutating func setHeads(_ digest: [UInt8]) { outcome.koppen = digest }

    mutating func report(_ place: String, _ what: String) {
        outcome.aantal += 1
        if outcome.breuken.count < most { outcome.breuken.append(.init(place, what)) }
    }

    private mutating func audit() throws {
        let walk = try AuditLinks.walk(keys, db)
        outcome.geketend = walk.geketend
        outcome.nogLos = walk.nogLos
        if let kop = try db.row("SELECT nr, code FROM audit_kop") {
            outcome.auditNummer = kop[0]
            outcome.auditCode = Array(kop[1] as Data)
        }
        if let breuk = walk.breuk { report("auditregel \(breuk)", "De keten van het auditlog breekt hier.") }
        try numbers("audit", "auditregel")
        let rows = try Row.fetchCursor(db, sql: "SELECT \(AuditRows.columns) FROM audit ORDER BY nr")
        while let row = try rows.next() {
            let place = "auditregel \(row[0] as Int64)"
            if !keys.isMark(row[9], of: AuditRows.line(row).regel, reden: row[7]) {
                report(place, "Het merk klopt niet: Regie heeft deze regel niet zo geschreven.")
            }
            if row[7] as Data? != nil, (try? AuditRows.line(row).opened(keys)) == nil {
                report(place, "De reden gaat niet open.")
            }
        }
        // What a step wrote in the log is about a dossier that is there.
        let orphans = try Row.fetchCursor(
            db,
            sql: """
                SELECT MIN(nr), substr(object, 1, 12) FROM audit WHERE resultaat = 'gelukt'
                    AND (length(object) = 12 OR substr(object, 13, 1) = ' ')
                    AND (actie LIKE 'feit.%' OR actie LIKE 'bericht.%' OR actie LIKE 'dossier.%') GROUP BY 2
                """
        )
        while let row = try orphans.next() {
            guard let id = DossierID(row[1] as String) else { continue }
            if try StoredHead.find(id.number, db) == nil {
                report("dossier \(id)", "Auditregel \(row[0] as Int64) gaat over dit dossier, en het is weg.")
            }
        }
    }

    /// Rows are never removed from these tables and numbers are given without gaps: one that is missing, also at the end,
    /// was taken away.
    mutating func numbers(_ table: String, _ name: String) throws {
        let given =
            try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table]) ?? 0
        var expected: Int64 = 1
        let rows = try Row.fetchCursor(db, sql: "SELECT nr FROM \(table) ORDER BY nr")
        while let row = try rows.next() {
            let number: Int64 = row[0]
            // The chain of the audit log says it of a gap in the middle.
            if number != expected, table != "audit" { report("\(name) \(expected)", "Deze rij is weg.") }
            expected = number + 1
        }
        if expected <= given {
            report("\(name) \(expected)", "De laatste rijen zijn weg: er zijn er \(given) geweest.")
        }
        if expected > given + 1 { report("\(name) \(given + 1)", "Hier is buiten Regie om een rij bijgekomen.") }
    }

    private mutating func seals() throws {
        var found: [Bewijsuitkomst.Breuk] = []
        let check = SealCheck(db: db, keys: keys)
        outcome.zegels = try check.seals { found.append($0) }
        if let last = try SealRows.last(db) {
            try check.heads(last) { found.append($0) }
        } else if try db.row("SELECT 1 FROM zegelkop LIMIT 1") != nil {
            report("zegel 1", "De zegels zijn weg.")
        }
        for breuk in found { report(breuk.waar, breuk.wat) }
    }

    /// For the walk over dossiers, which stands in another file.
    mutating func count(feiten: Int) {
        outcome.dossiers += 1
        outcome.feiten += feiten
        if outcome.dossiers % 1000 == 0 { progress(outcome.dossiers) }
    }
}
