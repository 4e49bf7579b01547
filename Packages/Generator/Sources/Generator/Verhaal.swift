// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The whole story of one person, stage by stage.
enum Verhaal {
    static func vertel(_ loop: inout Levensloop, gezin: [GezinslidBekend]) {
        Aankomst.vertel(&loop)
        guard !loop.regels.isEmpty else { return }
        if !loop.profiel.oudeWet { Omstandigheden.bepaalEinde(&loop) }
        defer { Omstandigheden.sluit(&loop) }
        for lid in gezin { loop.leg(.gezinslidBekend(lid), .gemeente, geldigOp: loop.profiel.inschrijving) }
        Inkomen.vertel(&loop)
        if loop.profiel.oudeWet { return }
        var start = loop.profiel.start
        let jong = loop.identiteit.geboren.plus(maanden: 12 * 27) > start
        if jong, loop.toeval.kans(100) {
            guard let hervat = Omstandigheden.tijdelijkVrij(&loop, vanaf: start) else { return }
            start = hervat
        } else {
            Omstandigheden.beslissingen(&loop)
        }
        guard start <= loop.tot, let intake = Intake.vertel(&loop, vanaf: start) else { return }
        Planvorming.vertel(&loop, vanaf: start, na: intake)
        Traject.vertel(&loop)
        Afronding.vertel(&loop)
        Einde.verstrijk(&loop)
        // One in twenty came from elsewhere.
        if loop.toeval.kans(50) { Instroom.vertel(&loop) }
    }
}
