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
}
