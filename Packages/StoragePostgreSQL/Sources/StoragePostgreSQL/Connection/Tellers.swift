// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient

/// How many rows a gemeente was ever given in the tables from which none is taken away: when there are fewer, some were
/// taken away past Regie.
struct Tellers {
    /// A table that only grows.
    enum Table: String, CaseIterable, Sendable {
        case audit, inbox, outbox
    }

    /// Rows per table, in the order of `Table.allCases`.
    let given: [Int64]

    /// As it stands; nil when the gemeente was never migrated.
    static func find(_ gemeente: Gemeentecode, _ db: PGConnection) throws -> Tellers? {
        try db.row(
            "SELECT audit, inbox, outbox FROM regie.teller WHERE gemeente = $1",
            [.text(gemeente.description)]
        ).map { row in Tellers(given: try (0..<3).map { try row.int($0) }) }
    }

    /// Notes that rows were added in this transaction; a savepoint that is undone takes its part back.
    static func add(_ rows: Int, to table: Table, _ db: PGConnection) {
        guard rows > 0 else { return }
        db.tally[table.rawValue, default: 0] += Int64(rows)
    }

    /// Writes what was noted. Last in the transaction: the row is locked until the commit, and whoever holds it asks for
    /// nothing more, so that nobody waits in a circle.
    static func write(_ gemeente: Gemeentecode, _ db: PGConnection) throws {
        guard !db.tally.isEmpty else { return }
        let found = try db.run(
            """
            UPDATE regie.teller SET audit = audit + $2, inbox = inbox + $3, outbox = outbox + $4 WHERE gemeente = $1
            """,
            [.text(gemeente.description)] + Table.allCases.map { .int(db.tally[$0.rawValue] ?? 0) }
        )
        guard found == 1 else { throw RegieFout.notMigrated(gemeente) }
    }
}

extension RegieFout {
    static func notMigrated(_ gemeente: Gemeentecode) -> RegieFout {
        RegieFout(
            .opslagFaalt,
            "De database is nog niet ingericht voor gemeente \(gemeente).",
            watTeDoen: "Draai 'regie migrate'."
        )
    }
}
