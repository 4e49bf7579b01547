// SPDX-License-Identifier: EUPL-1.2

/// `SCHAKELEN_TOT`: until when the college can set the leerroute again (Wi2021 art. 17 lid 2; Besluit art. 5.4).
enum Schakelen {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let termijn = beeld.termijn, let plan = beeld.plan else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 17 lid 2")
        guard let duur = spoor.duur(.schakelenDuur, op: termijn.begin) else { return }
        let laatsteDag = Datum.laatsteDag(vanaf: termijn.begin, duur)
        spoor.neem(termijn.spoor)
        spoor.feiten(plan.feiten)
        let altijd = plan.leerroute == .onderwijs && spoor.waarheid(.schakelenOnderwijsNaarB1Altijd, op: termijn.begin)
        let opleiding = plan.magOpleidingAfmaken && spoor.waarheid(.schakelenNaOpleiding, op: beeld.peildatum)
        let status = Termijn.Status.van(
            begin: termijn.begin,
            laatsteDag: altijd || opleiding ? nil : laatsteDag,
            gedaan: nil,
            vervallen: [beeld.stand.vervallenVanaf, voldaanOp].compactMap(\.self).min(),
            op: beeld.peildatum
        )
        uit.termijnen.append(
            Termijn(
                .schakelenTot,
                begin: termijn.begin,
                laatsteDag: altijd ? nil : laatsteDag,
                status: status,
                spoor: spoor,
                toelichting: altijd
                    ? "Van de onderwijsroute naar de B1-route kan altijd; naar de Z-route tot en met \(laatsteDag.leesbaar)."
                    : opleiding
                        ? "Eindigt de niet-vrijstellende opleiding later, dan mag daarna alsnog worden geschakeld."
                        : "In bijzondere individuele gevallen kan het college ook na deze dag schakelen (Besluit inburgering 2021 art. 5.4 lid 3)."
            )
        )
    }
}
