// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: DossierStore {
    func append(_ stappen: [Stap]) async throws(RegieFout) -> [Result<[Int], RegieFout>] {
        var prepared: [PreparedStep] = []
        prepared.reserveCapacity(stappen.count)
        for stap in stappen { prepared.append(try PreparedStep(stap, keys)) }
        let steps = prepared
        let (gemeente, keys, place) = (gemeente, keys, database.place)
        return try await database.write { db in
            let writer = StepWriter(db: db, gemeente: gemeente, keys: keys)
            return try steps.map { step in
                do {
                    return .success(try db.savepoint { try writer.write(step) })
                } catch {
                    // What is about this step alone does not touch the others; a full disk does.
                    guard error is RegieFout || StorageFault.isConstraint(error) else { throw error }
                    return .failure(StorageFault.from(error, place))
                }
            }
        }
    }

    func findDossier(_ id: DossierID, bekendOp: Tijdstip?) async throws(RegieFout) -> Dossier? {
        let (gemeente, keys) = (gemeente, keys)
        return try await database.read { db in
            do {
                guard let head = try FactRows.findHead(id.number, gemeente, db) else { return nil }
                var reader = FactReader(gemeente, dossier: head.number, key: try head.key(keys), aantal: head.laatste)
                for row in try FactRows.facts(head.number, gemeente, db) {
                    try reader.take(row)
                }
                return try reader.finish(head, bekendOp: bekendOp)
            } catch let fout as RegieFout {
                throw fout.op("dossier \(id)")
            }
        }
    }

    func findDossiers(by sleutel: Zoeksleutel) async throws(RegieFout) -> [DossierID] {
        let indexes = try keys.blindIndexes(sleutel)
        let gemeente = gemeente.description
        return try await database.read { db in
            try db.rows(
                "SELECT DISTINCT dossier FROM regie.zoeksleutel WHERE gemeente = $1 AND blind = ANY($2) ORDER BY dossier",
                [.text(gemeente), .bytesArray(indexes)]
            ).map { try DossierID(number: try $0.int(0)) }
        }
    }

    func listDossiers(na: DossierID?, limiet: Int) async throws(RegieFout) -> [DossierID] {
        let gemeente = gemeente.description
        return try await database.read { db in
            try db.rows(
                """
                SELECT id FROM regie.dossier WHERE gemeente = $1 AND id > $2 AND vernietigd_op IS NULL
                ORDER BY id LIMIT $3
                """,
                [.text(gemeente), .int(na?.number ?? -1), .int(Int64(max(0, limiet)))]
            ).map { try DossierID(number: try $0.int(0)) }
        }
    }

    func countDossiers() async throws(RegieFout) -> Int {
        let gemeente = gemeente.description
        return try await database.read { db in
            Int(
                try db.row(
                    "SELECT count(*) FROM regie.dossier WHERE gemeente = $1 AND vernietigd_op IS NULL",
                    [.text(gemeente)]
                )?.int(0) ?? 0
            )
        }
    }

    func verifyChain(_ id: DossierID) async throws(RegieFout) -> Int? {
        let gemeente = gemeente
        return try await database.read { db in
            guard let head = try FactRows.findHead(id.number, gemeente, db) else { return nil }
            var walk = ChainWalk(gemeente, dossier: head.number)
            for row in try FactRows.facts(head.number, gemeente, db) {
                let link = try FactRows.link(row)
                guard row.withFact({ sealed, hash in walk.take(link, sealed: sealed, hash: hash) }) else { break }
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
