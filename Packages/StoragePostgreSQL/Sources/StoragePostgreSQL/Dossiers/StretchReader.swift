// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Reads and assesses a stretch of dossiers: the rows of dossiers and of facts, walked side by side.
struct StretchReader: Sendable {
    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let assess: @Sendable (Dossier) -> [Werkregel]

    private(set) var seen = 0
    private(set) var changed: [ChangedLines] = []
    private(set) var broken: [RegieFout] = []

    init(gemeente: Gemeentecode, keys: GemeenteKeys, assess: @escaping @Sendable (Dossier) -> [Werkregel]) {
        self.gemeente = gemeente
        self.keys = keys
        self.assess = assess
    }

    mutating func read(_ stretch: Range<Int64>, _ db: PGConnection) throws {
        let bounds: [PGValue] = [.text(gemeente.description), .int(stretch.lowerBound), .int(stretch.upperBound)]
        let heads = try db.rows(
            """
            SELECT \(FactRows.headColumns) FROM regie.dossier
            WHERE gemeente = $1 AND id > $2 AND id <= $3 AND vernietigd_op IS NULL ORDER BY id
            """,
            bounds
        )
        let facts = try db.rows(
            """
            SELECT \(FactRows.columns) FROM regie.gebeurtenis
            WHERE gemeente = $1 AND dossier > $2 AND dossier <= $3 ORDER BY dossier, volgnummer
            """,
            bounds
        )
        var rest = facts.makeIterator()
        var row = rest.next()
        for head in heads {
            let head = try FactRows.head(head)
            var fault: RegieFout?
            var reader: FactReader?
            do throws(RegieFout) {
                reader = FactReader(gemeente, dossier: head.number, key: try head.key(keys))
            } catch {
                fault = error
            }
            // What is left of dossiers that were destroyed.
            while let fact = row, try fact.int(8) < head.number { row = rest.next() }
            while let fact = row, try fact.int(8) == head.number {
                do {
                    if fault == nil {
                        try reader?.take(fact)
                    }
                } catch let error as RegieFout {
                    fault = error
                }
                row = rest.next()
            }
            if fault == nil, let reader {
                do throws(RegieFout) {
                    let dossier = try reader.finish(head)
                    if let lines = try ChangedLines(assess(dossier), of: head, gemeente, reader.key) {
                        changed.append(lines)
                    }
                    seen += 1
                } catch {
                    fault = error
                }
            }
            if let fault { broken.append(fault.op("dossier \(try DossierID(number: head.number))")) }
        }
    }
}
