// SPDX-License-Identifier: EUPL-1.2

/// `VOORTGANGSGESPREK`: the talks that the PIP promises, spread over the term (Besluit art. 5.3 lid 4; Wi2021 art. 17
/// lid 1). The law sets no rhythm of its own; a gemeente's policy may take its place.
enum Voortgangsgesprek {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let termijn = beeld.termijn, let plan = beeld.plan, let aantal = plan.gesprekken, aantal > 0 else {
            return
        }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Besluit inburgering 2021 art. 5.3 lid 4")
        spoor.grond("Wi2021 art. 17 lid 1")
        spoor.feiten(plan.feiten)
        // The same told twice is one talk.
        let gevoerd = beeld.feiten.voortgangsgesprekGevoerd.geldig(op: beeld.peildatum)
            .filter { $0.inhoud.aanwezig && $0.geldigOp >= termijn.begin }[...].eenPerDag()
        for gesprek in gevoerd { spoor.feit(gesprek) }
        uit.voortgang.append(
            Voortgang(.voortgangsgesprek, vereist: aantal, behaald: gevoerd.count, eenheid: "gesprek", spoor: spoor)
        )
        guard gevoerd.count < aantal else { return }
        spoor.neem(termijn.spoor)
        let dagen = termijn.begin.dagen(tot: termijn.einde) * (gevoerd.count + 1) / aantal
        let laatsteDag = termijn.begin.plus(dagen: dagen - 1)
        let begin = min(gevoerd.last?.geldigOp.volgende ?? termijn.begin, laatsteDag)
        let uitkomst = Termijn(
            .voortgangsgesprek,
            begin: begin,
            laatsteDag: laatsteDag,
            status: .van(
                begin: begin,
                laatsteDag: laatsteDag,
                gedaan: nil,
                vervallen: [beeld.stand.vervallenVanaf, voldaanOp].compactMap(\.self).min(),
                op: beeld.peildatum
            ),
            spoor: spoor
        )
        uit.termijnen.append(uitkomst)
        guard beeld.loopt, uitkomst.status == .loopt || uitkomst.status == .overschreden,
            uit.ernst.ernst(voor: laatsteDag, op: beeld.peildatum) > .info
        else { return }
        uit.signaal(bij: uitkomst, op: beeld.peildatum, actie: "Voer een voortgangsgesprek.")
    }
}
