// SPDX-License-Identifier: EUPL-1.2

/// What may be imposed for a violation (Besluit art. 7.1).
enum Boetehoogte {
    /// Nil when the law has no amount on that day.
    static func bedrag(
        _ overtreding: Overtreding,
        _ overtredingen: Overtredingen,
        _ beeld: Beeld,
        _ nieuweTermijnen: NieuweTermijnen,
        _ spoor: inout Spoor
    ) -> Bedrag? {
        let dag = overtreding.datum
        var bedrag: Bedrag
        switch overtreding.artikel {
        case .intake:
            guard let vast = spoor.bedrag(.boete22, op: dag) else { return nil }
            bedrag = overtreding.verwijtbaarheid == 0 ? Bedrag(centen: 0) : vast
        case .begeleiding:
            guard let basis = spoor.bedrag(.boete23, op: dag), let hoogste = spoor.bedrag(.boete23Hoogste, op: dag)
            else {
                return nil
            }
            spoor.grond("Besluit inburgering 2021 art. 7.1 lid 4")
            var bekend: [Int: Int] = [:]
            let trede = trede(overtreding, overtredingen, &bekend, &spoor)
            let verhoogd = min(verhoog(basis, trede, op: dag, &spoor), hoogste)
            bedrag = Bedrag(centen: verhoogd.centen * overtreding.verwijtbaarheid / 100)
        }
        // "Het totaal aan opgelegde boetes beloopt gedurende de termijn" speaks of the day of deciding. A violation found in
        // the term before must fit in that one too: of the two readings the lower amount.
        let besluit = overtreding.boete?.datum ?? max(dag, beeld.peildatum)
        let dagen = nieuweTermijnen.plek(dag) == nieuweTermijnen.plek(besluit) ? [besluit] : [dag, besluit]
        for dag in dagen {
            guard let plafond = plafond(dag, nieuweTermijnen, &spoor) else { continue }
            let eerder = opgelegd(overtredingen, voor: overtreding, in: plafond)
            for boete in eerder { spoor.feit(boete.volgnummer) }
            let som = eerder.reduce(0) { $0 + ($1.bedrag?.centen ?? 0) }
            bedrag = min(bedrag, Bedrag(centen: max(0, plafond.bedrag.centen - som)))
        }
        return bedrag
    }

    /// How often the boete rises: each earlier violation of art. 23 found in the months before, whose boete is final on
    /// this day, is a step (lid 3).
    /// Worked out once for each violation: through every chain of a long row it would never end.
    static func trede(
        _ overtreding: Overtreding,
        _ alle: Overtredingen,
        _ bekend: inout [Int: Int],
        _ spoor: inout Spoor
    ) -> Int {
        if let trede = bekend[overtreding.volgnummer] { return trede }
        guard let venster = spoor.duur(.boeteRecidiveVenster, op: overtreding.datum) else { return 0 }
        var hoogste = 0
        for eerder in alle.alle
        where eerder.artikel == .begeleiding && eerder.datum < overtreding.datum
            && eerder.datum >= overtreding.datum - venster
        {
            guard let boete = eerder.boete, let final = boete.onherroepelijk, final <= overtreding.datum else {
                continue
            }
            spoor.feit(eerder.volgnummer)
            spoor.feit(boete.volgnummer)
            hoogste = max(hoogste, trede(eerder, alle, &bekend, &spoor) + 1)
        }
        bekend[overtreding.volgnummer] = hoogste
        return hoogste
    }

    private static func verhoog(_ basis: Bedrag, _ trede: Int, op dag: Datum, _ spoor: inout Spoor) -> Bedrag {
        guard trede > 0 else { return basis }
        let wijze = spoor.tekst(.boeteRecidive, op: dag).flatMap(Boeterecidive.init(rawValue:))
        let keer = wijze == .optellen ? trede + 1 : 1 << min(trede, 20)
        return Bedrag(centen: basis.centen * keer)
    }

    /// What the boetes that are imposed in one term may come to together (lid 5).
    struct Plafond {
        let bedrag: Bedrag
        /// The first day of a new term: it begins with nothing imposed. Nil for the term of art. 11 or 12.
        let vanaf: Datum?
        /// The first day of the next new term, which ends this one.
        let tot: Datum?

        /// Whether a boete was imposed in this term.
        func telt(_ boete: Overtreding.Boete) -> Bool {
            vanaf.map { boete.datum >= $0 } ?? true && tot.map { boete.datum < $0 } ?? true
        }
    }

    /// The maximum of the term in which a day lies.
    static func plafond(_ dag: Datum, _ nieuwe: NieuweTermijnen, _ spoor: inout Spoor) -> Plafond? {
        guard let plek = nieuwe.plek(dag) else {
            return spoor.bedrag(.boetePlafond, op: dag).map {
                Plafond(bedrag: $0, vanaf: nil, tot: nieuwe.alle.first?.begin)
            }
        }
        let nieuw = nieuwe.alle[plek]
        guard let tekst = spoor.tekst(.boetePlafondNieuweTermijn, op: dag), let staffel = Bedragstaffel(tekst),
            let bedrag = staffel.bedrag(van: nieuw.telVanaf, tot: nieuw.laatsteDag.volgende)
        else { return nil }
        spoor.neem(nieuw.spoor)
        let volgende = nieuwe.alle.dropFirst(plek + 1).first
        return Plafond(bedrag: bedrag, vanaf: nieuw.begin, tot: volgende?.begin)
    }

    /// What was imposed in the same term, but for the violation itself and what came after it.
    private static func opgelegd(
        _ alle: Overtredingen,
        voor overtreding: Overtreding,
        in plafond: Plafond
    ) -> [Overtreding.Boete] {
        alle.boetes.filter { boete in
            plafond.telt(boete) && boete.volgnummer != overtreding.boete?.volgnummer
                && (overtreding.boete.map { boete.datum <= $0.datum } ?? true)
        }
    }
}
