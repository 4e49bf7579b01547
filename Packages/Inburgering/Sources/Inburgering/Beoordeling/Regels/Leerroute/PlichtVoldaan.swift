// SPDX-License-Identifier: EUPL-1.2

/// `PLICHT_VOLDAAN`: PVT, MAP (not on the onderwijsroute) and the leerroute, all met (Wi2021 art. 6 lid 1 and 2).
struct PlichtVoldaan {
    /// The day on which the plicht was met: DUO's, else the day of the last part.
    let datum: Datum?
    private let behaald: Int
    private let vereist: Int
    private let spoor: Spoor

    init(_ beeld: Beeld, _ pvtEnMAP: PVTEnMAP) {
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 6 lid 1")
        spoor.neem(pvtEnMAP.spoorMAP)
        spoor.feiten(pvtEnMAP.feiten)
        let route = Self.route(beeld, &spoor)
        var delen = [pvtEnMAP.pvtGedaan, route]
        if pvtEnMAP.heeftMAP { delen.append(pvtEnMAP.mapGedaan) }
        let gedaan = delen.compactMap(\.self)
        vereist = delen.count
        if let duo = beeld.stand.voldaanOp {
            datum = duo
            behaald = vereist
            if let feit = beeld.stand.feit { spoor.feit(feit) }
        } else {
            datum = gedaan.count == delen.count ? gedaan.max() : nil
            behaald = gedaan.count
        }
        self.spoor = spoor
    }

    /// The day on which the exam or the Z-route was completed.
    private static func route(_ beeld: Beeld, _ spoor: inout Spoor) -> Datum? {
        guard let plan = beeld.plan else { return nil }
        spoor.feiten(plan.feiten)
        guard plan.leerroute == .z else {
            // Without its diploma the onderwijsroute is met by the four parts at B1 and KNM (art. 8 lid 4).
            spoor.grond(plan.leerroute == .onderwijs ? "Wi2021 art. 8 lid 4" : "Wi2021 art. 7")
            let examen = Examenstand(beeld)
            spoor.feiten(examen.feiten)
            return examen.compleet ? examen.laatste : nil
        }
        spoor.grond("Wi2021 art. 9")
        guard let afgerond = beeld.feiten.zrouteAfgerond.geldig(op: beeld.peildatum).vroegste() else { return nil }
        spoor.feit(afgerond)
        return afgerond.geldigOp
    }

    /// What is met, and what is left to do once everything is.
    func meld(_ beeld: Beeld, naar uit: inout Uitkomst) {
        guard beeld.termijn != nil, beeld.plan != nil else { return }
        uit.voortgang.append(
            Voortgang(.plichtVoldaan, vereist: vereist, behaald: behaald, eenheid: "onderdeel", spoor: spoor)
        )
        guard datum != nil, !beeld.stand.voorbij || beeld.stand.voldaanOp != nil,
            beeld.feiten.overleden.geldig(op: beeld.peildatum).isEmpty
        else { return }
        var spoor = spoor
        if beeld.plan?.leerroute == .z {
            // No fact says that it was handed over, so this stands until the dossier is destroyed.
            spoor.grond("Regeling inburgering 2021 art. 3.18 lid 2")
            let actie = "Reik het inburgeringscertificaat persoonlijk uit."
            uit.signalen.append(Signaal(.plichtVoldaan, ernst: .letOp, actie: actie, spoor: spoor))
        } else if beeld.stand.voldaanOp == nil {
            let actie = "Ga na of DUO de plicht als voldaan heeft vastgelegd en rond de begeleiding af."
            uit.signalen.append(Signaal(.plichtVoldaan, ernst: .info, actie: actie, spoor: spoor))
        }
    }
}
