// SPDX-License-Identifier: EUPL-1.2

/// Disagreements between sources that need not bear the same date: who the person is, when they registered, signed,
/// died, or got the first PIP.
enum Bronverschillen {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let dag = beeld.peildatum
        persoonsgegevens(beeld.feiten.persoonsgegevensOntvangen.geldig(op: dag), naar: &uit)
        eenmalig(beeld.feiten.overleden.geldig(op: dag), "datum", naar: &uit) { _, _ in true }
        tussenBronnen(beeld.feiten.pvtOndertekend.geldig(op: dag), "datum", naar: &uit) { _, _ in true }
        tussenBronnen(beeld.feiten.mapEindgesprekGevoerd.geldig(op: dag), "datum", naar: &uit) { _, _ in true }
        tussenBronnen(beeld.feiten.ingeschrevenInGemeente.geldig(op: dag), "datum", naar: &uit) { a, b in
            a.inhoud.gemeente == b.inhoud.gemeente && !verhuisdTussen(a.geldigOp, b.geldigOp, beeld)
        }
        let pips = beeld.feiten.pipVastgesteld.geldig(op: dag)
        tussenBronnen(pips, "dagtekening", naar: &uit) { a, b in
            // A later PIP of a source is a new one; only the first of each can be the same.
            !pips.contains { $0.bron == a.bron && $0.geldigOp < a.geldigOp }
                && !pips.contains { $0.bron == b.bron && $0.geldigOp < b.geldigOp }
                && !verhuisdTussen(a.geldigOp, b.geldigOp, beeld) && !naarElders(a.geldigOp, b.geldigOp, beeld)
        }
        plicht(beeld, naar: &uit)
        onmogelijk(beeld, naar: &uit)
    }

    /// What cannot be in this order: a longer term that ends sooner, a PIP from before the plicht (DUO refuses it), a plicht
    /// that begins after death.
    private static func onmogelijk(_ beeld: Beeld, naar uit: inout Uitkomst) {
        if let verlengingen = beeld.termijn?.strijdigeVerlengingen[...].uniekOpDag(), !verlengingen.isEmpty {
            let feiten = verlengingen.map(\.volgnummer)
            Tegenstrijdigheden.meld(VerlengingBeslist.soort, feiten, ["nieuweEinddatum"], naar: &uit)
        }
        let plichten = beeld.feiten.inburgeringsplichtVastgesteld.geldig(op: beeld.peildatum)
        guard let eerste = plichten.vroegste() else { return }
        if let pip = beeld.eerstePip, pip.inhoud.dagtekening < eerste.geldigOp {
            let feiten = [pip.volgnummer, eerste.volgnummer]
            Tegenstrijdigheden.meld(PIPVastgesteld.soort, feiten, ["dagtekening"], naar: &uit)
        }
        if let overleden = beeld.feiten.overleden.geldig(op: beeld.peildatum).vroegste(),
            overleden.geldigOp < eerste.geldigOp
        {
            Tegenstrijdigheden.meld(Overleden.soort, [overleden.volgnummer, eerste.volgnummer], ["datum"], naar: &uit)
        }
    }

    /// Two sources that date one plicht differently: it is one disagreement, with all fields in which they differ.
    private static func plicht(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let alle = beeld.feiten.inburgeringsplichtVastgesteld.geldig(op: beeld.peildatum)
        guard alle.count > 1 else { return }
        let einden = beeld.feiten.inburgeringsplichtBeeindigd.geldig(op: beeld.peildatum)
        var strijdig: [Vermelding<InburgeringsplichtVastgesteld>] = []
        for feit in alle where alle.contains(where: { Plicht.strijdig(feit, $0, alle, einden) }) {
            // The same said twice is one fact.
            if !strijdig.contains(where: { $0.inhoud == feit.inhoud && $0.bron == feit.bron }) { strijdig.append(feit) }
        }
        guard !strijdig.isEmpty else { return }
        let velden = Tegenstrijdigheden.verschillen(strijdig.map(\.inhoud.velden))
        let soort = InburgeringsplichtVastgesteld.soort
        Tegenstrijdigheden.meld(soort, strijdig.map(\.volgnummer), velden, naar: &uit)
    }

    /// Whether a move to another gemeente is known in between, also when nobody told where the person lived before.
    private static func naarElders(_ a: Datum, _ b: Datum, _ beeld: Beeld) -> Bool {
        let tussen = min(a, b)...max(a, b)
        return beeld.feiten.verhuisd.geldig(op: tussen.upperBound).contains { feit in
            let woonde = beeld.vestigingen.last { $0.datum < feit.geldigOp }?.gemeente
            return tussen.contains(feit.geldigOp) && feit.inhoud.naarGemeente != feit.inhoud.vanGemeente ?? woonde
        }
    }

    /// Whether the person lived in more than one gemeente in between: then two dates can both be right.
    private static func verhuisdTussen(_ a: Datum, _ b: Datum, _ beeld: Beeld) -> Bool {
        let (begin, einde) = (min(a, b), max(a, b))
        let binnen = beeld.vestigingen.filter { begin <= $0.datum && $0.datum <= einde }
        guard let eerste = binnen.first else { return false }
        let ervoor = beeld.vestigingen.last { $0.datum < begin }?.gemeente
        return binnen.contains { $0.gemeente != eerste.gemeente } || (ervoor.map { $0 != eerste.gemeente } ?? false)
    }

    private static func tussenBronnen<Inhoud>(
        _ lijst: ArraySlice<Vermelding<Inhoud>>,
        _ veld: String,
        naar uit: inout Uitkomst,
        _ zelfde: (Vermelding<Inhoud>, Vermelding<Inhoud>) -> Bool
    ) {
        eenmalig(lijst, veld, naar: &uit) { a, b in a.bron != b.bron && zelfde(a, b) }
    }

    /// Two dates of a thing that happens once.
    private static func eenmalig<Inhoud>(
        _ lijst: ArraySlice<Vermelding<Inhoud>>,
        _ veld: String,
        naar uit: inout Uitkomst,
        _ zelfde: (Vermelding<Inhoud>, Vermelding<Inhoud>) -> Bool
    ) {
        guard lijst.count > 1 else { return }
        var feiten: [Int] = []
        var gezien: [Vermelding<Inhoud>] = []
        for feit in lijst {
            if gezien.contains(where: { $0.inhoud == feit.inhoud && $0.bron == feit.bron }) { continue }
            for ander in gezien where ander.geldigOp != feit.geldigOp && zelfde(ander, feit) {
                for volgnummer in [ander.volgnummer, feit.volgnummer] where !feiten.contains(volgnummer) {
                    feiten.append(volgnummer)
                }
            }
            gezien.append(feit)
        }
        if !feiten.isEmpty { Tegenstrijdigheden.meld(Inhoud.soort, feiten, [veld], naar: &uit) }
    }

    /// Per source the last value of each field counts; between sources they must be equal. An address or a telephone
    /// number changes, so those are not compared.
    private static func persoonsgegevens(
        _ lijst: ArraySlice<Vermelding<PersoonsgegevensOntvangen>>,
        naar uit: inout Uitkomst
    ) {
        guard lijst.count > 1 else { return }
        var velden: [String] = []
        var feiten: [Int] = []
        vergelijk(lijst, "bsn", { $0.bsn }, &velden, &feiten) { $0 == $1 }
        vergelijk(lijst, "geboortedatum", { $0.geboortedatum }, &velden, &feiten, gelijk: zelfdeGeboorte)
        vergelijk(lijst, "geslacht", { $0.geslacht }, &velden, &feiten, gelijk: zelfdeWoord)
        vergelijk(lijst, "geslachtsnaam", { $0.geslachtsnaam }, &velden, &feiten, gelijk: zelfdeWoord)
        vergelijk(lijst, "vnummer", { $0.vnummer }, &velden, &feiten) { $0 == $1 }
        vergelijk(lijst, "voornamen", { $0.voornamen }, &velden, &feiten, gelijk: zelfdeWoord)
        if !velden.isEmpty { Tegenstrijdigheden.meld(PersoonsgegevensOntvangen.soort, feiten, velden, naar: &uit) }
    }

    private static func vergelijk<Waarde: Equatable>(
        _ lijst: ArraySlice<Vermelding<PersoonsgegevensOntvangen>>,
        _ veld: String,
        _ waarde: (PersoonsgegevensOntvangen) -> Waarde?,
        _ velden: inout [String],
        _ feiten: inout [Int],
        gelijk: (Waarde, Waarde) -> Bool
    ) {
        guard verschilt(lijst, waarde, gelijk) else { return }
        var perBron: [(bron: Bron, dag: Datum, waarde: Waarde, volgnummer: Int)] = []
        for feit in lijst {
            guard let gegeven = waarde(feit.inhoud) else { continue }
            let nieuw = (feit.bron, feit.geldigOp, gegeven, feit.volgnummer)
            if let plek = perBron.firstIndex(where: { $0.bron == feit.bron }), perBron[plek].dag < feit.geldigOp {
                perBron.removeAll { $0.bron == feit.bron }
            }
            // The very same value, and not one that may be the same: which of two came first must not matter.
            if !perBron.contains(where: { $0.bron == feit.bron && $0.waarde == gegeven }) {
                perBron.append(nieuw)
            }
        }
        let strijdig = perBron.contains { een in perBron.contains { !gelijk(een.waarde, $0.waarde) } }
        guard strijdig else { return }
        velden.append(veld)
        for regel in perBron where !feiten.contains(regel.volgnummer) { feiten.append(regel.volgnummer) }
    }

    /// Whether any two values differ at all: for nearly everybody they do not, and nothing needs to be gathered.
    private static func verschilt<Waarde>(
        _ lijst: ArraySlice<Vermelding<PersoonsgegevensOntvangen>>,
        _ waarde: (PersoonsgegevensOntvangen) -> Waarde?,
        _ gelijk: (Waarde, Waarde) -> Bool
    ) -> Bool {
        // Every pair: a date of which part is unknown equals two others that differ from each other.
        for plek in lijst.indices.dropFirst() {
            guard let gegeven = waarde(lijst[plek].inhoud) else { continue }
            for eerder in lijst.startIndex..<plek {
                if let ander = waarde(lijst[eerder].inhoud), !gelijk(ander, gegeven) { return true }
            }
        }
        return false
    }

    /// The BRP writes zeros for what is unknown: those agree with everything.
    private static func zelfdeGeboorte(_ a: OnvolledigeDatum, _ b: OnvolledigeDatum) -> Bool {
        func gelijk(_ a: Int, _ b: Int) -> Bool { a == b || a == 0 || b == 0 }
        return gelijk(a.jaar, b.jaar) && gelijk(a.maand, b.maand) && gelijk(a.dag, b.dag)
    }

    /// Upper and lower case do not count.
    private static func zelfdeWoord(_ a: String, _ b: String) -> Bool { a == b || a.lowercased() == b.lowercased() }
}
