// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Walks the hash chains of dossiers.
enum Ketens {
    struct Uitkomst {
        var nagelopen = 0
        var breuken: [(dossier: DossierID, volgnummer: Int)] = []
    }

    /// - Parameter hoogstens: how many dossiers; nil for all.
    static func loop(_ store: any GemeenteStore, hoogstens: Int?) async throws -> Uitkomst {
        var uit = Uitkomst()
        var na: DossierID?
        while true {
            let ids = try await store.listDossiers(na: na, limiet: min(500, hoogstens ?? 500))
            for id in ids {
                if let breuk = try await store.verifyChain(id) { uit.breuken.append((id, breuk)) }
                uit.nagelopen += 1
                if uit.nagelopen == hoogstens { return uit }
                if uit.nagelopen % 1000 == 0 { Melding.voortgang("\(uit.nagelopen) dossiers nagelopen") }
            }
            guard let laatste = ids.last else { break }
            na = laatste
        }
        Melding.voortgang("")
        return uit
    }
}
