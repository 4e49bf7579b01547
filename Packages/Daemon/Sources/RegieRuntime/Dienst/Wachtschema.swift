// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When to try again after a try that failed: doubling from the first wait to the longest.
///
/// A partner that is away comes back, and nothing of what was to be told may be lost meanwhile: such tries go on at the
/// longest wait. Only a partner that keeps answering that it has nothing is given up.
public struct Wachtschema: Sendable {
    /// Milliseconds after the first failure.
    var eerste: Int64 = 5_000
    /// Never longer than this, in milliseconds.
    var langste: Int64 = 3_600_000
    /// After so many tries without anything to find a beheerder must look: some two and a half days.
    var hoogstensVergeefs = 60

    /// The schedule of the daemon: 5 s, 10 s, … one hour.
    public init() {}

    func tijdstip(na poging: Int, op nu: Tijdstip, nietVoor: Tijdstip?) -> Tijdstip {
        let wachttijd = min(langste, eerste << Int64(min(max(poging, 1) - 1, 30)))
        // Up to a tenth extra, so that many messages that failed together do not come back together.
        let spreiding = Int64.random(in: 0...(wachttijd / 10))
        return max(nu.plus(milliseconden: wachttijd + spreiding), nietVoor ?? nu)
    }

    /// What becomes of a message of which the partner has nothing (yet).
    func vergeefs(_ poging: Int, op nu: Tijdstip, waarom: String) -> InboxStatus {
        guard poging < hoogstensVergeefs else {
            return .mislukt(waarom: "Na \(poging) pogingen opgegeven. \(waarom)")
        }
        return .wacht(tot: tijdstip(na: poging, op: nu, nietVoor: nil), waarom: waarom)
    }
}
