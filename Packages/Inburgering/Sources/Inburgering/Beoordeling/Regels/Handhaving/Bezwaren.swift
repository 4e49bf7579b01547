// SPDX-License-Identifier: EUPL-1.2

/// Bezwaar and what was decided on it.
struct Bezwaren {
    private let ingediend: ArraySlice<Vermelding<BezwaarIngediend>>
    private let beslist: ArraySlice<Vermelding<BezwaarBeslist>>

    init(_ beeld: Beeld) {
        ingediend = beeld.feiten.bezwaarIngediend.geldig(op: beeld.peildatum)
        beslist = beeld.feiten.bezwaarBeslist.geldig(op: beeld.peildatum)
    }

    /// The first bezwaar after a decision that names it: `tegen` has its word (PIP, boete), whatever else it says.
    func tegen(_ woord: String, na datum: Datum) -> Vermelding<BezwaarIngediend>? {
        ingediend.vroegste { $0.geldigOp >= datum && $0.inhoud.tegen.heeft(woord) }
    }

    func besluit(_ woord: String, na datum: Datum) -> Vermelding<BezwaarBeslist>? {
        beslist.vroegste { $0.geldigOp >= datum && $0.inhoud.tegen.heeft(woord) }
    }

    /// From when a decision is final: the day after the time for bezwaar, or, after a decision on it, for beroep (Awb
    /// art. 6:7). Nil while a bezwaar waits. Of beroep no fact tells.
    func onherroepelijk(_ datum: Datum, _ woord: String, _ spoor: inout Spoor) -> Datum? {
        guard let termijn = spoor.duur(.bezwaarTermijn, op: datum) else { return nil }
        guard let bezwaar = tegen(woord, na: datum) else {
            return spoor.laatsteDag(datum + termijn, schuift: .awbATW, op: datum).volgende
        }
        spoor.feit(bezwaar)
        guard let besluit = besluit(woord, na: bezwaar.geldigOp) else { return nil }
        spoor.feit(besluit)
        return spoor.laatsteDag(besluit.geldigOp + termijn, schuift: .awbATW, op: besluit.geldigOp).volgende
    }
}
