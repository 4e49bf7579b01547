// SPDX-License-Identifier: EUPL-1.2

/// The article on which the college fines.
enum Boeteartikel: Int {
    /// Not taking part in the brede intake (Wi2021 art. 22).
    case intake = 22
    /// Not taking part in the begeleiding, or too little in PVT, MAP or the leerroute (Wi2021 art. 23).
    case begeleiding = 23

    /// The article that a text names: `Wi2021 art. 23`, `artikel 22 lid 1`. Nil when it names neither.
    init?(_ tekst: String) {
        for woord in tekst.split(whereSeparator: { !$0.isNumber }) {
            if let getal = Int(woord), let artikel = Boeteartikel(rawValue: getal) {
                self = artikel
                return
            }
        }
        return nil
    }

    var naam: String { "Wi2021 art. \(rawValue)" }
}
