// SPDX-License-Identifier: EUPL-1.2

/// The PIP in force on the peildatum: the last one that was set, with the changes since.
struct Plan {
    private(set) var leerroute: Leerroute
    private(set) var niveau: NiveauPip?
    private(set) var magOpleidingAfmaken: Bool
    /// The dagtekening from which this leerroute holds.
    private(set) var routeSinds: Datum
    /// How many voortgangsgesprekken it promises (Besluit art. 5.3 lid 4).
    private(set) var gesprekken: Int?
    /// Whether parts of the exam are taken on the Z-route (Besluit art. 3.14 lid 7).
    private(set) var a2ExamenGewenst: Bool
    /// The language parts that are examined at A2 while the rest is at B1 (Wi2021 art. 17 lid 3).
    private(set) var onderdelenA2: [Examenonderdeel]
    /// The course hours on the Z-route that the college set lower (Regeling art. 3.16 lid 2).
    private(set) var lagereUrennorm: Int?
    /// The language parts of the Z-route without course hours (Regeling art. 3.16 lid 2).
    private(set) var onderdelenZonderUren: [Examenonderdeel]
    /// The facts that say so.
    private(set) var feiten: [Int]

    /// Nil without a PIP. Where facts of one day disagree: the first of B, O, Z (the routes with most still to do), no
    /// lower level, no education that may be finished.
    init?(_ vastgesteld: ArraySlice<Vermelding<PIPVastgesteld>>, _ gewijzigd: ArraySlice<Vermelding<PIPGewijzigd>>) {
        let basis = vastgesteld.vanLaatsteDag().voorzichtigste { a, b in a.leerroute.rawValue < b.leerroute.rawValue }
        guard
            let route = basis?.inhoud.leerroute
                ?? gewijzigd.filter({ $0.inhoud.leerroute != nil })[...].vanEersteDag()
                .gekozen({ $0.leerroute.map(\.rawValue) })?.inhoud.leerroute
        else { return nil }
        leerroute = route
        routeSinds = basis?.inhoud.dagtekening ?? gewijzigd.first?.inhoud.dagtekening ?? Datum(dagnummer: 0)
        gesprekken = basis?.inhoud.aantalVoortgangsgesprekken
        a2ExamenGewenst = basis?.inhoud.a2ExamenGewenst ?? false
        onderdelenA2 = basis?.inhoud.examenonderdelenA2 ?? []
        lagereUrennorm = basis?.inhoud.lagereUrennormZroute
        onderdelenZonderUren = basis?.inhoud.onderdelenZonderUren ?? []
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

    /// The level at which a language part is examined (Wi2021 art. 7 lid 1, 17 lid 3).
    func examenniveau(_ onderdeel: Examenonderdeel) -> Examenniveau {
        niveau == .a2 || leerroute == .b1 && onderdelenA2.contains(onderdeel) ? .a2 : .b1
    }

    /// Takes over what the changes of one day say: of each field the cautious value among the facts that give it.
    private mutating func neem(_ dag: ArraySlice<Vermelding<PIPGewijzigd>>) {
        let route = dag.gekozen { $0.leerroute.map(\.rawValue) }
        if let route, let nieuw = route.inhoud.leerroute {
            // A level belongs to its route; unsaid it is B1 on the B1- and the onderwijsroute (Wi2021 art. 7 lid 1).
            if nieuw != leerroute {
                niveau = nil
                onderdelenA2 = []
                lagereUrennorm = nil
                onderdelenZonderUren = []
                routeSinds = route.inhoud.dagtekening
            }
            leerroute = nieuw
            noem(route)
        }
        let opRoute = dag.filter { $0.inhoud.leerroute.map { $0 == leerroute } ?? true }[...]
        if let gegeven = opRoute.gekozen({ $0.niveau.map { $0 == .a2 ? 1 : 0 } }) {
            niveau = gegeven.inhoud.niveau
            noem(gegeven)
        }
        // The fewest parts at A2 and the highest norm: each asks more of the person, and nobody is told that less will do.
        if let gegeven = opRoute.gekozen({ $0.examenonderdelenA2.map(\.count) }) {
            onderdelenA2 = gegeven.inhoud.examenonderdelenA2 ?? []
            noem(gegeven)
        }
        if let gegeven = opRoute.gekozen({ $0.lagereUrennormZroute.map { -$0 } }) {
            lagereUrennorm = gegeven.inhoud.lagereUrennormZroute
            noem(gegeven)
        }
        if let gegeven = opRoute.gekozen({ $0.onderdelenZonderUren.map(\.count) }) {
            onderdelenZonderUren = gegeven.inhoud.onderdelenZonderUren ?? []
            noem(gegeven)
        }
        // The most talks and the wish to take the exam: each asks the college for more.
        if let gegeven = dag.gekozen({ $0.aantalVoortgangsgesprekken.map { -$0 } }) {
            gesprekken = gegeven.inhoud.aantalVoortgangsgesprekken
            noem(gegeven)
        }
        if let gegeven = dag.gekozen({ $0.a2ExamenGewenst.map { $0 ? 0 : 1 } }) {
            a2ExamenGewenst = gegeven.inhoud.a2ExamenGewenst ?? false
            noem(gegeven)
        }
        if let gegeven = dag.gekozen({ $0.indicatorMagOpleidingAfmaken.map { $0 ? 1 : 0 } }) {
            magOpleidingAfmaken = gegeven.inhoud.indicatorMagOpleidingAfmaken ?? false
            noem(gegeven)
        }
    }

    private mutating func noem(_ feit: Vermelding<PIPGewijzigd>) {
        if !feiten.contains(feit.volgnummer) { feiten.append(feit.volgnummer) }
    }
}

extension ArraySlice where Element == Vermelding<PIPGewijzigd> {
    /// Of the facts that give a field the one whose value comes first.
    fileprivate func gekozen<Rang: Comparable>(_ rang: (PIPGewijzigd) -> Rang?) -> Element? {
        filter { rang($0.inhoud) != nil }[...].voorzichtigste { a, b in
            guard let a = rang(a), let b = rang(b) else { return false }
            return a < b
        }
    }
}
