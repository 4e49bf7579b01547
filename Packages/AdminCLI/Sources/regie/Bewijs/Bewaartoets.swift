// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Whether a dossier may be destroyed by the clock of the law (Besluit inburgering 2021 art. 9.9): a destroyed dossier does
/// not come back.
enum Bewaartoets {
    /// Why not yet, in Dutch; nil when the bewaartermijn is past.
    static func bezwaar(_ beoordeling: Beoordeling) -> String? {
        guard let termijn = beoordeling.termijnen.first(where: { $0.code == .bewaartermijn }) else {
            return beoordeling.stand.inburgeringsplichtig
                ? "de inburgeringsplicht loopt nog: de bewaartermijn is niet begonnen (BEWAARTERMIJN)."
                : "er is geen einde van de plicht bekend: de bewaartermijn is niet begonnen (BEWAARTERMIJN)."
        }
        guard termijn.status != .overschreden else { return nil }
        let tot = termijn.laatsteDag.map { " tot en met \($0.leesbaar)" } ?? ""
        return "de bewaartermijn loopt nog\(tot) (BEWAARTERMIJN)."
    }
}
