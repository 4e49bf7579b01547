// SPDX-License-Identifier: EUPL-1.2

/// `ONTHEFFING_ADVIES`: the college advises on an ontheffing for bijzondere individuele omstandigheden (Besluit art. 2.8
/// lid 2, 4). The law sets no term for the advice; the time in which DUO decides bounds it.
enum OntheffingAdvies {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let dag = beeld.peildatum
        guard let gevraagd = beeld.feiten.ontheffingsadviesGevraagd.geldig(op: dag).eenPerDag().last else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 5 lid 2")
        spoor.grond("Besluit inburgering 2021 art. 2.8 lid 2")
        guard let duur = spoor.duur(.ontheffingBeslistermijn, op: gevraagd.geldigOp) else { return }
        spoor.feit(gevraagd)
        let gegeven = beeld.feiten.ontheffingsadviesGegeven.geldig(op: dag).vroegste {
            $0.geldigOp >= gevraagd.geldigOp
        }
        if let gegeven { spoor.feit(gegeven) }
        let besluit = beeld.feiten.ontheffingBeslist.geldig(op: dag).vroegste {
            $0.inhoud.grond == .bio && $0.geldigOp >= gevraagd.geldigOp
        }
        if let besluit { spoor.feit(besluit) }
        let laatsteDag = spoor.laatsteDag(gevraagd.geldigOp + duur, schuift: .awbATW, op: gevraagd.geldigOp)
        let termijn = Termijn(
            .ontheffingAdvies,
            begin: gevraagd.geldigOp.volgende,
            laatsteDag: laatsteDag,
            status: .van(
                begin: gevraagd.geldigOp.volgende,
                laatsteDag: laatsteDag,
                gedaan: gegeven?.geldigOp,
                vervallen: [besluit?.geldigOp, beeld.stand.vervallenVanaf, beeld.stand.voldaanOp].compactMap(\.self)
                    .min(),
                op: dag
            ),
            spoor: spoor
        )
        uit.termijnen.append(termijn)
        guard beeld.loopt, gegeven == nil, besluit == nil else { return }
        uit.signaal(
            bij: termijn,
            op: dag,
            actie: "Adviseer over de ontheffing wegens bijzondere individuele omstandigheden."
        )
    }
}
