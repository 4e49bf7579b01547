// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: ResealStore {
    func countSealed() async throws(RegieFout) -> [Sleutelgebruik] {
        let keys = keys
        let gemeente = gemeente.description
        return try await database.read(patient: true) { db in
            let bytes = Resealer.versionBytes
            let sources: [(Verzegelsoort, String, String)] = [
                (.dossiersleutel, bytes("sleutel"), "regie.dossier WHERE gemeente = $1 AND vernietigd_op IS NULL"),
                (.zoeksleutel, "versie", "regie.zoeksleutel WHERE gemeente = $1"),
                (.inbox, bytes("inhoud"), "regie.inbox WHERE gemeente = $1 AND length(inhoud) > 0"),
                (.inbox, bytes("toelichting"), "regie.inbox WHERE gemeente = $1 AND toelichting IS NOT NULL"),
                (.taak, bytes("inhoud"), "regie.job WHERE gemeente = $1"),
                (
                    .reden, bytes("COALESCE(herzegeld, reden)"),
                    "regie.audit WHERE gemeente = $1 AND reden IS NOT NULL"
                ),
            ]
            var counts = SealedCounts(keys)
            for (soort, version, from) in sources {
                for row in try db.rows("SELECT \(version), count(*) FROM \(from) GROUP BY 1", [.text(gemeente)]) {
                    let version =
                        soort == .zoeksleutel
                        ? UInt32(truncatingIfNeeded: try row.int(0)) : SealedCounts.version(try row.bytesOrNil(0))
                    counts.add(Int(try row.int(1)), of: soort, under: version)
                }
            }
            return counts.list
        }
    }

    func reseal(
        na: Herzegelplaats?,
        hoogstens: Int
    ) async throws(RegieFout) -> (herzegeld: Int, verder: Herzegelplaats?) {
        let keys = keys
        let place = na ?? .begin
        return try await database.exclusive(patient: true) { db in
            let stretch = try Resealer(db: db, keys: keys, limit: hoogstens).run(place.soort, after: place.nummer)
            return (stretch.done, stretch.next(place))
        }
    }
}
