// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient

/// The server's clock, the only one that all processes share: in milliseconds since 1970, the same in one transaction.
enum ServerTime {
    static let sql = "floor(extract(epoch FROM now()) * 1000)::bigint"
}

extension PostgreSQLStore {
    func servertijd() async throws(RegieFout) -> Tijdstip? {
        try await database.read { db in
            try db.row("SELECT \(ServerTime.sql)").map { Tijdstip(milliseconden: try $0.int(0)) }
        }
    }

    func heartbeat(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout) {
        let gemeente = gemeente.description
        _ = try await database.exclusive { db in
            try db.run(
                """
                INSERT INTO regie.proces (gemeente, naam, gezien) VALUES ($1, $2, \(ServerTime.sql))
                ON CONFLICT (gemeente, naam) DO UPDATE SET gezien = EXCLUDED.gezien
                """,
                [.text(gemeente), .text(proces)]
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
        naStilte stilte: Duration?,
        soorten: [String],
        op tijdstip: Tijdstip
    ) async throws(RegieFout) -> [Int64] {
        guard !soorten.isEmpty else { return [] }
        let gemeente = gemeente.description
        let silence = stilte.map { PGValue.int($0.milliseconden) } ?? .null
        return try await database.exclusive { db in
            // Whoever else looks at the same moment takes other rows, or none.
            let rescued = try db.rows(
                """
                WITH dood AS MATERIALIZED (
                    SELECT id FROM regie.job
                    WHERE gemeente = $1 AND proces IS NOT NULL AND status = 1 AND soort = ANY($2) AND NOT EXISTS (
                        SELECT 1 FROM regie.proces
                        WHERE proces.gemeente = $1 AND proces.naam = job.proces
                            AND proces.gezien >= \(ServerTime.sql) - $3::bigint)
                    FOR UPDATE SKIP LOCKED)
                UPDATE regie.job SET
                    status = CASE WHEN pogingen >= hoogstens THEN 3 ELSE 0 END,
                    fout = 'Het proces dat deze taak uitvoerde, viel weg.', proces = NULL
                FROM dood WHERE job.gemeente = $1 AND job.id = dood.id
                RETURNING job.id
                """,
                [.text(gemeente), .texts(soorten), silence]
            ).map { try $0.int(0) }
            _ = try db.run(
                """
                DELETE FROM regie.proces
                WHERE gemeente = $1 AND ($2::bigint IS NULL OR gezien < \(ServerTime.sql) - $2::bigint)
                    AND NOT EXISTS (
                        SELECT 1 FROM regie.job
                        WHERE job.gemeente = $1 AND job.status = 1 AND job.proces = proces.naam)
                """,
                [.text(gemeente), silence]
            )
            return rescued.sorted()
        }
    }
}
