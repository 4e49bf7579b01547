// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension RegieFout {
    /// Whether this is about one dossier (its chain, its key, a newer payload) and not about the storage as a whole.
    var betreftEenDossier: Bool {
        [.verzegelingFaalt, .opslagNieuwer, .nietGevonden, .dossierVernietigd].contains(code)
    }
}
