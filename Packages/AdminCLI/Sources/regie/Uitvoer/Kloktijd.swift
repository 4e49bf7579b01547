// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Dutch civil time, for people. JSON and CSV have UTC: in the night when the clock goes back, an hour has two.
enum Kloktijd {
    /// `2026-03-15 09:30:12`, and without seconds what falls on a whole minute.
    static func leesbaar(_ moment: Tijdstip) -> String {
        let lokaal = moment.plus(milliseconden: Int64(Amsterdam.verschil(op: moment)) * 1000).description
        let lengte = moment.milliseconden % 60_000 == 0 ? 5 : 8
        return "\(lokaal.prefix(10)) \(lokaal.dropFirst(11).prefix(lengte))"
    }

    /// A cell of a table: a moment in Dutch time, anything else as it is.
    static func cel(_ tekst: String) -> String {
        guard tekst.utf8.count >= 20, tekst.utf8.last == UInt8(ascii: "Z") else { return tekst }
        return Tijdstip(tekst).map(leesbaar) ?? tekst
    }
}
