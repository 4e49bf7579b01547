// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When DUO takes a PIP (README, "Het aanleveren van een PIP"; wet.md 3.23–3.25).
enum PIPRegels {
    static func weigeringen(_ pip: PIPStand, _ toets: Toets) -> [Weigering] {
        dagtekening(pip, toets) + niveau(pip, toets) + intensiteit(pip, toets)
    }

    private static func dagtekening(_ pip: PIPStand, _ toets: Toets) -> [Weigering] {
        let onderwerp = "PIP, datum dagtekening"
        let dag = pip.dagtekening
        var uit: [Weigering] = []
        if dag > toets.vandaag {
            uit.append(
                .duo(onderwerp, "niet in de toekomst", "De dagtekening \(dag.leesbaar) ligt na vandaag.")
            )
        }
        if let begin = toets.na.beginPlicht, dag < begin {
            uit.append(
                .duo(
                    onderwerp,
                    "niet voor het begin van de inburgeringsplicht",
                    "De dagtekening \(dag.leesbaar) ligt voor \(begin.leesbaar), het begin van de inburgeringsplicht."
                )
            )
        }
        if let eerste = toets.voor.pips.first?.dagtekening, dag < eerste {
            uit.append(
                .duo(
                    onderwerp,
                    "een gewijzigd PIP niet voor het eerste PIP",
                    "De dagtekening \(dag.leesbaar) ligt voor die van het eerste PIP, \(eerste.leesbaar)."
                )
            )
        }
        if let actueel = toets.voor.pip?.dagtekening, actueel != toets.voor.pips.first?.dagtekening, dag < actueel {
            uit.append(
                .duo(
                    onderwerp,
                    "een gewijzigd PIP niet voor het actuele PIP",
                    "De dagtekening \(dag.leesbaar) ligt voor die van het actuele PIP, \(actueel.leesbaar). "
                        + "Stel het PIP opnieuw vast met een latere dagtekening."
                )
            )
        }
        if let vestiging = toets.na.vestiging, dag < vestiging, toets.na.koppeling.map({ dag < $0 }) ?? true {
            uit.append(
                .duo(
                    onderwerp,
                    "niet voor de vestiging in de gemeente",
                    "De dagtekening \(dag.leesbaar) ligt voor de vestiging in deze gemeente op \(vestiging.leesbaar)."
                )
            )
        }
        return uit
    }

    private static func niveau(_ pip: PIPStand, _ toets: Toets) -> [Weigering] {
        switch (pip.niveau, pip.leerroute) {
        case (.a2, .onderwijs):
            return [.duo("PIP, niveau", "A2 niet met de onderwijsroute", "Niveau A2 past niet bij de onderwijsroute.")]
        case (.b1, .z):
            return [.duo("PIP, niveau", "B1 niet met de Z-route", "Niveau B1 past niet bij de Z-route.")]
        case (.a2, .b1) where isEerste(toets):
            return [
                .duo(
                    "PIP, niveau",
                    "A2 niet met de B1-route in het eerste PIP van iemand",
                    "Dit is het eerste PIP van deze persoon: met de B1-route kan het niveau nog niet A2 zijn."
                )
            ]
        default: return []
        }
    }

    /// No PIP is known, and no term either: a term means that some gemeente delivered a PIP before (Wi2021 art. 11
    /// lid 2), even when we never read it.
    private static func isEerste(_ toets: Toets) -> Bool { toets.voor.pips.isEmpty && toets.na.termijn == nil }

    private static func intensiteit(_ pip: PIPStand, _ toets: Toets) -> [Weigering] {
        guard let uren = pip.geschatteIntensiteitB1Route else { return [] }
        let onderwerp = "PIP, geschatte intensiteit B1-route"
        var uit: [Weigering] = []
        if !(1...9999).contains(uren) {
            uit.append(.duo(onderwerp, "van 1 tot en met 9999 uur", "De geschatte intensiteit is \(uren) uur."))
        }
        if pip.leerroute != .b1 {
            uit.append(
                .duo(onderwerp, "alleen bij de B1-route", "Laat de geschatte intensiteit weg: dit is niet de B1-route.")
            )
        }
        if toets.na.doelgroep(op: pip.dagtekening) == .gezinsmigrantEnOverigeMigrant {
            uit.append(
                .duo(
                    onderwerp,
                    "alleen bij een asielstatushouder",
                    "Laat de geschatte intensiteit weg: deze persoon is gezinsmigrant of overige migrant."
                )
            )
        }
        return uit
    }
}
