// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering

extension SQLiteStore {
    func heartbeat(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout) {
        try await database.write { db in
            try db.run(
                "INSERT INTO proces (naam, gezien) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET gezien = ?2",
                [proces, tijdstip.milliseconden]
            )
        }
    }

    func release(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout) {
        try await database.write { db in
            // Stopped by us and not by itself: that try does not count.
            try db.run(
                "UPDATE job SET status = 0, proces = NULL, pogingen = MAX(0, pogingen - 1) WHERE status = 1 AND proces = ?",
                [proces]
            )
            try db.run("DELETE FROM proces WHERE naam = ?", [proces])
        }
    }

    func rescue(
        naStilte stilte: Duration?,
        soorten: [String],
        op tijdstip: Tijdstip
    ) async throws(RegieFout) -> [Int64] {
        guard !soorten.isEmpty else { return [] }
        // All processes share this machine's clock.
        let sinds = stilte.map { tijdstip.milliseconden - $0.milliseconden } ?? .max
        return try await database.write { db in
            let rescued = try db.rows(
                """
                UPDATE job SET
                    status = CASE WHEN pogingen >= hoogstens THEN 3 ELSE 0 END,
                    fout = 'Het proces dat deze taak uitvoerde, viel weg.', proces = NULL
                WHERE status = 1 AND soort IN (\(JobRows.marks(soorten)))
                    AND NOT EXISTS (SELECT 1 FROM proces WHERE proces.naam = job.proces AND proces.gezien >= ?)
                RETURNING id
                """,
                soorten + [sinds]
            )
            try db.run(
                """
                DELETE FROM proces WHERE gezien < ?
                    AND NOT EXISTS (SELECT 1 FROM job WHERE job.status = 1 AND job.proces = proces.naam)
                """,
                [sinds]
            )
            return rescued.map { $0[0] as Int64 }.sorted()
        }
    }
}
