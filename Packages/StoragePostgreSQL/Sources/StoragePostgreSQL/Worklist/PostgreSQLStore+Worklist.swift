// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: WorklistStore {
    func listWork(_ filter: WorkFilter, limiet: Int, overslaan: Int) async throws(RegieFout) -> [Werkregel] {
        let (gemeente, keys) = (gemeente, keys)
        let query = WorkQuery(filter, gemeente)
        let arguments = query.arguments + [.int(Int64(max(0, limiet))), .int(Int64(max(0, overslaan)))]
        return try await database.read { db in
            // One page knows few dossiers: each key is unwrapped once.
            var unwrapped: [Int64: DossierKey] = [:]
            return try db.rows(query.page, arguments).map { row in
                let line = try WorkRows.line(row)
                let key = try unwrapped[line.dossier] ?? keys.unwrap(try row.bytes(8), of: line.dossier)
                unwrapped[line.dossier] = key
                return try line.regel(gemeente, key)
            }
        }
    }

    func countWork(_ filter: WorkFilter) async throws(RegieFout) -> Int {
        let query = WorkQuery(filter, gemeente)
        return try await database.read { db in
            Int(try db.row(query.count, query.arguments)?.int(0) ?? 0)
        }
    }
}

/// The statement of a filter. The first page comes from an index in its order, without sorting, whichever filter is set
/// (asserted on the query plan in the tests); only then is each line's key looked up.
struct WorkQuery: Sendable {
    let page: String
    let count: String
    let arguments: [PGValue]

    init(_ filter: WorkFilter, _ gemeente: Gemeentecode) {
        var wheres = ["gemeente = $1"]
        var arguments: [PGValue] = [.text(gemeente.description)]
        func add(_ condition: String, _ value: PGValue) {
            arguments.append(value)
            wheres.append("\(condition) $\(arguments.count)")
        }
        if let dossier = filter.dossier { add("dossier =", .int(dossier.number)) }
        if let klantmanager = filter.klantmanager { add("klantmanager =", .text(klantmanager)) }
        if let code = filter.code { add("code =", .text(code.rawValue)) }
        if let voor = filter.voor { add("voor <=", .int(Int64(voor.dagnummer))) }
        let order = "ORDER BY ernst DESC, voor, dossier, herkomst, plaats"
        let from = "FROM regie.werkregel WHERE \(wheres.joined(separator: " AND "))"
        let (limit, offset) = ("$\(arguments.count + 1)", "$\(arguments.count + 2)")
        // A day bounds the lines of one degree of urgency, which the index has in the order of their days; over all of
        // them at once it would only be a sieve, and a day on which little is due would be looked for among all lines.
        let lines =
            filter.voor == nil || filter.dossier != nil
            ? "SELECT \(WorkRows.columns) \(from)"
            : """
            SELECT trede.* FROM unnest(ARRAY\(Signaal.Ernst.allCases.map(\.rang))::bigint[]) AS degree (rang) CROSS JOIN LATERAL (
                SELECT \(WorkRows.columns) \(from) AND ernst = degree.rang
                ORDER BY voor, dossier, herkomst, plaats LIMIT \(limit)::bigint + \(offset)::bigint) AS trede
            """
        page = """
            SELECT \(WorkRows.columns), (
                SELECT sleutel FROM regie.dossier WHERE dossier.gemeente = $1 AND dossier.id = regel.dossier)
            FROM (\(lines) \(order) LIMIT \(limit) OFFSET \(offset)) AS regel
            \(order)
            """
        count = "SELECT count(*) \(from)"
        self.arguments = arguments
    }
}
