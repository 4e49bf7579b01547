// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// One value in force, and where it comes from.
public struct ConfigRegel: Hashable, Sendable {
    /// Where a value comes from.
    public enum Herkomst: Hashable, Sendable, CustomStringConvertible {
        /// From a line of the file.
        case bestand(String, regel: Int)
        /// From an environment variable that the file names.
        case omgeving(String)
        /// Not given: what holds without it.
        case standaard

        /// `/etc/regie/regie.yaml:12`, `env REGIE_SLEUTELS` or `standaard`.
        public var description: String {
            switch self {
            case .bestand(let pad, let regel): "\(pad):\(regel)"
            case .omgeving(let naam): "env \(naam)"
            case .standaard: "standaard"
            }
        }
    }

    /// The key with its path: `gemeenten.0363.naam`.
    public let sleutel: String
    /// The value in force; `***` in place of a secret.
    public let waarde: String
    /// Where it comes from.
    public let herkomst: Herkomst
}

extension ConfigRegel {
    /// A URL without the password that may stand in it.
    static func gemaskeerd(_ tekst: String) -> String {
        guard let schema = tekst.range(of: "://"),
            let apenstaart = tekst[schema.upperBound...].prefix(while: { $0 != "/" && $0 != "?" }).lastIndex(of: "@")
        else { return tekst }
        return tekst[..<schema.upperBound] + "***" + tekst[apenstaart...]
    }
}
