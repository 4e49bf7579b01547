// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient

extension PostgreSQLStore {
    func heartbeat(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout) {
        let gemeente = gemeente.description
        _ = try await database.exclusive { db in
            try db.run(
                """
                INSERT INTO regie.proces (gemeente, naam, gezien) VALUES ($1, $2, $3)
                ON CONFLICT (gemeente, naam) DO UPDATE SET gezien = EXCLUDED.gezien
                """,
                [.text(gemeente), .text(proces), .int(tijdstip.milliseconden)]
            )
        }
    }

    func release(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout) {
        let gemeente = gemeente.description
        let given = try await database.exclusive { db in
            // Stopped by us and not by itself: that try does not count.
            let given = try db.run(
                """
                UPDATE regie.job SET status = 0, proces = NULL, pogingen = GREATEST(0, pogingen - 1)
                WHERE gemeente = $1 AND status = 1 AND proces = $2
                """,
                [.text(gemeente), .text(proces)]
            )
            _ = try db.run(
                "DELETE FROM regie.proces WHERE gemeente = $1 AND naam = $2",
                [.text(gemeente), .text(proces)]
            )
            return given
        }
        if given > 0 { database.bell.ring(self.gemeente) }
    }

    func rescue(
        zonderTekenSinds sinds: Tijdstip,
        soorten: [String],
        op tijdstip: Tijdstip
    ) async throws(RegieFout) -> [Int64] {
        guard !soorten.isEmpty else { return [] }
        let gemeente = gemeente.description
        return try await database.exclusive { db in
            // Whoever else looks at the same moment takes other rows, or none.
            let rescued = try db.rows(
                """
                WITH dood AS MATERIALIZED (
                    SELECT id FROM regie.job
                    WHERE gemeente = $1 AND status = 1 AND soort = ANY($2) AND NOT EXISTS (
                        SELECT 1 FROM regie.proces
                        WHERE proces.gemeente = $1 AND proces.naam = job.proces AND proces.gezien >= $3)
                    FOR UPDATE SKIP LOCKED)
                UPDATE regie.job SET
                    status = CASE WHEN pogingen >= hoogstens THEN 3 ELSE 0 END,
                    fout = 'Het proces dat deze taak uitvoerde, viel weg.', proces = NULL
                FROM dood WHERE job.gemeente = $1 AND job.id = dood.id
                RETURNING job.id
                """,
                [.text(gemeente), .texts(soorten), .int(sinds.milliseconden)]
            ).map { try $0.int(0) }
            _ = try db.run(
                """
                DELETE FROM regie.proces WHERE gemeente = $1 AND gezien < $2 AND NOT EXISTS (
                    SELECT 1 FROM regie.job
                    WHERE job.gemeente = $1 AND job.status = 1 AND job.proces = proces.naam)
                """,
                [.text(gemeente), .int(sinds.milliseconden)]
            )
            return rescued.sorted()
        }
    }
}
