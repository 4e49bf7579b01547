// SPDX-License-Identifier: EUPL-1.2

/// The PIP in force on the peildatum: the last one that was set, with the changes since.
struct Plan {
    private(set) var leerroute: Leerroute
    private(set) var niveau: NiveauPip?
    private(set) var magOpleidingAfmaken: Bool
    /// The facts that say so.
    private(set) var feiten: [Int]

    /// Nil without a PIP. Where facts of one day disagree: the first of B, O, Z (the routes with most still to do), no
    /// lower level, no education that may be finished.
    init?(_ vastgesteld: ArraySlice<Vermelding<PIPVastgesteld>>, _ gewijzigd: ArraySlice<Vermelding<PIPGewijzigd>>) {
        let basis = vastgesteld.vanLaatsteDag().voorzichtigste { a, b in a.leerroute.rawValue < b.leerroute.rawValue }
        guard
            let route = basis?.inhoud.leerroute
                ?? gewijzigd.first(where: { $0.inhoud.leerroute != nil })?.inhoud.leerroute
        else { return nil }
        leerroute = route
        niveau = basis?.inhoud.niveau
        magOpleidingAfmaken = basis?.inhoud.indicatorMagOpleidingAfmaken ?? false
        feiten = basis.map { [$0.volgnummer] } ?? []
        var rest = gewijzigd
        while let eerste = rest.first {
            let dag = rest.vanEersteDag()
            rest = rest[dag.endIndex...]
            if let basis, eerste.geldigOp < basis.geldigOp { continue }
            neem(dag)
        }
    }

    private mutating func neem(_ dag: ArraySlice<Vermelding<PIPGewijzigd>>) {
        let wijziging = dag.voorzichtigste { a, b in
            (a.leerroute?.rawValue ?? "Z", a.niveau == nil ? 0 : 1) < (
                b.leerroute?.rawValue ?? "Z", b.niveau == nil ? 0 : 1
            )
        }
        guard let wijziging else { return }
        let inhoud = wijziging.inhoud
        guard inhoud.leerroute != nil || inhoud.niveau != nil || inhoud.indicatorMagOpleidingAfmaken != nil else {
            return
        }
        leerroute = inhoud.leerroute ?? leerroute
        niveau = inhoud.niveau ?? niveau
        magOpleidingAfmaken = inhoud.indicatorMagOpleidingAfmaken ?? magOpleidingAfmaken
        if !feiten.contains(wijziging.volgnummer) { feiten.append(wijziging.volgnummer) }
    }
}
