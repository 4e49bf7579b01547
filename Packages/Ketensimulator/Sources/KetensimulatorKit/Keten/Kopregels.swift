// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The three headers that every request of the exchange carries.
enum Kopregels {
    /// Whether `berichtId` is a UUID, `bron` an OIN and `doel` DUO's OIN; else DUO answers 400.
    static func geldig(_ verzoek: Verzoek, duoOin: String) -> Bool {
        guard let berichtId = verzoek.berichtId, UUID(uuidString: berichtId) != nil else { return false }
        return isOin(verzoek.bron) && verzoek.doel == duoOin
    }

    private static func isOin(_ waarde: String?) -> Bool {
        guard let waarde else { return false }
        return waarde.utf8.count == 20 && waarde.utf8.allSatisfy { (48...57).contains($0) }
    }
}
