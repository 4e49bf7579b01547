// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Bijstand, ontzorgen, work and the loan.
enum Inkomen {
    static func vertel(_ loop: inout Levensloop) {
        if loop.profiel.asiel { bijstand(&loop) } else { lening(&loop) }
    }

    private static func bijstand(_ loop: inout Levensloop) {
        guard loop.toeval.kans(780) else { return }
        let begin = loop.dag(loop.profiel.inschrijving, 0...20)
        guard loop.leg(.bijstandToegekend(.init(datum: begin)), .gemeente, na: 3...25) != nil else { return }
        if loop.toeval.kans(900) {
            let start = loop.dag(begin, 0...25)
            loop.leg(.ontzorgenGestart(.init(datum: start, vorm: "betaling vaste lasten")), .gemeente)
            let einde = begin.plus(maanden: 6)
            if loop.toeval.kans(850) { loop.leg(.ontzorgenBeeindigd(.init(datum: einde)), .gemeente) }
        }
        guard loop.toeval.kans(350) else { return }
        let werk = loop.dag(begin, 240...1000)
        loop.leg(.bijstandBeeindigd(.init(datum: werk)), .gemeente)
        let baan: JSON = .velden(
            ("begin", werk),
            ("uren", loop.toeval.geheel(12...40)),
            ("brutoloon", loop.toeval.geheel(900...2900))
        )
        loop.leg(
            .inkomstenOntvangen(.init(peildatum: loop.dag(werk, 30...60), inkomstenverhoudingen: [baan])),
            .uwv,
            na: 0...2
        )
    }

    private static func lening(_ loop: inout Levensloop) {
        guard loop.toeval.kans(250) else { return }
        let maximum = loop.toeval.geheel(5...20) * 500
        let gebruikt = loop.toeval.geheel(0...maximum / 50) * 50
        let stand = LeningStand(
            peildatum: loop.dag(loop.profiel.plicht, 150...500),
            maximum: Bedrag(euro: maximum),
            gebruikt: Bedrag(euro: gebruikt)
        )
        loop.leg(.leningStand(stand), .duo)
    }
}
