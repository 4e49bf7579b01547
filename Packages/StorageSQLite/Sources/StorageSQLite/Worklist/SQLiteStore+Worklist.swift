// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: WorklistStore {
    func listWork(_ filter: WorkFilter, limiet: Int, overslaan: Int) async throws(RegieFout) -> [Werkregel] {
        let (gemeente, keys) = (gemeente, keys)
        let query = WorkQuery(filter)
        return try await database.read { db in
            // One page knows few dossiers: each key is unwrapped once.
            var unwrapped: [Int64: DossierKey] = [:]
            return try db.rows(query.page, query.arguments + [max(0, limiet), max(0, overslaan)]).map { row in
                let number: Int64 = row[0]
                let key: DossierKey
                if let known = unwrapped[number] {
                    key = known
                } else {
                    guard let head = try StoredHead.find(number, db) else {
                        throw RegieFout(.opslagFaalt, "Een werkregel hoort bij een dossier dat er niet is.")
                    }
                    key = try head.key(keys)
                    unwrapped[number] = key
                }
                return try WorkRows.line(row).regel(gemeente, key)
            }
        }
    }

    func countWork(_ filter: WorkFilter) async throws(RegieFout) -> Int {
        let query = WorkQuery(filter)
        return try await database.read { db in
            try Int.fetchOne(
                try db.cachedStatement(sql: query.count),
                arguments: StatementArguments(query.arguments as [(any DatabaseValueConvertible)?])
            ) ?? 0
        }
    }
}

/// The statement of a filter. The index that answers is named, because the planner has no statistics to choose by: the
/// first page must come from the index alone, without sorting (asserted on the query plan in the tests).
struct WorkQuery: Sendable {
    let page: String
    let count: String
    let arguments: [(any DatabaseValueConvertible & Sendable)?]

    init(_ filter: WorkFilter) {
        var wheres: [String] = []
        var arguments: [(any DatabaseValueConvertible & Sendable)?] = []
        func add(_ condition: String, _ value: some DatabaseValueConvertible & Sendable) {
            wheres.append(condition)
            arguments.append(value)
        }
        if let dossier = filter.dossier { add("dossier = ?", dossier.number) }
        if let klantmanager = filter.klantmanager { add("klantmanager = ?", klantmanager) }
        if let code = filter.code { add("code = ?", code.rawValue) }
        if let voor = filter.voor { add("voor <= ?", Int64(voor.dagnummer)) }
        let index =
            if filter.dossier != nil {
                ""
            } else if filter.klantmanager != nil {
                " INDEXED BY werkregel_klantmanager"
            } else if filter.code != nil {
                " INDEXED BY werkregel_code"
            } else {
                " INDEXED BY werkregel_dringend"
            }
        let from = "FROM werkregel\(index)" + (wheres.isEmpty ? "" : " WHERE " + wheres.joined(separator: " AND "))
        page =
            "SELECT \(WorkRows.columns) \(from) ORDER BY ernst DESC, voor, dossier, herkomst, plaats LIMIT ? OFFSET ?"
        count = "SELECT COUNT(*) \(from)"
        self.arguments = arguments
    }
}
