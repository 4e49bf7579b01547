// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc

/// Files that several accounts of this machine add to: `regied`, and `regie` of an operator, who may be root.
enum NieuwBestand {
    /// Opens a file, or makes it (0600) when it is not there. What root makes belongs to the owner of the folder: else the
    /// daemon, under an account of its own, could not add to it for as long as it is in use.
    ///
    /// Only of a file that was made here the owner is changed, never of one that somebody else put there.
    /// - Returns: the descriptor and whether the file is new; a descriptor below 0 when it failed, with `errno`.
    static func open(_ pad: String, in map: String, _ wijze: Int32) -> (bestand: Int32, isNieuw: Bool) {
        // Not for ever: a link to what is not there can neither be opened nor made.
        for _ in 0..<8 {
            let er = Glibc.open(pad, wijze)
            if er >= 0 || errno != ENOENT { return (er, false) }
            let nieuw = Glibc.open(pad, wijze | O_CREAT | O_EXCL, 0o600)
            if nieuw >= 0 {
                if geteuid() == 0 { geef(nieuw, aanEigenaarVan: map) }
                return (nieuw, true)
            }
            // Made by another in between: then it can be opened.
            guard errno == EEXIST else { return (nieuw, false) }
        }
        return (-1, false)
    }

    private static func geef(_ bestand: Int32, aanEigenaarVan map: String) {
        let van = (try? FileManager.default.attributesOfItem(atPath: map)) ?? [:]
        guard let eigenaar = van[.ownerAccountID] as? NSNumber, let groep = van[.groupOwnerAccountID] as? NSNumber
        else {
            return
        }
        _ = fchown(bestand, eigenaar.uint32Value, groep.uint32Value)
    }
}
