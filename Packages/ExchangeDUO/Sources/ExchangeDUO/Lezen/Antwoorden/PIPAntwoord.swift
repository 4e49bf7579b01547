// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// `GET …/PIP` (PIP API 1.2.0): the current PIP, of whatever gemeente.
struct PIPAntwoord: Hashable, Sendable {
    static let velden = ["gemeentecode", "pip"]
    static let veldenPIP = [
        "dagtekeningPip", "leerroute", "niveau", "geschatteIntensiteitB1Route", "indicatorMagOpleidingAfmaken",
        "indicatorAlfabetiseringsonderwijs",
    ]

    var gemeentecode: Gemeentecode
    var pip: PIPVastgesteld

    static func lees(_ json: JSON) throws(RegieFout) -> PIPAntwoord {
        let lezer = try Antwoordlezer(json, "PIP")
        guard let deel = try lezer.object("pip") else { throw lezer.ongeldig("Het veld 'pip' ontbreekt.") }
        return PIPAntwoord(
            gemeentecode: try lezer.verplicht("gemeentecode"),
            pip: PIPVastgesteld(
                dagtekening: try deel.verplicht("dagtekeningPip"),
                leerroute: try deel.verplicht("leerroute"),
                niveau: try deel.optioneel("niveau"),
                geschatteIntensiteitB1Route: try deel.getal("geschatteIntensiteitB1Route", van: 1, tot: 9999),
                indicatorAlfabetiseringsonderwijs: try deel.optioneel("indicatorAlfabetiseringsonderwijs"),
                indicatorMagOpleidingAfmaken: try deel.optioneel("indicatorMagOpleidingAfmaken")
            )
        )
    }

    /// The PIP as a fact beside what the dossier has: none when it is known; a change of a PIP that is known otherwise;
    /// and a PIP of its own when the dossier has none, or one of the same dagtekening that says something else.
    func feiten(_ context: Leescontext, naast bekend: [PIPStand]) -> [Stap.NieuwFeit] {
        let zelfdeDag = bekend.filter { $0.dagtekening == pip.dagtekening }
        if let laatste = zelfdeDag.last, overeen(laatste) { return [] }
        guard let eerste = bekend.map(\.dagtekening).min(), zelfdeDag.isEmpty, pip.dagtekening > eerste else {
            return [context.feit(.pipVastgesteld(pip))]
        }
        // A later one: it changes the PIP that fixed the start of the term, and does not replace it.
        let wijziging = PIPGewijzigd(
            dagtekening: pip.dagtekening,
            reden: gemeentecode == context.gemeente ? .overig : .verhuizing,
            leerroute: pip.leerroute,
            niveau: pip.niveau,
            geschatteIntensiteitB1Route: pip.geschatteIntensiteitB1Route,
            indicatorAlfabetiseringsonderwijs: pip.indicatorAlfabetiseringsonderwijs,
            indicatorMagOpleidingAfmaken: pip.indicatorMagOpleidingAfmaken
        )
        return [context.feit(.pipGewijzigd(wijziging))]
    }

    /// DUO fills in niveau B1 with the B1-route and the onderwijsroute when none was delivered (README, Niveau). What
    /// DUO leaves out says nothing.
    private func overeen(_ stand: PIPStand) -> Bool {
        let eigenNiveau = stand.niveau ?? (stand.leerroute == .z ? nil : .b1)
        return stand.leerroute == pip.leerroute
            && (pip.niveau == nil || pip.niveau == eigenNiveau)
            && (pip.geschatteIntensiteitB1Route ?? stand.geschatteIntensiteitB1Route)
                == stand.geschatteIntensiteitB1Route
            && (pip.indicatorMagOpleidingAfmaken ?? false) == (stand.indicatorMagOpleidingAfmaken ?? false)
            && (pip.indicatorAlfabetiseringsonderwijs ?? .nvt) == (stand.indicatorAlfabetiseringsonderwijs ?? .nvt)
    }
}
