// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension Briefinhoud {
    mutating func boetevoornemen(_ zaak: Zaak, reactieTot: Datum?) throws(RegieFout) {
        let (termijn, overtreding) = try boete(zaak, open: true)
        let tot = try nodig(
            reactieTot,
            "er staat niet tot wanneer de persoon kan reageren (Awb art. 5:50)",
            "Geef die dag met --reactie-tot."
        )
        guard tot > zaak.op else {
            throw RegieFout(
                .briefOnvolledig,
                "De dag om te reageren ligt niet na de brief.",
                watTeDoen: "Kies een latere dag."
            )
        }
        try vul(termijn, overtreding)
        self["reactieTot"] = tot.leesbaar
        self["besluitVoor"] = termijn.laatsteDag?.leesbaar
    }

    mutating func boetebesluit(_ zaak: Zaak) throws(RegieFout) {
        let opgelegd = try nodig(
            zaak.feiten(zaak.dossier.feiten.boeteOpgelegd).last,
            "er is geen boete vastgelegd",
            "Leg haar vast met regie handhaving boete."
        )
        let (termijn, overtreding) = try boete(zaak, open: false)
        guard termijn.feiten.contains(opgelegd.volgnummer) else {
            throw RegieFout(
                .briefOnvolledig,
                "De brief kan niet worden gemaakt: de boete hoort bij geen vastgelegde overtreding.",
                watTeDoen: "Leg de overtreding vast met regie handhaving overtreding."
            )
        }
        let bedrag = try nodig(opgelegd.inhoud.bedrag, "het bedrag van de boete ontbreekt", "Corrigeer de boete.")
        if let mag = termijn.bedrag, bedrag > mag {
            throw RegieFout(
                .briefOnvolledig,
                "De brief kan niet worden gemaakt: \(bedrag) euro is meer dan mag (\(mag) euro).",
                watTeDoen: "Bekijk regie dossier explain en corrigeer de boete."
            )
        }
        try vul(termijn, overtreding)
        self["bedrag"] = bedrag.description
        self["besluitdatum"] = opgelegd.geldigOp.leesbaar
        self["zienswijze"] =
            zaak.feiten(zaak.dossier.feiten.zienswijzeOntvangen)
            .last { $0.geldigOp >= overtreding.geldigOp && $0.geldigOp <= opgelegd.geldigOp }?.geldigOp.leesbaar
        // Who was never asked (Awb art. 5:53 does not hold for the intake) must not read that they kept silent.
        let gevraagd = zaak.feiten(zaak.dossier.feiten.voornemenBoeteVerzonden)
            .contains { $0.geldigOp >= overtreding.geldigOp && $0.geldigOp <= opgelegd.geldigOp }
        self["geenZienswijze"] = self["zienswijze"] == nil && gevraagd ? "ja" : nil
        self["nieuweTermijn"] = opgelegd.inhoud.nieuweTermijn?.leesbaar
        let betalen = try nodig(
            zaak.termijn(.boeteBetaling) { $0.begin == opgelegd.geldigOp.volgende },
            "de betaaltermijn is niet te bepalen",
            "Bekijk regie dossier explain."
        )
        self["betaalTermijn"] = betalen.lengte("boete.betaaltermijn")
        self["betaalTot"] = betalen.laatsteDag?.leesbaar
        try bezwaar(zaak, na: opgelegd.geldigOp)
    }

    /// The term of the decision and the violation it is about.
    private func boete(
        _ zaak: Zaak,
        open: Bool
    ) throws(RegieFout) -> (Termijn, Vermelding<OvertredingVastgesteld>) {
        let termijn = try nodig(
            zaak.beoordeling.termijnen.last {
                $0.code == .boeteBesluit && (open ? $0.status == .loopt || $0.status == .overschreden : true)
            },
            open ? "er is geen overtreding waarvoor nu een boete kan volgen" : "er is geen overtreding vastgelegd",
            "Bekijk regie dossier explain: daar staat waarom."
        )
        let overtreding = try nodig(
            zaak.feiten(zaak.dossier.feiten.overtredingVastgesteld).last { termijn.feiten.first == $0.volgnummer },
            "de overtreding is niet gevonden",
            "Bekijk regie dossier explain."
        )
        return (termijn, overtreding)
    }

    private mutating func vul(
        _ termijn: Termijn,
        _ overtreding: Vermelding<OvertredingVastgesteld>
    ) throws(RegieFout) {
        let bedrag = try nodig(termijn.bedrag, "het bedrag is niet te bepalen", "Bekijk regie dossier explain.")
        self["rapportdatum"] = overtreding.geldigOp.leesbaar
        self["gedraging"] = overtreding.inhoud.gedraging
        self["artikel"] = overtreding.inhoud.artikel.replacing("Wi2021 art.", with: "de Wet inburgering 2021, artikel")
        self["verwijtbaarheid"] = String(overtreding.inhoud.verwijtbaarheid)
        self["bedrag"] = bedrag.description
        grondslag = termijn.grondslag
    }
}
