// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: ProofStore {
    func seal(op tijdstip: Tijdstip) async throws(RegieFout) -> Zegel {
        let keys = keys
        // Looked at beforehand, so that nobody waits to write meanwhile: only `seal` itself changes what is compared.
        let seen = try await database.read { db in try Self.requireIntact(db, keys) }
        return try await database.write { db in
            let last = try SealRows.last(db)
            // Another process made one in between.
            if last != seen { _ = try Self.requireIntact(db, keys) }
            while try AuditLinks.link(atMost: 5_000, keys, db) > 0 {}
            try db.run(
                """
                INSERT INTO zegelkop (dossier, laatste, hash, vernietigd_op)
                SELECT id, laatste, hash, vernietigd_op FROM dossier AS nu
                WHERE NOT EXISTS (
                    SELECT 1 FROM zegelkop AS toen
                    WHERE toen.dossier = nu.id AND toen.hash = nu.hash AND toen.vernietigd_op IS nu.vernietigd_op)
                ON CONFLICT (dossier) DO UPDATE
                SET laatste = excluded.laatste, hash = excluded.hash, vernietigd_op = excluded.vernietigd_op
                """
            )
            let zegel = try SealRows.heads(db).zegel(na: last, op: tijdstip, audit: try AuditRows.head(db), keys)
            try SealRows.insert(zegel, db)
            return zegel
        }
    }

    func listSeals(na: Int, limiet: Int) async throws(RegieFout) -> [Zegel] {
        try await database.read { db in
            try db.rows(
                "SELECT \(SealRows.columns) FROM zegel WHERE nr > ? ORDER BY nr LIMIT ?",
                [na, max(0, limiet)]
            ).map(SealRows.zegel)
        }
    }

    func verify(
        hoogstens: Int,
        voortgang: @escaping @Sendable (Int) -> Void
    ) async throws(RegieFout) -> Bewijsuitkomst {
        let (gemeente, keys) = (gemeente, keys)
        return try await database.read { db in
            let report = ProofReport(most: hoogstens, progress: voortgang)
            var walk = ProofWalk(db: db, gemeente: gemeente, keys: keys, report: report)
            try walk.run()
            return walk.report.outcome
        }
    }

    private static func requireIntact(_ db: Database, _ keys: GemeenteKeys) throws -> Zegel? {
        guard let last = try SealRows.last(db) else { return nil }
        var first: Bewijsuitkomst.Breuk?
        let check = SealCheck(db: db, keys: keys)
        try check.line(of: last) { first = first ?? $0 }
        try check.heads(last) { first = first ?? $0 }
        if let first { throw SealProof.refusal(first) }
        return last
    }
}
