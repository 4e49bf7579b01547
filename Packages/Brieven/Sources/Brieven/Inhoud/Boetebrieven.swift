// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension Briefinhoud {
    mutating func boetevoornemen(_ zaak: Zaak, reactieTot: Datum?) throws(RegieFout) {
        let (termijn, overtreding) = try wachtend(zaak)
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
        let opgelegd = try opgelegd(zaak)
        let termijn = try nodig(
            zaak.beoordelaar.boetebesluit(opgelegd.volgnummer, in: zaak.dossier, op: zaak.op),
            "de boete hoort bij geen vastgelegde overtreding, of is ingetrokken",
            "Leg de overtreding vast met regie handhaving overtreding."
        )
        let overtreding = try overtreding(termijn, zaak)
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
            .last {
                $0.geldigOp >= overtreding.geldigOp && $0.geldigOp <= opgelegd.geldigOp
                    && Self.hoort($0.inhoud.gedraging, $0.inhoud.artikel, bij: overtreding.inhoud)
            }?.geldigOp.leesbaar
        // Who was never asked (Awb art. 5:53 does not hold for the intake) must not read that they kept silent; nor must who
        // was asked about another violation.
        let gevraagd = zaak.feiten(zaak.dossier.feiten.voornemenBoeteVerzonden)
            .contains { termijn.feiten.contains($0.volgnummer) && $0.geldigOp <= opgelegd.geldigOp }
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

    /// The violation that waits for a voornemen: the one that was asked for, else the only one for which none was sent yet.
    private func wachtend(_ zaak: Zaak) throws(RegieFout) -> (Termijn, Vermelding<OvertredingVastgesteld>) {
        let verzonden = zaak.feiten(zaak.dossier.feiten.voornemenBoeteVerzonden).map(\.volgnummer)
        let open = zaak.beoordeling.termijnen.filter {
            $0.code == .boeteBesluit && ($0.status == .loopt || $0.status == .overschreden)
        }
        let nieuw = open.filter { termijn in !verzonden.contains { termijn.feiten.contains($0) } }
        let gekozen = try keuze(
            zaak.over == nil && !nieuw.isEmpty ? nieuw : open,
            { $0.feiten.first ?? 0 },
            zaak,
            "er is geen overtreding waarvoor nu een boete kan volgen",
            "Bekijk regie dossier explain: daar staat waarom."
        )
        return (gekozen, try overtreding(gekozen, zaak))
    }

    /// The boete that was asked for, else the one of the last day.
    private func opgelegd(_ zaak: Zaak) throws(RegieFout) -> Vermelding<BoeteOpgelegd> {
        let alle = zaak.feiten(zaak.dossier.feiten.boeteOpgelegd)
        return try keuze(
            zaak.over == nil ? alle.filter { $0.geldigOp == alle.last?.geldigOp } : alle,
            \.volgnummer,
            zaak,
            "er is geen boete vastgelegd",
            "Leg haar vast met regie handhaving boete."
        )
    }

    /// One of several: a letter about the wrong one is worse than none.
    private func keuze<Element>(
        _ uit: [Element],
        _ volgnummer: (Element) -> Int,
        _ zaak: Zaak,
        _ geen: String,
        _ watTeDoen: String
    ) throws(RegieFout) -> Element {
        if let over = zaak.over {
            let nummers = uit.map { String(volgnummer($0)) }.joined(separator: ", ")
            return try nodig(
                uit.first { volgnummer($0) == over },
                uit.isEmpty ? geen : "feit \(over) is niet een van \(nummers)",
                uit.isEmpty ? watTeDoen : "Noem met --over een van deze volgnummers."
            )
        }
        let enige = try nodig(uit.first, geen, watTeDoen)
        guard uit.count > 1 else { return enige }
        let nummers = uit.map { String(volgnummer($0)) }.joined(separator: ", ")
        throw RegieFout(
            .briefOnvolledig,
            "De brief kan over meer dan één feit gaan: \(nummers).",
            watTeDoen: "Noem het volgnummer met --over; regie dossier history toont de feiten."
        )
    }

    private func overtreding(
        _ termijn: Termijn,
        _ zaak: Zaak
    ) throws(RegieFout) -> Vermelding<OvertredingVastgesteld> {
        try nodig(
            zaak.feiten(zaak.dossier.feiten.overtredingVastgesteld).last { termijn.feiten.first == $0.volgnummer },
            "de overtreding is niet gevonden",
            "Bekijk regie dossier explain."
        )
    }

    /// Whether what names an act or an article may be about this violation.
    private static func hoort(_ gedraging: String?, _ artikel: String?, bij overtreding: OvertredingVastgesteld) -> Bool
    {
        (gedraging.map { $0.lowercased() == overtreding.gedraging.lowercased() } ?? true)
            && (artikel.map { $0 == overtreding.artikel } ?? true)
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
