// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Organisation numbers for who did not name one.
enum StandaardOIN {
    /// DUO's own, as in the example configuration.
    static let duo = "00000001800866472000"

    /// Of a gemeente: the example's for Amsterdam, else one that shows by its zeros that it is not handed out.
    static func gemeente(_ code: Gemeentecode) -> String {
        code.description == "0363" ? "00000001002564440000" : "0000000100000000\(code)"
    }

    /// Whether a number is such a stand-in.
    static func isVerzonnen(_ oin: OIN) -> Bool { oin.cijfers.hasPrefix("0000000100000000") }
}
