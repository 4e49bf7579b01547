// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension ProofWalk {
    /// Dossiers in memory at a time.
    private static let stretch = 500

    /// Heads, facts and what follows from them side by side; destroyed dossiers by their chain alone.
    mutating func dossiers() throws {
        var digest = HeadDigest()
        var last: Int64 = -1
        while true {
            let heads = try db.rows(
                "SELECT \(FactRows.headColumns) FROM regie.dossier WHERE gemeente = $1 AND id > $2 ORDER BY id LIMIT $3",
                [own, .int(last), .int(Int64(Self.stretch))]
            ).map(FactRows.head)
            // Behind the last dossier nothing may stand.
            let end = heads.count < Self.stretch ? Int64.max : heads.last?.number ?? .max
            try walk(heads, after: last, through: end, &digest)
            if end == .max { break }
            last = end
        }
        report.outcome.koppen = digest.bytes
    }

    private mutating func walk(
        _ heads: [StoredHead],
        after lower: Int64,
        through upper: Int64,
        _ digest: inout HeadDigest
    ) throws {
        let bounds: [PGValue] = [own, .int(lower), .int(upper)]
        let facts = try db.rows(
            """
            SELECT \(FactRows.columns) FROM regie.gebeurtenis
            WHERE gemeente = $1 AND dossier > $2 AND dossier <= $3 ORDER BY dossier, volgnummer
            """,
            bounds
        )
        let related = try related(bounds)
        var rest = facts.makeIterator()
        var row = rest.next()
        for head in heads {
            while let fact = row, try fact.int(8) < head.number {
                try stray(fact)
                row = rest.next()
            }
            var proof = DossierProof(head, gemeente, keys)
            while let fact = row, try fact.int(8) == head.number {
                let link = try FactRows.link(fact)
                fact.withFact { sealed, hash in proof.take(link, sealed: sealed, hash: hash) }
                row = rest.next()
            }
            let breuk = try proof.finish {
                DossierProof.Related(
                    blinds: related.blinds[head.number] ?? [],
                    lines: related.lines[head.number] ?? []
                )
            }
            report.count(feiten: proof.facts)
            digest.add(head.number, laatste: head.laatste, hash: head.hash)
            if let breuk { report.add("dossier \(try DossierID(number: head.number))", breuk) }
        }
        while let fact = row {
            try stray(fact)
            row = rest.next()
        }
    }

    private mutating func stray(_ fact: PGRow) throws {
        let id = try DossierID(number: try fact.int(8))
        report.add("dossier \(id)", "Feit \(try fact.int(0)) hoort bij een dossier dat er niet is.")
    }

    private func related(_ bounds: [PGValue]) throws -> (blinds: [Int64: [Data]], lines: [Int64: [SealedLine]]) {
        var blinds: [Int64: [Data]] = [:]
        let found = try db.rows(
            "SELECT dossier, blind FROM regie.zoeksleutel WHERE gemeente = $1 AND dossier > $2 AND dossier <= $3",
            bounds
        )
        for row in found { blinds[try row.int(0), default: []].append(try row.bytes(1)) }
        var lines: [Int64: [SealedLine]] = [:]
        let work = try db.rows(
            """
            SELECT \(WorkRows.columns) FROM regie.werkregel WHERE gemeente = $1 AND dossier > $2 AND dossier <= $3
            ORDER BY dossier, herkomst, plaats
            """,
            bounds
        )
        for row in work {
            let line = try WorkRows.line(row)
            lines[line.dossier, default: []].append(line)
        }
        return (blinds, lines)
    }

    /// Look-up keys and lines of the werkvoorraad that stand beside no dossier, or beside one that was destroyed.
    mutating func lookups() throws {
        for (table, name) in [("zoeksleutel", "Een zoeksleutel"), ("werkregel", "Een werkregel")] {
            try db.each(
                """
                SELECT DISTINCT los.dossier FROM regie.\(table) AS los
                LEFT JOIN regie.dossier ON dossier.gemeente = los.gemeente AND dossier.id = los.dossier
                WHERE los.gemeente = $1 AND (dossier.id IS NULL OR dossier.vernietigd_op IS NOT NULL)
                """,
                [own]
            ) { row in
                report.add(
                    "dossier \(try DossierID(number: try row.int(0)))",
                    "\(name) hoort bij een dossier dat er niet meer is."
                )
            }
        }
    }
}
