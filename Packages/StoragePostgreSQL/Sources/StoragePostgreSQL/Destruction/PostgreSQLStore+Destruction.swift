// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: DestructionStore {
    func inspectDestruction(_ id: DossierID) async throws(RegieFout) -> Vernietiging {
        let keys = keys
        return try await database.read { db in try Destroyer(id, keys, lock: false, db).inspect() }
    }

    func destroyDossier(
        _ id: DossierID,
        op tijdstip: Tijdstip,
        audit: AuditRegel
    ) async throws(RegieFout) -> Vernietiging {
        let keys = keys
        let line = try SealedAudit(audit, keys)
        let gone = try await database.exclusive { db in
            let destroyer = try Destroyer(id, keys, lock: true, db)
            let gone = try destroyer.inspect()
            guard gone.eerder == nil else { return gone }
            try destroyer.destroy(op: tijdstip)
            try AuditRows.insert(line, keys.gemeente, db)
            return gone
        }
        await wipe()
        return gone
    }

    func listDestroyed(
        na: DossierID?,
        limiet: Int
    ) async throws(RegieFout) -> [(dossier: DossierID, op: Tijdstip)] {
        let gemeente = gemeente.description
        return try await database.read { db in
            try db.rows(
                """
                SELECT id, vernietigd_op FROM regie.dossier
                WHERE gemeente = $1 AND vernietigd_op IS NOT NULL AND id > $2 ORDER BY id LIMIT $3
                """,
                [.text(gemeente), .int(na?.number ?? -1), .int(Int64(max(0, limiet)))]
            ).map { (try DossierID(number: try $0.int(0)), Tijdstip(milliseconden: try $0.int(1))) }
        }
    }

    /// Takes away the former versions of rows in which the keys of destroyed dossiers still stand. PostgreSQL overwrites
    /// nothing in place, so that the table is written anew: others wait as long as that takes, 25 MB at 100,000 dossiers.
    /// When somebody holds the table for more than a moment, it is left to the next seal.
    func wipe() async {
        for turn in 1...Self.wipes {
            // What went wrong (somebody holds the table) is tried again with the next seal.
            guard let isLeft = try? await wipeOnce(), isLeft else { return }
            await Pause.wait(after: turn)
        }
    }

    private static let wipes = 8

    /// - Returns: whether something is left for which an older transaction on the server must end first.
    private func wipeOnce() async throws(RegieFout) -> Bool {
        let gemeente = PGValue.text(gemeente.description)
        return try await database.exclusive(patient: true) { db in
            // Those of before this moment: what is destroyed while we wait for the table is left for the next time. A
            // number that was not given out yet is that of another server, from which this one was copied. Over it is when
            // nobody works any more who began before, and nobody holds a snapshot in which the former version is seen:
            // also who only reads keeps such versions of every table of the database. Snapshots that are taken after this
            // question are newer.
            let all = try db.rows(
                """
                SELECT dossier, xid < pg_snapshot_xmin(pg_current_snapshot()) AND NOT EXISTS (
                        SELECT 1 FROM pg_stat_activity
                        WHERE (datname = current_database() OR datname IS NULL) AND pid <> pg_backend_pid()
                            AND age(backend_xmin) >= age(wissen.xid::xid))
                    OR xid >= pg_snapshot_xmax(pg_current_snapshot())
                FROM regie.wissen WHERE gemeente = $1
                """,
                [gemeente]
            ).map { (dossier: try $0.int(0), isOver: try $0.bool(1)) }
            let gone = all.filter(\.isOver).map(\.dossier)
            if !gone.isEmpty {
                _ = try db.rows("SELECT regie.wis()::text")
                _ = try db.run(
                    "DELETE FROM regie.wissen WHERE gemeente = $1 AND dossier = ANY($2)",
                    [gemeente, .ints(gone)]
                )
            }
            return gone.count < all.count
        }
    }
}
