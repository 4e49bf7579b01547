// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering

extension SQLiteStore {
    func tick(_ schema: String, op tik: Tijdstip, job: NewJob) async throws(RegieFout) -> Bool {
        let keys = keys
        return try await database.write { db in
            try db.run(
                """
                INSERT INTO schema (naam, laatste) VALUES (?1, ?2)
                ON CONFLICT DO UPDATE SET laatste = MAX(laatste, ?2)
                """,
                [schema, tik.milliseconden]
            )
            try db.run(
                "INSERT INTO tik (schema, op) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [schema, tik.milliseconden]
            )
            guard db.changesCount == 1 else { return false }
            _ = try JobRows.insert(job, keys, db)
            return true
        }
    }

    func prune(voor tijdstip: Tijdstip, hoogstens: Int) async throws(RegieFout) -> Int {
        try await database.write { db in
            let limit = max(0, hoogstens)
            // One that was cancelled before that was timed is as old as the moment from which it could run.
            try db.run(
                """
                DELETE FROM job WHERE id IN (
                    SELECT id FROM job WHERE status IN (2, 4) AND COALESCE(klaar_op, vanaf) < ? ORDER BY id LIMIT ?)
                """,
                [tijdstip.milliseconden, limit]
            )
            let jobs = db.changesCount
            // Planning goes on from a schedule's last tick, so earlier ones cannot come again.
            try db.run(
                """
                DELETE FROM tik WHERE (schema, op) IN (
                    SELECT tik.schema, tik.op FROM tik JOIN schema ON schema.naam = tik.schema
                    WHERE tik.op < ? AND tik.op < schema.laatste LIMIT ?)
                """,
                [tijdstip.milliseconden, limit]
            )
            return jobs + db.changesCount
        }
    }

    func findSchedule(_ schema: String) async throws(RegieFout) -> ScheduleState? {
        try await database.read { db in
            try db.row(
                """
                SELECT laatste, gepauzeerd, EXISTS (SELECT 1 FROM tik WHERE tik.schema = ?1 AND tik.op = laatste)
                FROM schema WHERE naam = ?1
                """,
                [schema]
            ).map { ScheduleState(laatste: Tijdstip(milliseconden: $0[0]), isTik: $0[2], gepauzeerd: $0[1]) }
        }
    }

    func setPaused(_ schema: String, _ gepauzeerd: Bool, vanaf: Tijdstip) async throws(RegieFout) {
        try await database.write { db in
            try db.run(
                """
                INSERT INTO schema (naam, laatste, gepauzeerd) VALUES (?1, ?2, ?3)
                ON CONFLICT DO UPDATE SET gepauzeerd = ?3, laatste = CASE WHEN ?3 THEN laatste ELSE ?2 END
                """,
                [schema, vanaf.milliseconden, gepauzeerd]
            )
        }
    }
}
