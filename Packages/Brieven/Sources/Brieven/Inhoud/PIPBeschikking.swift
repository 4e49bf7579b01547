// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension Briefinhoud {
    mutating func pip(_ zaak: Zaak) throws(RegieFout) {
        let pip = try nodig(
            zaak.feiten(zaak.dossier.feiten.pipVastgesteld).last { $0.bron == .gemeente }?.inhoud,
            "er is geen PIP van de gemeente vastgelegd",
            "Leg het vast met regie pip vaststellen."
        )
        let termijn = try nodig(
            zaak.termijn(.inburgeringstermijn),
            "de inburgeringstermijn is niet te bepalen",
            "Bekijk regie dossier explain."
        )
        let begin = try nodig(termijn.begin, "de inburgeringstermijn heeft geen begin", "Bekijk regie dossier explain.")
        let laatste = try nodig(
            termijn.laatsteDag,
            "de inburgeringstermijn heeft geen einde",
            "Bekijk regie dossier explain."
        )
        self["dagtekening"] = pip.dagtekening.leesbaar
        self["leerroute"] = pip.leerroute.woorden
        self["niveau"] = pip.leerroute == .z ? nil : (pip.niveau ?? .b1).rawValue
        if pip.leerroute == .b1, let onderdelen = pip.examenonderdelenA2, !onderdelen.isEmpty {
            self["onderdelenA2"] = onderdelen.map(\.woord).joined(separator: ", ")
        }
        if pip.leerroute == .z {
            self["urennorm"] = pip.lagereUrennormZroute.map(String.init)
            if let onderdelen = pip.onderdelenZonderUren, !onderdelen.isEmpty {
                self["onderdelenZonderUren"] = onderdelen.map(\.woord).joined(separator: ", ")
            }
        }
        let asiel = zaak.beoordeling.stand.doelgroep == .asielstatushouder
        self["asielstatushouder"] = asiel ? "ja" : nil
        if asiel, pip.leerroute == .b1 {
            let uren = try nodig(
                pip.geschatteIntensiteitB1Route,
                "de intensiteit van de leerroute ontbreekt (Wi2021 art. 15 lid 2)",
                "Wijzig het PIP met de geschatte intensiteit."
            )
            self["intensiteit"] = String(uren)
        }
        self["urenPVT"] = String(
            try nodig(pip.urenPVT, "de uren PVT ontbreken in het PIP (Wi2021 art. 15 lid 1 onder c)", "Wijzig het PIP.")
        )
        if zaak.termijn(.map) != nil {
            self["map"] = "ja"
            self["urenMAP"] = pip.urenMAP.map(String.init)
        }
        self["gesprekken"] = String(
            try nodig(
                pip.aantalVoortgangsgesprekken,
                "het aantal voortgangsgesprekken ontbreekt (Besluit art. 5.3 lid 4)",
                "Wijzig het PIP."
            )
        )
        self["begin"] = begin.leesbaar
        self["laatsteDag"] = laatste.leesbaar
        try bezwaar(zaak, na: pip.dagtekening)
        grondslag = ["Wi2021 art. 15"] + termijn.grondslag
    }

    /// Until when bezwaar is open (Awb art. 6:7, 6:8).
    mutating func bezwaar(_ zaak: Zaak, na besluit: Datum) throws(RegieFout) {
        let termijn = try nodig(
            zaak.termijn(.bezwaar) { $0.begin == besluit.volgende },
            "de bezwaartermijn van dit besluit is al voorbij",
            "Maak de brief op de dag van het besluit (--datum)."
        )
        self["bezwaarTermijn"] = termijn.lengte("bezwaar.termijn")
        self["bezwaarTot"] = termijn.laatsteDag?.leesbaar
    }
}

extension Leerroute {
    fileprivate var woorden: String {
        switch self {
        case .b1: "de B1-route"
        case .onderwijs: "de onderwijsroute"
        case .z: "de zelfredzaamheidsroute (Z-route)"
        }
    }
}

extension Termijn {
    /// The length that a parameter gave, in words.
    func lengte(_ sleutel: String) -> String? {
        for gebruik in parameters where gebruik.sleutel == sleutel {
            if case .duur(let duur) = gebruik.waarde { return duur.leesbaar }
        }
        return nil
    }
}
