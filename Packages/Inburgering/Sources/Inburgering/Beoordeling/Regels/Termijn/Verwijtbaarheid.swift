// SPDX-License-Identifier: EUPL-1.2

/// `VERWIJTBAARHEID_DOORGEVEN`: DUO wants to know whether an overrun of the term is to blame: `Nee` from two months before
/// the end, `Ja` once the term is past (DUO M2M README, MAP and PVT).
enum Verwijtbaarheid {
    static func beoordeel(_ beeld: Beeld, _ pvtEnMAP: PVTEnMAP, naar uit: inout Uitkomst) {
        guard let termijn = beeld.termijn, let plan = beeld.plan, beeld.stand.voldaanOp == nil else { return }
        var spoor = Spoor(beeld.wet)
        guard let venster = spoor.duur(.verwijtbaarVenster, op: termijn.begin) else { return }
        spoor.neem(termijn.spoor)
        var open: [String] = []
        var gezegd: [Datum] = []
        let dag = beeld.peildatum
        func onderdeel(_ naam: String, _ datum: Datum?, _ verwijtbaar: Datum?, _ feit: Int?) {
            if let feit { spoor.feit(feit) }
            if let verwijtbaar {
                gezegd.append(verwijtbaar)
            } else if datum.map({ $0 >= termijn.einde }) ?? true {
                open.append(naam)
            }
        }
        let pvt = beeld.feiten.pvtOndertekend.geldig(op: dag).vanLaatsteDag()
            .voorzichtigste { a, b in a.verwijtbaar == nil && b.verwijtbaar != nil }
        onderdeel(
            "PVT",
            pvtEnMAP.pvtGedaan,
            pvt.flatMap { $0.inhoud.verwijtbaar == nil ? nil : $0.geldigOp },
            pvt?.volgnummer
        )
        if pvtEnMAP.heeftMAP {
            let map = beeld.feiten.mapEindgesprekGevoerd.geldig(op: dag).vanLaatsteDag()
                .voorzichtigste { a, b in a.verwijtbaar == nil && b.verwijtbaar != nil }
            let verwijtbaar = map.flatMap { $0.inhoud.verwijtbaar == nil ? nil : $0.geldigOp }
            onderdeel("MAP", pvtEnMAP.mapGedaan, verwijtbaar, map?.volgnummer)
        }
        if plan.leerroute == .z {
            let z = beeld.feiten.zrouteAfgerond.geldig(op: dag).vanLaatsteDag()
                .voorzichtigste { a, b in a.verwijtbaar == nil && b.verwijtbaar != nil }
            onderdeel(
                "Z-route",
                z?.geldigOp,
                z.flatMap { $0.inhoud.verwijtbaar == nil ? nil : $0.geldigOp },
                z?.volgnummer
            )
        }
        guard !open.isEmpty || !gezegd.isEmpty else { return }
        let begin = max(termijn.einde - venster, termijn.begin)
        let uitkomst = Termijn(
            .verwijtbaarheidDoorgeven,
            begin: begin,
            laatsteDag: nil,
            status: .van(
                begin: begin,
                laatsteDag: nil,
                gedaan: open.isEmpty ? gezegd.max() : nil,
                vervallen: beeld.stand.vervallenVanaf,
                op: dag
            ),
            spoor: spoor,
            toelichting: "Nee kan vanaf \(begin.leesbaar), Ja vanaf \(termijn.einde.leesbaar)."
        )
        uit.termijnen.append(uitkomst)
        guard uitkomst.status == .loopt, beeld.loopt else { return }
        let voorbij = dag >= termijn.einde
        uit.signalen.append(
            Signaal(
                .verwijtbaarheidDoorgeven,
                ernst: voorbij ? .letOp : .info,
                actie: voorbij
                    ? "Geef DUO door of de overschrijding verwijtbaar is: \(open.joined(separator: ", "))."
                    : "Geef DUO nu door als een overschrijding niet verwijtbaar zal zijn: \(open.joined(separator: ", ")).",
                spoor: spoor
            )
        )
    }
}
