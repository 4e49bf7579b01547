// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Reads and assesses a stretch of dossiers: their rows first, and then their facts side by side with them, while the
/// server is busy with the next ones.
struct StretchReader {
    /// What came of it.
    struct Outcome: Sendable {
        fileprivate(set) var seen = 0
        fileprivate(set) var changed: [ChangedLines] = []
        fileprivate(set) var broken: [RegieFout] = []
    }

    let gemeente: Gemeentecode
    let keys: GemeenteKeys
    let assess: @Sendable (Dossier) -> [Werkregel]

    private var outcome = Outcome()
    /// The dossiers of the stretch, and at which we are.
    private var heads: [StoredHead] = []
    private var place = 0
    /// Of the dossier that we are at: the facts so far, or why it cannot be read.
    private var reader: FactReader?
    private var fault: RegieFout?

    init(gemeente: Gemeentecode, keys: GemeenteKeys, assess: @escaping @Sendable (Dossier) -> [Werkregel]) {
        self.gemeente = gemeente
        self.keys = keys
        self.assess = assess
    }

    mutating func read(_ stretch: Range<Int64>, _ db: PGConnection) throws -> Outcome {
        heads = try db.rows(
            """
            SELECT \(FactRows.headColumns) FROM regie.dossier
            WHERE gemeente = $1 AND id > $2 AND id <= $3 AND vernietigd_op IS NULL ORDER BY id
            """,
            [.text(gemeente.description), .int(stretch.lowerBound), .int(stretch.upperBound)]
        ).map(FactRows.head)
        place = 0
        begin()
        // A gemeente is four digits.
        try db.copy(
            from: """
                SELECT \(FactRows.copiedColumns) FROM regie.gebeurtenis
                WHERE gemeente = '\(gemeente)' AND dossier > \(stretch.lowerBound) AND dossier <= \(stretch.upperBound)
                ORDER BY dossier, volgnummer
                """
        ) { row in try take(&row) }
        while place < heads.count { try end() }
        return outcome
    }

    private mutating func take(_ row: inout PGCopiedRow) throws {
        let dossier = try row.int()
        while place < heads.count, heads[place].number < dossier { try end() }
        // Else it is what is left of a dossier that was destroyed.
        guard place < heads.count, heads[place].number == dossier, fault == nil else { return }
        do {
            try reader?.take(&row)
        } catch let error as RegieFout {
            fault = error
        }
    }

    private mutating func begin() {
        (reader, fault) = (nil, nil)
        guard place < heads.count else { return }
        let head = heads[place]
        do throws(RegieFout) {
            reader = FactReader(gemeente, dossier: head.number, key: try head.key(keys), aantal: head.laatste)
        } catch {
            fault = error
        }
    }

    private mutating func end() throws {
        let head = heads[place]
        if fault == nil, let reader {
            do throws(RegieFout) {
                let dossier = try reader.finish(head)
                if let lines = try ChangedLines(assess(dossier), of: head, gemeente, reader.key) {
                    outcome.changed.append(lines)
                }
                outcome.seen += 1
            } catch {
                fault = error
            }
        }
        if let fault { outcome.broken.append(fault.op("dossier \(try DossierID(number: head.number))")) }
        place += 1
        begin()
    }
}
