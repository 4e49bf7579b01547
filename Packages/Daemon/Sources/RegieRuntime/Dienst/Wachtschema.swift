// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When to try again after a try that failed: doubling from the first wait to the longest, then giving up.
public struct Wachtschema: Sendable {
    /// Milliseconds after the first failure.
    var eerste: Int64 = 5_000
    /// Never longer than this, in milliseconds.
    var langste: Int64 = 3_600_000
    /// After this many tries a beheerder must look.
    var hoogstens = 60

    /// The schedule of the daemon: 5 s, 10 s, … one hour; about two and a half days in all.
    public init() {}

    func tijdstip(na poging: Int, op nu: Tijdstip, nietVoor: Tijdstip?) -> Tijdstip? {
        guard poging < hoogstens else { return nil }
        let wachttijd = min(langste, eerste << Int64(min(poging - 1, 30)))
        // Up to a tenth extra, so that many messages that failed together do not come back together.
        let spreiding = Int64.random(in: 0...(wachttijd / 10))
        return max(nu.plus(milliseconden: wachttijd + spreiding), nietVoor ?? nu)
    }

    func na(_ poging: Int, op nu: Tijdstip, nietVoor: Tijdstip?, waarom: String) -> InboxStatus {
        guard let tot = tijdstip(na: poging, op: nu, nietVoor: nietVoor) else {
            return .mislukt(waarom: "Na \(poging) pogingen opgegeven. \(waarom)")
        }
        return .wacht(tot: tot, waarom: waarom)
    }

    func verzending(na poging: Int, op nu: Tijdstip, nietVoor: Tijdstip?, waarom: String) -> OutboxStatus {
        guard let tot = tijdstip(na: poging, op: nu, nietVoor: nietVoor) else {
            return .mislukt(waarom: "Na \(poging) pogingen opgegeven. \(waarom)")
        }
        return .wacht(tot: tot, waarom: waarom)
    }
}
