// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Dutch civil time, for people; JSON has UTC.
enum Kloktijd {
    /// To the minute: `2026-03-15 09:30`.
    static func leesbaar(_ moment: Tijdstip) -> String { String(opSeconde(moment).prefix(16)) }

    /// To the second, where many things happen in one minute: `2026-03-15 09:30:12`.
    static func opSeconde(_ moment: Tijdstip) -> String {
        let lokaal = moment.plus(milliseconden: Int64(Amsterdam.verschil(op: moment)) * 1000).description
        return "\(lokaal.prefix(10)) \(lokaal.dropFirst(11).prefix(8))"
    }
}
