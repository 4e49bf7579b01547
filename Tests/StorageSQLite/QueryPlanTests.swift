// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import RegieTestKit
import Testing

@testable import StorageSQLite

/// The first page of the werkvoorraad comes from an index, without reading or sorting all lines.
@Suite struct QueryPlanTests {
    @Test(arguments: [
        (WorkFilter(), "werkregel_dringend"), (WorkFilter(klantmanager: "noor"), "werkregel_klantmanager"),
        (WorkFilter(code: Beoordelingscode(rawValue: "A")), "werkregel_code"),
        (WorkFilter(klantmanager: "noor", code: Beoordelingscode(rawValue: "A")), "werkregel_klantmanager"),
        (WorkFilter(voor: TestData.dag(1)), "werkregel_dringend"),
    ])
    func `de eerste bladzijde komt uit een index, zonder te sorteren`(filter: WorkFilter, index: String) async throws {
        let installation = try await Installation()
        let query = WorkQuery(filter)
        let plan = try await installation.raw().read { db in
            let arguments = query.arguments as [(any DatabaseValueConvertible)?] + [50, 0]
            return try Row.fetchAll(
                db,
                sql: "EXPLAIN QUERY PLAN " + query.page,
                arguments: StatementArguments(arguments)
            ).map { $0["detail"] as String }
        }
        #expect(plan.contains { $0.contains("INDEX \(index)") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
        await installation.engine.close()
    }
}
