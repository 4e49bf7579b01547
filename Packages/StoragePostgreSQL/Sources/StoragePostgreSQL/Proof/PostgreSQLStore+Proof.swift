// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: ProofStore {
    func seal(op tijdstip: Tijdstip) async throws(RegieFout) -> Zegel {
        let (gemeente, keys) = (gemeente, keys)
        // Looked at beforehand, so that nobody waits to link meanwhile: only `seal` itself changes what is compared.
        let seen = try await database.read(patient: true) { db in
            try SealCheck(db: db, gemeente: gemeente, keys: keys).requireIntact()
        }
        let zegel = try await database.exclusive(patient: true) { db in
            // Of two that seal at once the second waits here.
            _ = try AuditLinks.lock(keys, db)
            let last = try SealRows.last(gemeente, db)
            // Another process made one in between.
            if last != seen { _ = try SealCheck(db: db, gemeente: gemeente, keys: keys).requireIntact() }
            // The heads first: the audit line of each fact that they count is then there to be linked.
            try SealRows.remember(gemeente, db)
            let stretch = 5_000
            while try AuditLinks.link(atMost: stretch, keys, db) == stretch {}
            let audit = try AuditLinks.lock(keys, db)
            let zegel = try SealRows.heads(gemeente, db).zegel(na: last, op: tijdstip, audit: audit, keys)
            try SealRows.insert(zegel, gemeente, db)
            return zegel
        }
        await wipe()
        return zegel
    }

    func listSeals(na: Int, limiet: Int) async throws(RegieFout) -> [Zegel] {
        let gemeente = gemeente.description
        return try await database.read { db in
            try db.rows(
                "SELECT \(SealRows.columns) FROM regie.zegel WHERE gemeente = $1 AND nr > $2 ORDER BY nr LIMIT $3",
                [.text(gemeente), .int(Int64(na)), .int(Int64(max(0, limiet)))]
            ).map(SealRows.zegel)
        }
    }

    func verify(
        hoogstens: Int,
        voortgang: @escaping @Sendable (Int) -> Void
    ) async throws(RegieFout) -> Bewijsuitkomst {
        let (gemeente, keys) = (gemeente, keys)
        return try await database.read(patient: true) { db in
            let report = ProofReport(most: hoogstens, progress: voortgang)
            var walk = ProofWalk(db: db, gemeente: gemeente, keys: keys, report: report)
            try walk.run()
            return walk.report.outcome
        }
    }
}
