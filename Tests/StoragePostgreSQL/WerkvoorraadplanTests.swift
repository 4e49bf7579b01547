// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import StorageCore
import Testing

@testable import PostgreSQLClient
@testable import StoragePostgreSQL

/// How PostgreSQL answers the question for a page of the werkvoorraad in a city: with statistics of a full table, as the
/// application's role, and with nothing in the planner switched off.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Het plan van de werkvoorraad` {
    /// 5,000 dossiers with five lines each, of 300 klantmanagers and 12 codes; half of them have a day.
    private static func vul(_ deel: Int) -> String {
        """
        INSERT INTO regie.dossier (gemeente, id, sleutel, laatste, hash)
        SELECT '0363', n, '\\x00', 1, '\\x00' FROM generate_series(\(deel * 5_000 + 1), \(deel * 5_000 + 5_000)) AS n;
        INSERT INTO regie.werkregel (gemeente, dossier, herkomst, plaats, ernst, voor, code, klantmanager, inhoud)
        SELECT '0363', n, 'beoordeling', plaats, (n + plaats) % 4,
            CASE WHEN n % 2 = 0 THEN 20000 + (n * 7919) % 1500 ELSE 9223372036854775807 END,
            (ARRAY['PVT', 'MAP', 'BOETE', 'INTAKE_OPROEP', 'PIP_VASTSTELLEN', 'SCHAKELEN_TOT', 'INBURGERINGSTERMIJN',
                'INBURGERINGSAANBOD', 'PLICHT_VOLDAAN', 'TERMIJN_WIJKT_AF', 'ZROUTE_UREN', 'VOORTGANG'])[1 + (n + plaats) % 12],
            'km' || n % 300, decode(repeat('00', 120), 'hex')
        FROM generate_series(\(deel * 5_000 + 1), \(deel * 5_000 + 5_000)) AS n, generate_series(0, 4) AS plaats
        """
    }

    @Test func `een bladzijde komt in volgorde uit een index, welk filter er ook staat`() async throws {
        let proef = try await Opslagproef()
        // In pieces: a long transaction would keep the tests beside this one from wiping what they destroyed.
        for deel in 0..<8 { try await proef.peuter(Self.vul(deel)) }
        try await proef.peuter("ANALYZE regie.dossier; ANALYZE regie.werkregel")
        let dossier = try DossierID(number: 31_415)
        let filters: [(WorkFilter, String)] = [
            (WorkFilter(), "werkregel_dringend"),
            (WorkFilter(klantmanager: "km7"), "werkregel_klantmanager"),
            (WorkFilter(code: .map), "werkregel_code"),
            // Bounded by the day within each degree of urgency, also when hardly anything is due.
            (WorkFilter(voor: Datum(dagnummer: 20_700)), "werkregel_dringend"),
            (WorkFilter(voor: Datum(dagnummer: 19_999)), "werkregel_dringend"),
            (WorkFilter(klantmanager: "km7", voor: Datum(dagnummer: 20_700)), "werkregel_klantmanager"),
            (WorkFilter(code: .map, voor: Datum(dagnummer: 20_001)), "werkregel_code"),
            (WorkFilter(dossier: dossier), "werkregel_pkey"),
        ]
        for (filter, index) in filters {
            let plan = try await Self.plan(filter, proef)
            #expect(plan.contains(index), "\(filter): \(plan)")
            #expect(!plan.contains("Seq Scan"), "\(filter): \(plan)")
            if filter.voor != nil {
                // What is put in order at the end is at most a page of each degree.
                let cond = plan.split(separator: "\n").first { $0.contains("Index Cond") && $0.contains("ernst = ") }
                #expect(cond?.contains("voor <= ") == true, "\(filter): \(plan)")
                #expect(plan.contains("->  Limit"), "\(filter): \(plan)")
            } else if filter.dossier == nil {
                // The few lines of one dossier may be put in order; those of a city may not.
                #expect(!plan.contains("Sort"), "\(filter): \(plan)")
            }
        }
    }

    /// The plan at the seventh time: from the sixth on the server could take one that knows no values, which sorts it all.
    private static func plan(_ filter: WorkFilter, _ proef: Opslagproef) async throws -> String {
        let vraag = WorkQuery(filter, TestData.gemeente)
        let waarden = try vraag.arguments.map { waarde throws in
            switch waarde {
            case .text(let tekst): "'\(tekst)'"
            case .int(let getal): "\(getal)"
            default: throw PGError.fault("een filter heeft een waarde die hier niet wordt verwacht")
            }
        }
        let keer = "EXECUTE vraag(\((waarden + ["50", "0"]).joined(separator: ", ")));"
        let uit = try await proef.alsApp(
            """
            PREPARE vraag AS \(vraag.page); \(String(repeating: keer, count: 6))
            SELECT 'plan:'; EXPLAIN (COSTS off) \(keer)
            """,
            gemeente: TestData.gemeente.description
        )
        return uit.range(of: "plan:").map { String(uit[$0.upperBound...]) } ?? ""
    }
}
