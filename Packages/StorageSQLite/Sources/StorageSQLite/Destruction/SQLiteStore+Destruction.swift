// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: DestructionStore {
    func inspectDestruction(_ id: DossierID) async throws(RegieFout) -> Vernietiging {
        let (gemeente, keys) = (gemeente, keys)
        return try await database.read { db in try Destroyer(id, gemeente, keys, db).inspect() }
    }

    func destroyDossier(
        _ id: DossierID,
        op tijdstip: Tijdstip,
        audit: AuditRegel
    ) async throws(RegieFout) -> Vernietiging {
        let (gemeente, keys) = (gemeente, keys)
        let line = try SealedAudit(audit, keys)
        let gone = try await database.write { db in
            let destroyer = try Destroyer(id, gemeente, keys, db)
            let gone = try destroyer.inspect()
            guard gone.eerder == nil else { return gone }
            try destroyer.destroy(op: tijdstip)
            try AuditRows.insert(line, db)
            return gone
        }
        // The key still stands in what was written before, in the WAL. When somebody reads just now a later checkpoint
        // takes it away; the write-ahead log never outlives the daemon.
        await database.emptyLog()
        return gone
    }

    func listDestroyed(
        na: DossierID?,
        limiet: Int
    ) async throws(RegieFout) -> [(dossier: DossierID, op: Tijdstip)] {
        try await database.read { db in
            try db.rows(
                """
                SELECT id, vernietigd_op FROM dossier WHERE vernietigd_op IS NOT NULL AND id > ? ORDER BY id LIMIT ?
                """,
                [na?.number ?? -1, max(0, limiet)]
            ).map { (try DossierID(number: $0[0]), Tijdstip(milliseconden: $0[1])) }
        }
    }
}
