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
            let zegel = try Self.make(after: last, op: tijdstip, keys, db)
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
            var walk = ProofWalk(db: db, gemeente: gemeente, keys: keys, most: hoogstens, progress: voortgang)
            try walk.run()
            return walk.outcome
        }
    }

    private static func requireIntact(_ db: Database, _ keys: GemeenteKeys) throws -> Zegel? {
        guard let last = try SealRows.last(db) else { return nil }
        var first: Bewijsuitkomst.Breuk?
        let check = SealCheck(db: db, keys: keys)
        try check.line(of: last) { first = first ?? $0 }
        try check.heads(last) { first = first ?? $0 }
        if let first {
            throw RegieFout(
                .verzegelingFaalt,
                "Er wordt niet verzegeld: \(first.wat)",
                watTeDoen: "Draai 'regie audit verify' en meld dit als incident.",
                waar: first.waar
            )
        }
        return last
    }

    private static func make(
        after last: Zegel?,
        op tijdstip: Tijdstip,
        _ keys: GemeenteKeys,
        _ db: Database
    ) throws -> Zegel {
        let kop = try db.row("SELECT nr, code FROM audit_kop")
        let heads = try SealRows.heads(db)
        let destroyed = try SealRows.destroyed(db)
        let keyID = keys.newest
        func zegel(_ code: [UInt8]) -> Zegel {
            Zegel(
                nummer: (last?.nummer ?? 0) + 1,
                tijdstip: tijdstip,
                auditNummer: kop?[0] ?? 0,
                auditCode: Array(kop?[1] as Data? ?? AuditChain(keys).head),
                dossiers: heads.dossiers,
                feiten: heads.feiten,
                koppen: heads.digest,
                vernietigd: destroyed.count,
                vernietigingen: destroyed.digest,
                sleutel: keyID,
                code: code
            )
        }
        return zegel(try keys.code(of: zegel([]), na: last?.code))
    }
}
