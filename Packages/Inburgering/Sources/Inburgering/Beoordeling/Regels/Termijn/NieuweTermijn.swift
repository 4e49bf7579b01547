// SPDX-License-Identifier: EUPL-1.2

/// `NIEUWE_TERMIJN`: the term that DUO sets with its boete, by what is still missing; the longest that applies
/// (Wi2021 art. 24 lid 2, 25 lid 2; Regeling art. 7.4).
struct NieuweTermijn {
    let begin: Datum
    let laatsteDag: Datum
    let spoor: Spoor

    init?(_ beeld: Beeld, _ pvtEnMAP: PVTEnMAP) {
        guard let termijn = beeld.termijn, let nu = beeld.plan,
            let boete = beeld.feiten.boeteDUOOntvangen.geldig(op: beeld.peildatum).vanLaatsteDag()
                .voorzichtigste({ $0.bedrag < $1.bedrag })
        else { return nil }
        var spoor = Spoor(beeld.wet)
        spoor.feit(boete)
        let dag = boete.inhoud.datum
        // As it stood on the day of the boete: what is passed or changed later makes the term no shorter.
        let plan =
            Plan(beeld.feiten.pipVastgesteld.geldig(op: dag), beeld.feiten.pipGewijzigd.geldig(op: dag)) ?? nu
        spoor.feiten(plan.feiten)
        begin = dag.volgende
        if let duo = termijn.duo, duo.geldigOp >= dag, termijn.einde > begin {
            spoor.neem(termijn.spoor)
            laatsteDag = termijn.laatsteDag
            self.spoor = spoor
            return
        }
        let lengten = [Self.afronding(pvtEnMAP, dag, &spoor), Self.leerroute(beeld, plan, dag, &spoor)]
            .compactMap(\.self)
        guard let langste = lengten.map({ dag + $0 }).max() else { return nil }
        laatsteDag = langste
        self.spoor = spoor
    }

    func meld(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        uit.termijnen.append(
            Termijn(
                .nieuweTermijn,
                begin: begin,
                laatsteDag: laatsteDag,
                status: .van(
                    begin: begin,
                    laatsteDag: laatsteDag,
                    gedaan: voldaanOp,
                    vervallen: beeld.stand.vervallenVanaf,
                    op: beeld.peildatum
                ),
                spoor: spoor,
                toelichting: "DUO stelt deze termijn vast in de boetebeschikking; de data van DUO gaan voor."
            )
        )
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
        spoor.feiten(activiteiten.feiten)
        uren += activiteiten.totaal
        return duur(.nieuweTermijnZAsiel, uren, dag, &spoor)
    }

    private static func duur(_ sleutel: Wetsleutel, _ getal: Int, _ dag: Datum, _ spoor: inout Spoor) -> Duur? {
        spoor.tekst(sleutel, op: dag).flatMap(Staffel.init)?.waarde(bij: getal).flatMap { Duur($0) }
    }
}
