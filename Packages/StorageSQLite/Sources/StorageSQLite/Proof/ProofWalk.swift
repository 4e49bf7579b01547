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
    var report: ProofReport

    init(db: Database, gemeente: Gemeentecode, keys: GemeenteKeys, report: ProofReport) {
        self.db = db
        self.gemeente = gemeente
        self.keys = keys
        self.report = report
    }

    mutating func run() throws {
        try audit()
        try dossiers()
        try lookups()
        try messages()
        try seals()
    }

    private mutating func audit() throws {
        let walk = try AuditLinks.walk(keys, db)
        report.outcome.geketend = walk.geketend
        report.outcome.nogLos = walk.nogLos
        if let kop = try db.row("SELECT nr, code FROM audit_kop") {
            report.outcome.auditNummer = kop[0]
            report.outcome.auditCode = Array(kop[1] as Data)
        }
        if let breuk = walk.breuk { report.add(AuditProof.broken(breuk)) }
        try numbers("audit", "auditregel")
        let rows = try Row.fetchCursor(db, sql: "SELECT \(AuditRows.columns) FROM audit ORDER BY nr")
        while let row = try rows.next() {
            let line = AuditRows.line(row)
            for fault in AuditProof.faults(of: line, mark: row[9], keys) {
                report.add("auditregel \(line.nummer)", fault)
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
                report.add(AuditProof.orphan(row[0], id))
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
            if number != expected, table != "audit" { report.add("\(name) \(expected)", "Deze rij is weg.") }
            expected = number + 1
        }
        if expected <= given {
            report.add("\(name) \(expected)", "De laatste rijen zijn weg: er zijn er \(given) geweest.")
        }
        if expected > given + 1 { report.add("\(name) \(given + 1)", "Hier is buiten Regie om een rij bijgekomen.") }
    }

    private mutating func seals() throws {
        let check = SealCheck(db: db, keys: keys)
        report.outcome.zegels = try check.seals { report.add($0) }
        if let last = try SealRows.last(db) {
            try check.heads(last) { report.add($0) }
        } else if try db.row("SELECT 1 FROM zegelkop LIMIT 1") != nil {
            report.add(SealProof.gone)
        }
    }
}
