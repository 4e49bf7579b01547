// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The lines that what a partner shows, or no longer shows, puts on the werkvoorraad. Each kind has an origin of its own, so
/// that it is replaced and cleared by itself.
struct Partnerregels {
    private let dossier: Dossier
    private let partner: Partner

    init(_ dossier: Dossier, _ partner: Partner) {
        self.dossier = dossier
        self.partner = partner
    }

    /// That the partner does not show this person; nil clears it.
    func inzage(_ signaal: Signaal?) -> [Werkregel.Herkomst: [Werkregel]] { regel("inzage", signaal) }

    /// That the partner told of a move which the dossier does not have; nil clears it.
    func vertrek(_ signaal: Signaal?) -> [Werkregel.Herkomst: [Werkregel]] { regel("vertrek", signaal) }

    /// Clears all: the dossier now tells where the person lives.
    var geen: [Werkregel.Herkomst: [Werkregel]] { inzage(nil).merging(vertrek(nil)) { $1 } }

    private func regel(_ wat: String, _ signaal: Signaal?) -> [Werkregel.Herkomst: [Werkregel]] {
        let herkomst = Werkregel.Herkomst.bericht("\(partner):\(wat)")
        guard let signaal else { return [herkomst: []] }
        return [
            herkomst: [
                Werkregel(dossier: dossier.id, herkomst: herkomst, signaal: signaal, klantmanager: dossier.klantmanager)
            ]
        ]
    }
}

extension Feit {
    /// Whether it tells where somebody lives, or that they do no more.
    var betreftVestiging: Bool {
        switch self {
        case .ingeschrevenInGemeente, .verhuisd, .gekoppeldAanGemeente, .vertrokkenUitNederland, .overleden: true
        default: false
        }
    }
}
