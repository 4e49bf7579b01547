// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension KeyCheck {
    /// Throws `verzegeling-faalt` when what stands here of the gemeente was written with other keys.
    static func require(_ keys: GemeenteKeys, _ db: PGConnection) throws {
        let few: [PGValue] = [.text(keys.gemeente.description), .int(Int64(rows))]
        var check = KeyCheck(keys)
        let marks = "SELECT sleutelmerk FROM regie.teller WHERE gemeente = $1"
        for row in try db.rows(marks, [few[0]]) { check.take(keyMark: try row.bytesOrNil(0)) }
        let lines = "SELECT id, \(AuditRows.said) FROM regie.audit WHERE gemeente = $1 ORDER BY id LIMIT $2"
        for row in try db.rows(lines, few) { check.take(try AuditRows.line(row), mark: try row.bytesOrNil(9)) }
        let heads = "SELECT \(FactRows.headColumns) FROM regie.dossier WHERE gemeente = $1 ORDER BY id LIMIT $2"
        for row in try db.rows(heads, few) { check.take(try FactRows.head(row)) }
        if check.isUndecided {
            let jobs = "SELECT \(JobRows.columns) FROM regie.job WHERE gemeente = $1 ORDER BY id LIMIT $2"
            for row in try db.rows(jobs, few) { check.take(try JobRows.stored(row)) }
        }
        try check.require()
    }

    /// Leaves a mark of the keys, so that other keys are refused from now on; not when there is one. The gemeente must have
    /// its counts by then.
    static func leaveMark(_ keys: GemeenteKeys, _ db: PGConnection) throws {
        _ = try db.run(
            "UPDATE regie.teller SET sleutelmerk = $2 WHERE gemeente = $1 AND sleutelmerk IS NULL",
            [.text(keys.gemeente.description), .bytes(try keys.keyMark())]
        )
    }
}
