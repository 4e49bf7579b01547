// SPDX-License-Identifier: EUPL-1.2

/// Who falls under the former act: a smaller assessment, so that the group between two systems stays in sight. The college
/// may offer begeleiding (Wi2021 art. 54 lid 5; Besluit art. 12.1a lid 4; Regeling art. 12.2a lid 8).
enum Wi2013 {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        guard let plicht = beeld.plicht else { return }
        let klaar = [beeld.stand.vervallenVanaf, beeld.stand.voldaanOp, beeld.vertrokken?.geldigOp].compactMap(\.self)
            .min()
        let termijn = termijn(beeld, plicht, klaar, naar: &uit)
        pvt(beeld, plicht, klaar, naar: &uit)
        lening(beeld, termijn, naar: &uit)
        if let termijn { stagnatie(beeld, termijn, naar: &uit) }
    }

    /// Three years from DUO's notice; DUO's own dates win.
    private static func termijn(_ beeld: Beeld, _ plicht: Plicht, _ klaar: Datum?, naar uit: inout Uitkomst) -> Termijn?
    {
        var spoor = Spoor(beeld.wet)
        spoor.feiten(plicht.feiten)
        let begin: Datum
        var laatsteDag: Datum
        if let duo = beeld.termijn?.duo, let termijn = beeld.termijn {
            spoor.feit(duo)
            spoor.neem(termijn.spoor)
            begin = termijn.begin
            laatsteDag = termijn.laatsteDag
        } else {
            begin = max(plicht.kennisgeving?.volgende ?? plicht.begindatum, plicht.begindatum)
            guard let duur = spoor.duur(.wi2013Termijn, op: begin) else { return nil }
            laatsteDag = Datum.laatsteDag(vanaf: begin, duur)
            if let verlenging = verlenging(beeld, na: laatsteDag), let nieuw = verlenging.inhoud.nieuweEinddatum {
                spoor.feit(verlenging)
                laatsteDag = nieuw.vorige
            }
        }
        spoor.grond("Wi2021 art. 54 lid 1")
        let termijn = Termijn(
            .wi2013Termijn,
            begin: begin,
            laatsteDag: laatsteDag,
            status: .van(
                begin: begin,
                laatsteDag: laatsteDag,
                gedaan: beeld.stand.voldaanOp,
                vervallen: klaar,
                op: beeld.peildatum
            ),
            spoor: spoor
        )
        uit.termijnen.append(termijn)
        if beeld.loopt, termijn.status == .loopt || termijn.status == .overschreden,
            uit.ernst.ernst(voor: laatsteDag, op: beeld.peildatum) > .info
        {
            uit.signaal(
                bij: termijn,
                op: beeld.peildatum,
                actie: "Bied begeleiding aan: de termijn van de Wi2013 loopt af of is voorbij."
            )
        }
        return termijn
    }

    /// DUO's last decision to lengthen the term; of one day the one that gives least.
    private static func verlenging(_ beeld: Beeld, na laatsteDag: Datum) -> Vermelding<VerlengingBeslist>? {
        beeld.feiten.verlengingBeslist.geldig(op: beeld.peildatum).filter { besluit in
            besluit.inhoud.oordeel == .toegekend && besluit.inhoud.nieuweEinddatum.map { $0 > laatsteDag } ?? false
        }[...].vanLaatsteDag().voorzichtigste { a, b in
            guard let a = a.nieuweEinddatum, let b = b.nieuweEinddatum else { return false }
            return a < b
        }
    }

    private static func pvt(_ beeld: Beeld, _ plicht: Plicht, _ klaar: Datum?, naar uit: inout Uitkomst) {
        guard let vestiging = beeld.vestigingen.first else { return }
        var spoor = Spoor(beeld.wet)
        let begin = max(vestiging.datum, plicht.begindatum)
        guard let duur = spoor.duur(.wi2013PVT, op: begin) else { return }
        spoor.feit(vestiging.volgnummer)
        spoor.feiten(plicht.feiten)
        let ondertekend = beeld.feiten.pvtOndertekend.geldig(op: beeld.peildatum).vroegste()
        if let ondertekend { spoor.feit(ondertekend) }
        let termijn = Termijn(
            .wi2013PVT,
            begin: begin.volgende,
            laatsteDag: begin + duur,
            status: .van(
                begin: begin.volgende,
                laatsteDag: begin + duur,
                gedaan: ondertekend?.geldigOp,
                vervallen: klaar,
                op: beeld.peildatum
            ),
            spoor: spoor
        )
        uit.termijnen.append(termijn)
        guard beeld.loopt, ondertekend == nil, termijn.status == .loopt || termijn.status == .overschreden else {
            return
        }
        uit.signaal(bij: termijn, op: beeld.peildatum, actie: "Plan de ondertekening van de participatieverklaring.")
    }

    /// The loan nearly used up: 75 per cent in the last year of the term, or 95 per cent at any time.
    private static func lening(_ beeld: Beeld, _ termijn: Termijn?, naar uit: inout Uitkomst) {
        let dag = beeld.peildatum
        // Of two statements of one day the one with most used: help comes sooner.
        let stand = beeld.feiten.leningStand.geldig(op: dag).vanLaatsteDag()
            .voorzichtigste { $0.gebruikt > $1.gebruikt }
        guard let stand, stand.inhoud.maximum.centen > 0 else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 54 lid 5")
        spoor.feit(stand)
        let gebruikt = stand.inhoud.gebruikt.centen
        let maximum = stand.inhoud.maximum.centen
        let op = spoor.getal(.wi2013LeningOp, op: dag)
        let bijna = spoor.getal(.wi2013LeningBijna, op: dag)
        let laatsteJaar = spoor.duur(.wi2013LaatsteJaar, op: dag)
        uit.voortgang.append(
            Voortgang(.wi2013Lening, vereist: maximum / 100, behaald: gebruikt / 100, eenheid: "euro", spoor: spoor)
        )
        guard let op, let bijna, let laatsteJaar, beeld.loopt else { return }
        let inLaatsteJaar = termijn?.laatsteDag.map { $0.volgende - laatsteJaar <= dag } ?? false
        guard gebruikt * 100 >= maximum * op || (inLaatsteJaar && gebruikt * 100 >= maximum * bijna) else { return }
        uit.signalen.append(
            Signaal(
                .wi2013Lening,
                ernst: .letOp,
                actie: "Bied begeleiding aan: de lening is bijna op en de inburgering is niet af.",
                spoor: spoor
            )
        )
    }

    /// Nothing passed in the last year of the facts: no exam part since so long.
    private static func stagnatie(_ beeld: Beeld, _ termijn: Termijn, naar uit: inout Uitkomst) {
        guard beeld.loopt, let begin = termijn.begin else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 54 lid 5")
        guard let jaar = spoor.duur(.wi2013LaatsteJaar, op: beeld.peildatum) else { return }
        let gehaald = beeld.feiten.examenresultaatOntvangen.geldig(op: beeld.peildatum)
            .filter { $0.inhoud.resultaat == .geslaagd }[...].eenPerDag().last
        let sinds = max(gehaald?.geldigOp ?? begin, begin)
        if let gehaald { spoor.feit(gehaald) }
        spoor.feiten(termijn.feiten)
        let stilstand = Termijn(
            .wi2013Stagnatie,
            begin: sinds,
            laatsteDag: Datum.laatsteDag(vanaf: sinds, jaar),
            status: .van(
                begin: sinds,
                laatsteDag: Datum.laatsteDag(vanaf: sinds, jaar),
                gedaan: nil,
                vervallen: nil,
                op: beeld.peildatum
            ),
            spoor: spoor,
            toelichting: "Binnen deze tijd hoort weer een examenonderdeel te worden gehaald."
        )
        uit.termijnen.append(stilstand)
        guard stilstand.status == .overschreden else { return }
        uit.signalen.append(
            Signaal(
                .wi2013Stagnatie,
                ernst: .info,
                actie: "Ga na waarom er sinds \(sinds.leesbaar) niets is gehaald en bied begeleiding aan.",
                spoor: spoor
            )
        )
    }
}
