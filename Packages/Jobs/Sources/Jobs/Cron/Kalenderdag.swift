// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// One Dutch calendar day, and which instants its times of day are.
struct Kalenderdag {
    /// Midnight UTC of the same date: civil time as if there were no offset.
    private let basis: Tijdstip
    private let vroeg: Int
    private let laat: Int

    init(_ datum: Datum) {
        basis = Tijdstip(datum)
        // Offsets well before and well after the hours at which the clock can be set.
        vroeg = Amsterdam.verschil(op: basis.plus(milliseconden: -7_200_000))
        laat = Amsterdam.verschil(op: basis.plus(milliseconden: 86_400_000 - 7_200_000))
    }

    /// Whether the clock is set on this day.
    var verzet: Bool { vroeg != laat }

    /// Every instant at which clocks show this time: none, one or two.
    func alle(uur: Int, minuut: Int) -> [Tijdstip] {
        guard verzet else { return [plaats(uur, minuut, vroeg)] }
        return [vroeg, laat].compactMap { verschil in
            let moment = plaats(uur, minuut, verschil)
            return Amsterdam.verschil(op: moment) == verschil ? moment : nil
        }
        .sorted()
    }

    /// The one instant that stands for this time: the first when it comes twice, the first moment after it when the
    /// clock skips it.
    func eenmaal(uur: Int, minuut: Int) -> Tijdstip {
        alle(uur: uur, minuut: minuut).first ?? sprong
    }

    private func plaats(_ uur: Int, _ minuut: Int, _ verschil: Int) -> Tijdstip {
        basis.plus(milliseconden: Int64(uur * 3600 + minuut * 60 - verschil) * 1000)
    }

    /// The instant at which the clock is set, found by halving the day.
    private var sprong: Tijdstip {
        var voor = basis.plus(milliseconden: -7_200_000).milliseconden
        var na = basis.plus(milliseconden: 86_400_000 - 7_200_000).milliseconden
        while na - voor > 1 {
            let midden = voor + (na - voor) / 2
            if Amsterdam.verschil(op: Tijdstip(milliseconden: midden)) == vroeg { voor = midden } else { na = midden }
        }
        return Tijdstip(milliseconden: na)
    }
}
