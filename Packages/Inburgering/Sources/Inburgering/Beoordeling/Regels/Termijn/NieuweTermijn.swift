// SPDX-License-Identifier: EUPL-1.2

/// `NIEUWE_TERMIJN`: a term that DUO sets with its boete, by what is still missing; the longest that applies
/// (Wi2021 art. 24 lid 2, 3, 25 lid 2; Regeling art. 7.4).
struct NieuweTermijn {
    /// The first, the second.
    let nummer: Int
    /// The day of the boete that set it.
    let boete: Datum
    /// From here its length counts: of two boetes for one overrun the one that gives longest.
    fileprivate(set) var telVanaf: Datum
    fileprivate(set) var laatsteDag: Datum
    fileprivate(set) var spoor: Spoor
    /// A later boete that set no term any more.
    fileprivate var slotboete: Datum?

    var begin: Datum { boete.volgende }

    fileprivate var woorden: String {
        let rang = nummer == 1 ? "eerste" : nummer == 2 ? "tweede" : "\(nummer)e"
        var zinnen = ["Dit is de \(rang) nieuwe termijn, na de boete van DUO van \(boete.leesbaar)."]
        if let slotboete {
            zinnen.append("De boete van \(slotboete.leesbaar) geeft geen nieuwe termijn meer.")
        }
        zinnen.append("DUO stelt deze termijn vast in de boetebeschikking; de data van DUO gaan voor.")
        return zinnen.joined(separator: " ")
    }
}

/// The new terms of a dossier, earliest first. After the term of art. 11 or 12 a boete sets one (art. 24 lid 2), at its end
/// a second boete sets another (lid 3); the boetes after that set none (lid 4).
struct NieuweTermijnen {
    private(set) var alle: [NieuweTermijn] = []

    init(_ beeld: Beeld, _ pvtEnMAP: PVTEnMAP) {
        var rest = beeld.feiten.boeteDUOOntvangen.geldig(op: beeld.peildatum)
        guard !rest.isEmpty, let nu = beeld.plan else { return }
        while !rest.isEmpty {
            let dag = rest.vanEersteDag()
            rest = rest[dag.endIndex...]
            guard let boete = dag.voorzichtigste({ $0.bedrag < $1.bedrag }),
                let termijn = Self.termijnbeeld(beeld, voor: rest.first?.geldigOp)
            else { continue }
            neem(boete, beeld, pvtEnMAP, nu, termijn)
        }
    }

    /// In which of them a day lies; nil for a day in the term of art. 11 or 12. One lasts until the next begins.
    func plek(_ dag: Datum) -> Int? { alle.lastIndex { dag >= $0.begin } }

    /// The term as DUO had told of it before its next boete.
    private static func termijnbeeld(_ beeld: Beeld, voor volgende: Datum?) -> Termijnbeeld? {
        guard let volgende else { return beeld.termijn }
        return Termijnbeeld(
            eerstePip: beeld.eerstePip,
            beeld.feiten,
            beeld.wet,
            uitAZC: beeld.vestigingen.first(where: \.vanuitCOA),
            op: volgende.vorige
        )
    }

    private mutating func neem(
        _ boete: Vermelding<BoeteDUOOntvangen>,
        _ beeld: Beeld,
        _ pvtEnMAP: PVTEnMAP,
        _ nu: Plan,
        _ termijn: Termijnbeeld
    ) {
        var spoor = Spoor(beeld.wet)
        spoor.feit(boete)
        let dag = boete.inhoud.datum
        // As it stood on the day of the boete: what is passed or changed later makes the term no shorter.
        let plan =
            Plan(beeld.feiten.pipVastgesteld.geldig(op: dag), beeld.feiten.pipGewijzigd.geldig(op: dag)) ?? nu
        spoor.feiten(plan.feiten)
        let vanDUO = termijn.vastgesteldOp.map { $0 >= dag } ?? false && termijn.einde > dag.volgende
        let laatsteDag: Datum
        if vanDUO {
            spoor.neem(termijn.spoor)
            laatsteDag = termijn.laatsteDag
        } else {
            let lengten = [Self.afronding(pvtEnMAP, dag, &spoor), Self.leerroute(beeld, plan, dag, &spoor)]
                .compactMap(\.self)
            guard let langste = lengten.map({ dag + $0 }).max() else { return }
            laatsteDag = langste
        }
        if let laatste = alle.last, dag <= laatste.laatsteDag {
            // One overrun can bring two boetes, for PVT and MAP and for the leerroute: the longest term is the one.
            alle[alle.count - 1].spoor.neem(spoor)
            guard vanDUO || laatsteDag > laatste.laatsteDag else { return }
            alle[alle.count - 1].laatsteDag = laatsteDag
            if !vanDUO { alle[alle.count - 1].telVanaf = dag.volgende }
            return
        }
        if !alle.isEmpty {
            spoor.grond("Wi2021 art. 24 lid 3")
            // After the last of them a boete comes with no term (lid 4), unless DUO gives one all the same.
            if let aantal = spoor.getal(.nieuweTermijnAantal, op: dag), alle.count >= aantal, !vanDUO {
                alle[alle.count - 1].slotboete = alle[alle.count - 1].slotboete ?? dag
                alle[alle.count - 1].spoor.grond("Wi2021 art. 24 lid 4")
                alle[alle.count - 1].spoor.neem(spoor)
                return
            }
        }
        alle.append(
            NieuweTermijn(
                nummer: alle.count + 1,
                boete: dag,
                telVanaf: dag.volgende,
                laatsteDag: laatsteDag,
                spoor: spoor,
                slotboete: nil
            )
        )
    }

    func meld(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        for termijn in alle {
            uit.termijnen.append(
                Termijn(
                    .nieuweTermijn,
                    begin: termijn.begin,
                    laatsteDag: termijn.laatsteDag,
                    status: .van(
                        begin: termijn.begin,
                        laatsteDag: termijn.laatsteDag,
                        gedaan: voldaanOp,
                        vervallen: beeld.stand.vervallenVanaf,
                        op: beeld.peildatum
                    ),
                    spoor: termijn.spoor,
                    toelichting: termijn.woorden
                )
            )
        }
    }

    private static func afronding(_ pvtEnMAP: PVTEnMAP, _ dag: Datum, _ spoor: inout Spoor) -> Duur? {
        var mist = pvtEnMAP.pvtGedaan.map { $0 <= dag } ?? false ? 0 : 1
        if pvtEnMAP.heeftMAP, !(pvtEnMAP.mapGedaan.map { $0 <= dag } ?? false) { mist += 1 }
        return duur(.nieuweTermijnAfronding, mist, dag, &spoor)
    }

    private static func leerroute(_ beeld: Beeld, _ plan: Plan, _ dag: Datum, _ spoor: inout Spoor) -> Duur? {
        guard plan.leerroute == .z else {
            let examen = Examenstand(beeld, plan, op: dag)
            spoor.feiten(examen.feiten)
            return examen.compleet ? nil : duur(.nieuweTermijnExamen, examen.behaald.count, dag, &spoor)
        }
        guard beeld.feiten.zrouteAfgerond.geldig(op: dag).isEmpty else { return nil }
        let alle = beeld.feiten.urenGeregistreerd.geldig(op: dag)
        var uren = Lesuren.cursus(beeld, &spoor, op: dag).totaal
        guard (beeld.doelgroep(op: dag) ?? beeld.groep)?.doelgroep == .asielstatushouder else {
            return duur(.nieuweTermijnZOverig, uren, dag, &spoor)
        }
        let activiteiten = Uren([.participatie, .participatieTaalles, .pvt, .mapPraktijk], alle)
        // Those of the intake are participation too: the norm of the Z-route counts them (Besluit art. 3.14 lid 6).
        let intake = Intakeuren(.intakeParticipatie, { $0.participatie }, beeld, op: dag)
        spoor.feiten(activiteiten.feiten)
        spoor.feiten(intake.feiten)
        uren += activiteiten.totaal + intake.totaal
        return duur(.nieuweTermijnZAsiel, uren, dag, &spoor)
    }

    private static func duur(_ sleutel: Wetsleutel, _ getal: Int, _ dag: Datum, _ spoor: inout Spoor) -> Duur? {
        spoor.tekst(sleutel, op: dag).flatMap(Staffel.init)?.waarde(bij: getal).flatMap { Duur($0) }
    }
}
