// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient

extension PostgreSQLStore {
    func tick(_ schema: String, op tik: Tijdstip, job: NewJob) async throws(RegieFout) -> Bool {
        let keys = keys
        let gemeente = gemeente.description
        let made = try await database.exclusive { db in
            // The row of the schedule is also the lock: two processes that see the same tick come one after the other.
            _ = try db.run(
                """
                INSERT INTO regie.schema (gemeente, naam, laatste) VALUES ($1, $2, $3)
                ON CONFLICT (gemeente, naam) DO UPDATE SET laatste = GREATEST(schema.laatste, EXCLUDED.laatste)
                """,
                [.text(gemeente), .text(schema), .int(tik.milliseconden)]
            )
            let first = try db.run(
                "INSERT INTO regie.tik (gemeente, schema, op) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                [.text(gemeente), .text(schema), .int(tik.milliseconden)]
            )
            guard first == 1 else { return false }
            _ = try JobRows.insert([job], keys, db)
            return true
        }
        if made { database.bell.ring(self.gemeente) }
        return made
    }

    func prune(voor tijdstip: Tijdstip, hoogstens: Int) async throws(RegieFout) -> Int {
        let gemeente = gemeente.description
        return try await database.exclusive { db in
            let limit = Int64(max(0, hoogstens))
            // One that was cancelled before that was timed is as old as the moment from which it could run.
            let jobs = try db.run(
                """
                WITH oud AS MATERIALIZED (
                    SELECT id FROM regie.job
                    WHERE gemeente = $1 AND status IN (2, 4) AND COALESCE(klaar_op, vanaf) < $2
                    ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)
                DELETE FROM regie.job USING oud WHERE job.gemeente = $1 AND job.id = oud.id
                """,
                [.text(gemeente), .int(tijdstip.milliseconden), .int(limit)]
            )
            // Planning goes on from a schedule's last tick, so earlier ones cannot come again.
            let ticks = try db.run(
                """
                WITH oud AS MATERIALIZED (
                    SELECT tik.schema, tik.op FROM regie.tik
                    JOIN regie.schema ON schema.gemeente = tik.gemeente AND schema.naam = tik.schema
                    WHERE tik.gemeente = $1 AND tik.op < $2 AND tik.op < schema.laatste LIMIT $3)
                DELETE FROM regie.tik USING oud WHERE tik.gemeente = $1 AND tik.schema = oud.schema AND tik.op = oud.op
                """,
                [.text(gemeente), .int(tijdstip.milliseconden), .int(limit)]
            )
            // Not the last night: it shows what the assessment last did. With a night its parts go.
            _ = try db.run(
                """
                WITH oud AS MATERIALIZED (
                    SELECT nr FROM regie.nacht
                    WHERE gemeente = $1 AND klaar_op < $2
                        AND nr < (SELECT max(nr) FROM regie.nacht WHERE gemeente = $1) LIMIT $3)
                DELETE FROM regie.nacht USING oud WHERE nacht.gemeente = $1 AND nacht.nr = oud.nr
                """,
                [.text(gemeente), .int(tijdstip.milliseconden), .int(limit)]
            )
            return jobs + ticks
        }
    }

    func findSchedule(_ schema: String) async throws(RegieFout) -> ScheduleState? {
        let gemeente = gemeente.description
        return try await database.read { db in
            try db.row(
                """
                SELECT laatste, gepauzeerd, EXISTS (
                    SELECT 1 FROM regie.tik WHERE gemeente = $1 AND tik.schema = $2 AND tik.op = laatste)
                FROM regie.schema WHERE gemeente = $1 AND naam = $2
                """,
                [.text(gemeente), .text(schema)]
            ).map { row in
                ScheduleState(
                    laatste: Tijdstip(milliseconden: try row.int(0)),
                    isTik: try row.bool(2),
                    gepauzeerd: try row.bool(1)
                )
            }
        }
    }

    func setPaused(_ schema: String, _ gepauzeerd: Bool, vanaf: Tijdstip) async throws(RegieFout) {
        let gemeente = gemeente.description
        _ = try await database.exclusive { db in
            try db.run(
                """
                INSERT INTO regie.schema (gemeente, naam, laatste, gepauzeerd) VALUES ($1, $2, $3, $4)
                ON CONFLICT (gemeente, naam) DO UPDATE SET
                    gepauzeerd = EXCLUDED.gepauzeerd,
                    laatste = CASE WHEN EXCLUDED.gepauzeerd THEN schema.laatste ELSE EXCLUDED.laatste END
                """,
                [.text(gemeente), .text(schema), .int(vanaf.milliseconden), .bool(gepauzeerd)]
            )
        }
    }
}
