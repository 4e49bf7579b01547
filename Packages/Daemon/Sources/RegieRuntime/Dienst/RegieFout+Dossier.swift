// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension RegieFout {
    /// Whether this is about one dossier (its chain, its key, a newer or unreadable payload) and not about the storage as
    /// a whole.
    public var betreftEenDossier: Bool {
        [.verzegelingFaalt, .opslagNieuwer, .nietGevonden, .feitOngeldig, .jsonOngeldig, .dossierVernietigd]
            .contains(code)
    }

    /// What happened and where, in one sentence: what stands beside a message that waits for the beheerder.
    var watEnWaar: String { waar.map { "\($0): \(wat)" } ?? wat }
}
