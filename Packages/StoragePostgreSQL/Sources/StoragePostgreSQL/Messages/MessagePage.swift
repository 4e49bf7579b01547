// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import StorageCore

/// A page of messages of one gemeente, newest first: what comes after `FROM …` and its arguments.
struct MessagePage: Sendable {
    let sql: String
    let arguments: [PGValue]

    /// - Parameter table: `inbox` or `outbox`.
    init(
        _ table: String,
        _ gemeente: Gemeentecode,
        _ status: String?,
        _ words: [String],
        _ limiet: Int,
        _ overslaan: Int
    ) throws(RegieFout) {
        let window: [PGValue] = [
            .text(gemeente.description), .int(Int64(max(0, limiet))), .int(Int64(max(0, overslaan))),
        ]
        let order = "ORDER BY nr DESC LIMIT $2 OFFSET $3"
        guard let status else {
            sql = "WHERE \(table).gemeente = $1 \(order)"
            arguments = window
            return
        }
        guard let code = words.firstIndex(of: status) else { throw .unknownStatus(status, of: words) }
        sql = "WHERE \(table).gemeente = $1 AND status = $4 \(order)"
        arguments = window + [.int(Int64(code))]
    }

    /// Every word with its number, also when that is 0.
    static func counts(_ table: String, _ gemeente: Gemeentecode, _ words: [String], _ db: PGConnection) throws
        -> [String: Int]
    {
        var counts = Dictionary(uniqueKeysWithValues: words.map { ($0, 0) })
        let rows = try db.rows(
            "SELECT status, count(*) FROM regie.\(table) WHERE gemeente = $1 GROUP BY status",
            [.text(gemeente.description)]
        )
        for row in rows {
            let code = Int(try row.int(0))
            if words.indices.contains(code) { counts[words[code]] = Int(try row.int(1)) }
        }
        return counts
    }
}
