// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// Who types the command, for the audit log: the account of the operating system, not what the environment claims.
enum OSGebruiker {
    static var naam: String {
        let uid = getuid()
        let eigen = naam(van: uid)
        // Only root can become root through sudo and so be believed about who it was.
        guard uid == 0, let nummer = ProcessInfo.processInfo.environment["SUDO_UID"].flatMap({ uid_t($0) }) else {
            return eigen
        }
        return "\(naam(van: nummer)) (als \(eigen))"
    }

    private static func naam(van uid: uid_t) -> String {
        guard let regel = getpwuid(uid), let naam = regel.pointee.pw_name else { return "uid \(uid)" }
        return String(cString: naam)
    }

    /// The access of this person for one command.
    static func toegang(_ rol: Toegang.Rol, doel: String) -> Toegang {
        Toegang(actor: naam, rol: rol, doel: doel, oorsprong: "regie@\(ProcessInfo.processInfo.hostName)")
    }
}
