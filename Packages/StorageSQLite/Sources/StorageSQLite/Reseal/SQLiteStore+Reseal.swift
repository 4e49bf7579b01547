// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing
import StorageCore

extension SQLiteStore: ResealStore {
    func countSealed() async throws(RegieFout) -> [Sleutelgebruik] {
        let oldest = keys.ids.first ?? 1
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
            var counts: [Verzegelsoort: [UInt32: Int]] = [:]
            for (soort, sql) in sources {
                for row in try Row.fetchAll(db, sql: sql) {
                    var version = soort == .zoeksleutel ? UInt32(row[0] as Int) : Self.version(row[0])
                    // Of before it was written down.
                    if version == 0 { version = oldest }
                    counts[soort, default: [:]][version, default: 0] += row[1]
                }
            }
            return Verzegelsoort.allCases.flatMap { soort in
                (counts[soort] ?? [:]).sorted { $0.key < $1.key }.map {
                    Sleutelgebruik(versie: $0.key, soort: soort, aantal: $0.value)
                }
            }
        }
    }

    func reseal(
        na: Herzegelplaats?,
        hoogstens: Int
    ) async throws(RegieFout) -> (herzegeld: Int, verder: Herzegelplaats?) {
        let (gemeente, keys) = (gemeente, keys)
        let place = na ?? Herzegelplaats(.dossiersleutel, na: -1)
        return try await database.write { db in
            let resealer = Resealer(db: db, gemeente: gemeente, keys: keys, limit: hoogstens)
            let stretch = try resealer.run(place.soort, after: place.nummer)
            if stretch.isFull, let last = stretch.last {
                return (stretch.done, Herzegelplaats(place.soort, na: last))
            }
            let kinds = Verzegelsoort.allCases
            let next = kinds.firstIndex(of: place.soort).map { $0 + 1 } ?? kinds.endIndex
            return (stretch.done, next < kinds.endIndex ? Herzegelplaats(kinds[next], na: -1) : nil)
        }
    }

    private static func version(_ bytes: Data?) -> UInt32 {
        (bytes ?? Data()).prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
}
