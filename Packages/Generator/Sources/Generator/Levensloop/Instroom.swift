// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Somebody who comes from another gemeente with a PIP: what that gemeente did before is not in our dossier, only what
/// DUO and the BRP tell of it.
enum Instroom {
    static func vertel(_ loop: inout Levensloop) {
        guard let plan = loop.plan else { return }
        let dag = loop.dag(plan.dagtekening, 60...800)
        guard dag.plus(dagen: 8) < loop.tot, dag < plan.einde, dag > loop.profiel.inschrijving else { return }
        let vanGemeente = Omstandigheden.andere(&loop)
        vergeet(&loop, voor: dag)
        let gemeente = loop.opdracht.gemeente
        loop.leg(.verhuisd(.init(datum: dag, vanGemeente: vanGemeente, naarGemeente: gemeente)), .brp, na: 4...6)
        loop.leg(.ingeschrevenInGemeente(.init(datum: dag, gemeente: gemeente)), .brp, na: 4...6)
        loop.meld("SS121", op: dag.plus(dagen: 5))
        loop.duo["vestigingsdatum"] = dag.json
        // Its own PIP follows within ten weeks; one in eight is late.
        let eigen = loop.dag(dag, loop.toeval.kans(120) ? 75...130 : 20...66)
        let pip = PIPGewijzigd(dagtekening: eigen, reden: .verhuizing, leerroute: plan.leerroute)
        if loop.leg(.pipGewijzigd(pip), .gemeente) == nil, let vorige = loop.duo["pip"] {
            loop.duo["pip"] = .velden(("gemeentecode", vanGemeente), ("pip", vorige["pip"]))
        }
    }

    /// Keeps what DUO and the BRP know, as news of the day of the move, and everything after it.
    private static func vergeet(_ loop: inout Levensloop, voor dag: Datum) {
        let grens = Tijdstip(dag)
        let opening = grens.plus(milliseconden: 3 * 86_400_000 + 9 * 3_600_000)
        var nieuw: [Levensloop.Regel] = []
        var plaatsen: [Int: Int] = [:]
        for (plaats, regel) in loop.regels.enumerated() {
            var blijft = regel
            if regel.feit.bekendOp < grens {
                guard vanBuiten(regel.feit) else { continue }
                blijft.feit.bron = regel.feit.bron == .gemeente ? .duo : regel.feit.bron
                blijft.feit.berichtId = nil
            }
            blijft.feit.bekendOp = max(regel.feit.bekendOp, opening)
            if let fout = regel.corrigeert {
                guard let nieuwePlaats = plaatsen[fout] else { continue }
                blijft.corrigeert = nieuwePlaats
            }
            plaatsen[plaats] = nieuw.count
            nieuw.append(blijft)
        }
        loop.vervang(nieuw, notificaties: loop.notificaties.filter { $0.registratieDatumTijd > opening })
    }

    private static func vanBuiten(_ feit: Stap.NieuwFeit) -> Bool {
        switch feit.feit {
        case .pipVastgesteld, .persoonsgegevensOntvangen: true
        case .ingeschrevenInGemeente, .gekoppeldAanGemeente: false
        default: feit.bron == .duo
        }
    }
}
