// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// DUO's acceptance rules (README of the specification, June 2026), applied before a message is queued: a refusal is
/// told to who records the fact, not days later to who finds it on the worklist.
///
/// Only what the dossier shows is judged. What is not known here is left to DUO.
enum Acceptatie {
    /// Every rule that a plan breaks.
    static func weigeringen(_ plan: Zendplan, instellingen: [Instelling]?) -> [Weigering] {
        guard plan.na.dossier.bsn != nil else {
            return [
                .duo(
                    "personen",
                    "een persoon wordt aangewezen met het BSN",
                    "Deze persoon heeft nog geen BSN, dus DUO kan dit niet ontvangen. Leg eerst het BSN vast."
                )
            ]
        }
        let toets = Toets(voor: plan.voor, na: plan.na, vandaag: plan.vandaag, instellingen: instellingen)
        return plan.zendingen.flatMap { weigeringen($0, toets) }
    }

    private static func weigeringen(_ zending: Zending, _ toets: Toets) -> [Weigering] {
        switch zending {
        case .pip(let pip): PIPRegels.weigeringen(pip, toets)
        case .pipVerwijderen: PIPVerwijderregels.weigeringen(toets)
        case .aanbod(let aanbod): AanbodRegels.weigeringen(aanbod, toets)
        case .afronding(let afronding):
            AfrondingRegels.weigeringen(afronding, toets) + VerwijtbaarRegels.weigeringen(afronding, toets)
        case .zroute(let datum): ZrouteRegels.weigeringen(datum, toets)
        case .urenInstelling(let uren): UrenRegels.weigeringen(uren, toets)
        case .urenIntake(let uren), .urenParticipatie(let uren), .urenParticipatietaalles(let uren):
            UrenRegels.totaal(uren)
        // What comes back was taken before, and the PIP that it would be compared with is gone by then.
        case .pipTerug, .aanbodVerwijderen, .lbtOverslaan, .koppel, .ontkoppel: []
        }
    }
}

/// What a rule is judged against.
struct Toets: Sendable {
    /// The dossier before the facts that are about to be recorded.
    let voor: DuoStand
    /// The dossier with them.
    let na: DuoStand
    let vandaag: Datum
    /// DUO's list of schools; nil when it was not read.
    let instellingen: [Instelling]?
}

extension Weigering {
    /// A refusal by a rule of DUO.
    static func duo(_ onderwerp: String, _ regel: String, _ uitleg: String) -> Weigering {
        Weigering(regel: "DUO acceptatieregel \(onderwerp): \(regel)", uitleg: uitleg)
    }
}
