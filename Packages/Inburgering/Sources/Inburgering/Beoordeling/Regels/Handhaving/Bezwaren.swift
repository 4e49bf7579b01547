// SPDX-License-Identifier: EUPL-1.2

/// Bezwaar and what was decided on it.
struct Bezwaren {
    private let ingediend: ArraySlice<Vermelding<BezwaarIngediend>>
    private let beslist: ArraySlice<Vermelding<BezwaarBeslist>>
    private let beeld: Beeld

    init(_ beeld: Beeld) {
        self.beeld = beeld
        ingediend = beeld.feiten.bezwaarIngediend.geldig(op: beeld.peildatum)
        beslist = beeld.feiten.bezwaarBeslist.geldig(op: beeld.peildatum)
    }

    /// The first bezwaar against a decision: `tegen` has its word (PIP, boete), whatever else it says. One that comes after
    /// the last day is against this decision only when none of its kind was taken since.
    func tegen(_ woord: String, van datum: Datum, totEnMet laatsteDag: Datum) -> Vermelding<BezwaarIngediend>? {
        ingediend.vroegste {
            $0.geldigOp >= datum && $0.inhoud.tegen.heeft(woord)
                && ($0.geldigOp <= laatsteDag || !isBesloten(woord, na: datum, totEnMet: $0.geldigOp))
        }
    }

    func besluit(_ woord: String, na datum: Datum) -> Vermelding<BezwaarBeslist>? {
        beslist.vroegste { $0.geldigOp >= datum && $0.inhoud.tegen.heeft(woord) }
    }

    /// From when a decision is final: the day after the time for bezwaar, or, after a decision on it, for beroep (Awb
    /// art. 6:7). Nil while a bezwaar waits. Of beroep no fact tells.
    func onherroepelijk(_ datum: Datum, _ woord: String, _ spoor: inout Spoor) -> Datum? {
        guard let termijn = spoor.duur(.bezwaarTermijn, op: datum) else { return nil }
        let laatsteDag = spoor.laatsteDag(datum + termijn, schuift: .awbATW, op: datum)
        guard let bezwaar = tegen(woord, van: datum, totEnMet: laatsteDag) else { return laatsteDag.volgende }
        spoor.feit(bezwaar)
        guard let besluit = besluit(woord, na: bezwaar.geldigOp) else { return nil }
        spoor.feit(besluit)
        return spoor.laatsteDag(besluit.geldigOp + termijn, schuift: .awbATW, op: besluit.geldigOp).volgende
    }

    /// The decision on bezwaar that revoked this one: well-founded, without more (Awb art. 7:11 lid 2).
    func herroepen(_ datum: Datum, _ woord: String, _ spoor: inout Spoor) -> Vermelding<BezwaarBeslist>? {
        guard !beslist.isEmpty, let duur = spoor.duur(.bezwaarTermijn, op: datum) else { return nil }
        let laatsteDag = spoor.laatsteDag(datum + duur, schuift: .awbATW, op: datum)
        guard let bezwaar = tegen(woord, van: datum, totEnMet: laatsteDag),
            // It may keep an earlier one open too; what it revokes is the last one before it.
            !isBesloten(woord, na: datum, totEnMet: bezwaar.geldigOp),
            let besluit = besluit(woord, na: bezwaar.geldigOp), besluit.inhoud.uitkomst?.lowercased() == "gegrond"
        else { return nil }
        spoor.grond("Awb art. 7:11 lid 2")
        spoor.feit(bezwaar)
        spoor.feit(besluit)
        return besluit
    }

    private func isBesloten(_ woord: String, na datum: Datum, totEnMet dag: Datum) -> Bool {
        func tussen<Inhoud>(_ lijst: [Vermelding<Inhoud>]) -> Bool {
            lijst.contains { datum < $0.geldigOp && $0.geldigOp <= dag }
        }
        return woord == "boete"
            ? tussen(beeld.feiten.boeteOpgelegd)
            : tussen(beeld.feiten.pipVastgesteld) || tussen(beeld.feiten.pipGewijzigd)
    }
}
