// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Glibc

/// Files that several accounts of this machine add to: `regied`, and `regie` of an operator, who may be root.
enum NieuwBestand {
    /// Opens a file, or makes it (0600) when it is not there. What root makes belongs to the owner of the folder: else the
    /// daemon, under an account of its own, could not add to it for as long as it is in use.
    ///
    /// Only of a file that was made here the owner is changed, never of one that somebody else put there.
    /// - Returns: the descriptor and whether the file is new; a descriptor below 0 when it failed, with `errno`.
    static func open(_ pad: String, in map: String, _ wijze: Int32) -> (bestand: Int32, isNieuw: Bool) {
        while true {
            let er = Glibc.open(pad, wijze)
            if er >= 0 || errno != ENOENT { return (er, false) }
            let nieuw = Glibc.open(pad, wijze | O_CREAT | O_EXCL, 0o600)
            if nieuw >= 0 {
                var stand = stat()
                if geteuid() == 0, stat(map, &stand) == 0 { _ = fchown(nieuw, stand.st_uid, stand.st_gid) }
                return (nieuw, true)
            }
            // Made by another in between: then it can be opened.
            guard errno == EEXIST else { return (nieuw, false) }
        }
    }
}
