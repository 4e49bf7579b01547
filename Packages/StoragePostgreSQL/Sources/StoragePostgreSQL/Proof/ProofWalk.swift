// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Walks everything that can be proven of a gemeente, on one snapshot that keeps nobody from writing. What it reads it
/// takes as it comes, or a stretch of dossiers at a time: the memory does not grow with the database.
struct ProofWalk {
    let db: PGConnection
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    var report: ProofReport

    init(db: PGConnection, gemeente: Gemeentecode, keys: GemeenteKeys, report: ProofReport) {
        self.db = db
        self.gemeente = gemeente
        self.keys = keys
        self.report = report
    }

    var own: PGValue { .text(gemeente.description) }

    mutating func run() throws {
        let lines = try audit()
        try rows(lines)
        try dossiers()
        try lookups()
        try messages()
        try seals()
    }

    /// - Returns: how many lines there are.
    private mutating func audit() throws -> Int64 {
        let head = try AuditRows.head(gemeente, db, lock: false)
        if let head, head.nummer > 0 {
            report.outcome.auditNummer = head.nummer
            report.outcome.auditCode = Array(head.code)
        }
        var walk = AuditWalk(head, keys)
        var linked: Int64 = 0
        try db.each(
            """
            SELECT \(AuditRows.columns), sleutel, code FROM regie.audit WHERE gemeente = $1 AND nr IS NOT NULL ORDER BY nr
            """,
            [own]
        ) { row in
            linked += 1
            let line = try AuditRows.line(row)
            _ = try walk.take(
                line,
                keyID: try row.intOrNil(10).map { UInt32(stored: $0) },
                code: try row.bytesOrNil(11)
            )
            try check(row)
        }
        var loose: Int64 = 0
        try db.each(
            """
            SELECT $2::bigint + row_number() OVER (ORDER BY id), \(AuditRows.said) FROM regie.audit
            WHERE gemeente = $1 AND nr IS NULL ORDER BY id
            """,
            [own, .int(head?.nummer ?? 0)]
        ) { row in
            loose += 1
            try check(row)
        }
        let chain = walk.finish(loose: Int(loose))
        report.outcome.geketend = chain.geketend
        report.outcome.nogLos = chain.nogLos
        if let breuk = chain.breuk { report.add(AuditProof.broken(breuk)) }
        try orphans(next: (head?.nummer ?? 0) + 1)
        return linked + loose
    }

    private mutating func check(_ row: PGRow) throws {
        let line = try AuditRows.line(row)
        for fault in AuditProof.faults(of: line, mark: try row.bytesOrNil(9), keys) {
            report.add("auditregel \(line.nummer)", fault)
        }
    }

    /// What a step wrote in the log is about a dossier that is there. The id is turned into its number by the server, so
    /// that only those that are missing come over.
    private mutating func orphans(next: Int64) throws {
        try db.each(
            """
            SELECT eerste, nummer FROM (
                SELECT eerste, (
                    SELECT sum((strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(code, plaats, 1)) - 1)::bigint
                        << (60 - 5 * plaats)) FROM generate_series(1, 12) AS plaats)::bigint AS nummer
                FROM (
                    SELECT min(COALESCE(nr, $2)) AS eerste, left(object, 12) AS code FROM regie.audit
                    WHERE gemeente = $1 AND resultaat = 'gelukt' AND object ~ '^[0-9a-hjkmnp-tv-z]{12}( |$)'
                        AND (actie LIKE 'feit.%' OR actie LIKE 'bericht.%' OR actie LIKE 'dossier.%')
                    GROUP BY 2) AS genoemd) AS gezocht
            WHERE NOT EXISTS (SELECT 1 FROM regie.dossier WHERE gemeente = $1 AND id = nummer) ORDER BY nummer
            """,
            [own, .int(next)]
        ) { row in report.add(AuditProof.orphan(try row.int(0), try DossierID(number: try row.int(1)))) }
    }

    /// As many rows as the gemeente was ever given.
    private mutating func rows(_ lines: Int64) throws {
        guard let tellers = try Tellers.find(gemeente, db) else {
            report.add("tellers", "De tellers van rijen zijn weg.")
            return
        }
        for (place, table) in Tellers.Table.allCases.enumerated() {
            let given = tellers.given[place]
            let found =
                table == .audit
                ? lines
                : try db.row("SELECT count(*) FROM regie.\(table.rawValue) WHERE gemeente = $1", [own])?.int(0) ?? 0
            if found < given {
                report.add(table.waar, "Er zijn \(given - found) rijen weg: er zijn er \(given) geweest.")
            }
            if found > given { report.add(table.waar, "Er zijn buiten Regie om \(found - given) rijen bijgekomen.") }
        }
    }

    private mutating func seals() throws {
        let check = SealCheck(db: db, gemeente: gemeente, keys: keys)
        let (count, last) = try check.seals { report.add($0) }
        report.outcome.zegels = count
        if let last {
            try check.heads(last) { report.add($0) }
        } else if try db.row("SELECT 1::bigint FROM regie.zegelkop WHERE gemeente = $1 LIMIT 1", [own]) != nil {
            report.add(SealProof.gone)
        }
    }
}

extension Tellers.Table {
    /// How a break names the table.
    fileprivate var waar: String {
        switch self {
        case .audit: "auditregels"
        case .inbox: "inkomende berichten"
        case .outbox: "uitgaande berichten"
        }
    }
}
