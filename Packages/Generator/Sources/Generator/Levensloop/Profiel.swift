// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The fixed points of a person's story, drawn before it is told.
struct Profiel {
    /// Asielstatushouder, else gezinsmigrant en overige migrant.
    let asiel: Bool
    let gedetailleerd: GedetailleerdeDoelgroep
    /// First day of the plicht.
    let plicht: Datum
    /// DUO's letter that tells the person so.
    let kennisgeving: Datum
    /// COA coupled the person to the gemeente; nil for who never lived in an azc.
    let koppeling: Datum?
    /// Registration in the gemeente; may lie after the story: then the person still lives in the azc.
    let inschrijving: Datum
    /// First day on which there is a BSN.
    let bsnVanaf: Datum
    /// 0 … 999: how easily the person learns.
    let leervermogen: Int
    let alfabetisering: Alfabetiseringsonderwijs
    /// Under the act of 2013, of which DUO's machine exchange knows nothing.
    let oudeWet: Bool

    var doelgroep: Doelgroep { asiel ? .asielstatushouder : .gezinsmigrantEnOverigeMigrant }
    /// From when the gemeente can work on a PIP: told of the plicht, and registered.
    var start: Datum { max(kennisgeving, inschrijving) }
}

extension Profiel {
    static func maak(
        _ toeval: inout Toeval,
        asiel: Bool,
        gedetailleerd: GedetailleerdeDoelgroep,
        plicht: Datum,
        oudeWet: Bool,
        peildatum: Datum
    ) -> Profiel {
        let kennisgeving = plicht.plus(dagen: toeval.kans(50) ? toeval.geheel(60...150) : toeval.geheel(3...25))
        let inAzc = asiel && !oudeWet && toeval.kans(850)
        // Nobody is in this population who was not coupled to the gemeente yet.
        let gekoppeld = min(plicht.plus(dagen: toeval.geheel(10...70)), peildatum.plus(dagen: -5))
        let koppeling = inAzc ? gekoppeld : nil
        let inschrijving =
            koppeling.map { $0.plus(dagen: toeval.geheel(40...480)) } ?? plicht.plus(dagen: -toeval.geheel(0...9))
        let leervermogen = toeval.geheel(0...999)
        let zwak: [(Alfabetiseringsonderwijs, Int)] = [(.a, 35), (.aa, 20), (.nvt, 45)]
        return Profiel(
            asiel: asiel,
            gedetailleerd: gedetailleerd,
            plicht: plicht,
            kennisgeving: kennisgeving,
            koppeling: koppeling,
            inschrijving: inschrijving,
            bsnVanaf: inAzc && toeval.kans(400) ? inschrijving.plus(dagen: -toeval.geheel(0...60)) : plicht,
            leervermogen: leervermogen,
            alfabetisering: leervermogen < 250 ? toeval.kies(gewogen: zwak) : .nvt,
            oudeWet: oudeWet
        )
    }
}

/// The PIP in force and what follows from it.
struct Plan {
    var dagtekening: Datum
    var leerroute: Leerroute
    /// First day after the inburgeringstermijn.
    var einde: Datum
    /// Where the person learns the language, and from when.
    var school: (nummer: String, vanaf: Datum)
}
