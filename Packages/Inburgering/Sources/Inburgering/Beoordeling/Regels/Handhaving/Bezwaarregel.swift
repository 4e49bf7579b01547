// SPDX-License-Identifier: EUPL-1.2

/// `BEZWAAR` and `BEZWAAR_BESLUIT`: six weeks against a decision of the college, and the time to decide on it (Awb art. 6:7,
/// 6:8, 7:10).
enum Bezwaarregel {
    /// A decision that is open to bezwaar.
    private struct Besluit {
        let dag: Datum
        let woord: String
        let volgnummer: Int
    }

    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let bezwaren = Bezwaren(beeld)
        let besluiten = besluiten(beeld)
        var gemeld = false
        for (index, besluit) in besluiten.enumerated() {
            let laatste = index == besluiten.count - 1
            gemeld = meld(besluit, bezwaren, beeld, ook: laatste && !gemeld, naar: &uit) || gemeld
        }
    }

    /// Earliest first; of one day and kind one, whichever came in first.
    private static func besluiten(_ beeld: Beeld) -> [Besluit] {
        let dag = beeld.peildatum
        var uit: [Besluit] = []
        func voeg<Inhoud>(_ lijst: ArraySlice<Vermelding<Inhoud>>, _ woord: String) {
            for feit in lijst.eenPerDag()
            where !uit.contains(where: { $0.dag == feit.geldigOp && $0.woord == woord }) {
                uit.append(Besluit(dag: feit.geldigOp, woord: woord, volgnummer: feit.volgnummer))
            }
        }
        voeg(beeld.feiten.pipVastgesteld.geldig(op: dag), "pip")
        voeg(beeld.feiten.pipGewijzigd.geldig(op: dag), "pip")
        voeg(beeld.feiten.boeteOpgelegd.geldig(op: dag), "boete")
        return uit.sorted { ($0.dag, $0.woord) < ($1.dag, $1.woord) }
    }

    /// A decision whose time runs or on whose bezwaar nobody decided; `ook` when that is past. Tells whether it was named.
    private static func meld(
        _ besluit: Besluit,
        _ bezwaren: Bezwaren,
        _ beeld: Beeld,
        ook: Bool,
        naar uit: inout Uitkomst
    ) -> Bool {
        var spoor = Spoor(beeld.wet)
        guard let duur = spoor.duur(.bezwaarTermijn, op: besluit.dag) else { return false }
        spoor.grond("Awb art. 6:8 lid 1")
        spoor.feit(besluit.volgnummer)
        let laatsteDag = spoor.laatsteDag(besluit.dag + duur, schuift: .awbATW, op: besluit.dag)
        let bezwaar = bezwaren.tegen(besluit.woord, van: besluit.dag, totEnMet: laatsteDag)
        let beslist = bezwaar.flatMap { bezwaren.besluit(besluit.woord, na: $0.geldigOp) }
        let wacht = bezwaar != nil && beslist == nil
        guard ook || wacht || beeld.peildatum <= laatsteDag else { return false }
        if let bezwaar { spoor.feit(bezwaar) }
        uit.termijnen.append(
            Termijn(
                .bezwaar,
                begin: besluit.dag.volgende,
                laatsteDag: laatsteDag,
                status: .van(
                    begin: besluit.dag.volgende,
                    laatsteDag: laatsteDag,
                    gedaan: bezwaar?.geldigOp,
                    vervallen: nil,
                    op: beeld.peildatum
                ),
                spoor: spoor,
                toelichting: "Tegen: \(besluit.woord == "pip" ? "het PIP" : "de boete") van \(besluit.dag.leesbaar)."
            )
        )
        // A bezwaar that came late is decided on too: it is not admitted.
        if let bezwaar { beslis(bezwaar, beslist, na: max(laatsteDag, bezwaar.geldigOp), spoor, beeld, naar: &uit) }
        return true
    }

    /// Six weeks from the day after the time for bezwaar ended, however early it came (Awb art. 7:10 lid 1).
    private static func beslis(
        _ bezwaar: Vermelding<BezwaarIngediend>,
        _ beslist: Vermelding<BezwaarBeslist>?,
        na einde: Datum,
        _ eerder: Spoor,
        _ beeld: Beeld,
        naar uit: inout Uitkomst
    ) {
        var spoor = eerder
        guard let duur = spoor.duur(.bezwaarBeslistermijn, op: bezwaar.geldigOp) else { return }
        if let beslist { spoor.feit(beslist) }
        let laatsteDag = spoor.laatsteDag(einde + duur, schuift: .awbATW, op: bezwaar.geldigOp)
        let termijn = Termijn(
            .bezwaarBesluit,
            begin: einde.volgende,
            laatsteDag: laatsteDag,
            status: .van(
                begin: bezwaar.geldigOp,
                laatsteDag: laatsteDag,
                gedaan: beslist?.geldigOp,
                vervallen: nil,
                op: beeld.peildatum
            ),
            spoor: spoor
        )
        uit.termijnen.append(termijn)
        guard beslist == nil else { return }
        uit.signaal(bij: termijn, op: beeld.peildatum, actie: "Beslis op het bezwaar; verdagen kan met zes weken.")
    }
}
