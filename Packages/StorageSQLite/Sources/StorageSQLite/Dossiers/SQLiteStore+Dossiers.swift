// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: DossierStore {
    func append(_ stappen: [Stap]) async throws(RegieFout) -> [Result<[Int], RegieFout>] {
        var prepared: [PreparedStep] = []
        prepared.reserveCapacity(stappen.count)
        for stap in stappen { prepared.append(try PreparedStep(stap, keys)) }
        let steps = prepared
        let (gemeente, keys) = (gemeente, keys)
        return try await database.write { db in
            let writer = StepWriter(db: db, gemeente: gemeente, keys: keys)
            return try steps.map { step in
                do {
                    return .success(try db.inStep { try writer.write(step) })
                } catch {
                    // What is about this step alone does not touch the others; a full disk does.
                    guard error is RegieFout || StorageFault.isConstraint(error), db.isInsideTransaction else {
                        throw error
                    }
                    return .failure(StorageFault.from(error, gemeente))
                }
            }
        }
    }

    func findDossier(_ id: DossierID, bekendOp: Tijdstip?) async throws(RegieFout) -> Dossier? {
        let (gemeente, keys) = (gemeente, keys)
        return try await database.read { db in
            do {
                guard let head = try StoredHead.find(id.number, db) else { return nil }
                var facts = FactReader(gemeente, dossier: head.number, key: try head.key(keys), aantal: head.laatste)
                try facts.takeAll(of: head.number, db)
                return try facts.finish(head, bekendOp: bekendOp)
            } catch let fout as RegieFout {
                throw fout.op("dossier \(id)")
            }
        }
    }

    func findDossiers(by sleutel: Zoeksleutel) async throws(RegieFout) -> [DossierID] {
        let indexes = try keys.blindIndexes(sleutel)
        return try await database.read { db in
            var found: Set<Int64> = []
            for index in indexes {
                let rows = try db.rows("SELECT dossier FROM zoeksleutel WHERE blind = ?", [index])
                for row in rows { found.insert(row[0]) }
            }
            return try found.sorted().map { try DossierID(number: $0) }
        }
    }

    func listDossiers(na: DossierID?, limiet: Int) async throws(RegieFout) -> [DossierID] {
        try await database.read { db in
            try db.rows(
                "SELECT id FROM dossier WHERE id > ? AND vernietigd_op IS NULL ORDER BY id LIMIT ?",
                [na?.number ?? -1, max(0, limiet)]
            )
            .map { try DossierID(number: $0[0]) }
        }
    }

    func countDossiers() async throws(RegieFout) -> Int {
        try await database.read { db in
            try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM dossier WHERE vernietigd_op IS NULL") ?? 0
        }
    }

    func verifyChain(_ id: DossierID) async throws(RegieFout) -> Int? {
        let gemeente = gemeente
        return try await database.read { db in
            guard let head = try StoredHead.find(id.number, db) else { return nil }
            var walk = ChainWalk(gemeente, dossier: head.number)
            let facts = try FactRows.cursor(of: head.number, db)
            while let fact = try facts.next() {
                guard walk.take(fact.link, sealed: fact.sealed, hash: fact.hash) else { break }
            }
            return walk.finish(head)
        }
    }

    func assessAll(
        omvang: Int,
        verwerk: @escaping @Sendable (Dossier) -> [Werkregel]
    ) async throws(RegieFout) -> (gezien: Int, gewijzigd: Int) {
        try await NightlyPass(database, batch: max(1, omvang), assess: verwerk).run()
    }
}
