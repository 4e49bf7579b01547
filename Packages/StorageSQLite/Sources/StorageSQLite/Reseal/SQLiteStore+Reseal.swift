// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: ResealStore {
    func countSealed() async throws(RegieFout) -> [Sleutelgebruik] {
        let keys = keys
        return try await database.read { db in
            let bytes = Resealer.versionBytes
            let sources: [(Verzegelsoort, String)] = [
                (
                    .dossiersleutel,
                    "SELECT \(bytes("sleutel")), COUNT(*) FROM dossier WHERE vernietigd_op IS NULL GROUP BY 1"
                ),
                (.zoeksleutel, "SELECT versie, COUNT(*) FROM zoeksleutel GROUP BY 1"),
                (.inbox, "SELECT \(bytes("inhoud")), COUNT(*) FROM inbox WHERE length(inhoud) > 0 GROUP BY 1"),
                (
                    .inbox,
                    "SELECT \(bytes("toelichting")), COUNT(*) FROM inbox WHERE toelichting IS NOT NULL GROUP BY 1"
                ),
                (.taak, "SELECT \(bytes("inhoud")), COUNT(*) FROM job GROUP BY 1"),
                (
                    .reden,
                    "SELECT \(bytes("COALESCE(herzegeld, reden)")), COUNT(*) FROM audit WHERE reden IS NOT NULL GROUP BY 1"
                ),
            ]
            var counts = SealedCounts(keys)
            for (soort, sql) in sources {
                for row in try Row.fetchAll(db, sql: sql) {
                    let version =
                        soort == .zoeksleutel ? UInt32(truncatingIfNeeded: row[0] as Int) : SealedCounts.version(row[0])
                    counts.add(row[1], of: soort, under: version)
                }
            }
            return counts.list
        }
    }

    func reseal(
        na: Herzegelplaats?,
        hoogstens: Int
    ) async throws(RegieFout) -> (herzegeld: Int, verder: Herzegelplaats?) {
        let (gemeente, keys) = (gemeente, keys)
        let place = na ?? .begin
        return try await database.write { db in
            let resealer = Resealer(db: db, gemeente: gemeente, keys: keys, limit: hoogstens)
            let stretch = try resealer.run(place.soort, after: place.nummer)
            return (stretch.done, stretch.next(place))
        }
    }
}
