// SPDX-License-Identifier: EUPL-1.2

/// A registration in the BRP of a gemeente, from either kind of fact that tells of one.
struct Vestiging {
    let datum: Datum
    let gemeente: Gemeentecode
    let vanuitCOA: Bool
    /// The gemeente that was left, where the fact says so.
    let vanGemeente: Gemeentecode?
    /// Who told it.
    let bron: Bron
    let volgnummer: Int
}

extension Feitenoverzicht {
    /// Every registration up to the peildatum, earliest first; on one day in order of gemeente.
    func vestigingen(op peildatum: Datum) -> [Vestiging] {
        var uit: [Vestiging] = []
        for feit in ingeschrevenInGemeente.geldig(op: peildatum) {
            let coa = feit.inhoud.vanuitCOA ?? false
            uit.append(
                Vestiging(
                    datum: feit.geldigOp,
                    gemeente: feit.inhoud.gemeente,
                    vanuitCOA: coa,
                    vanGemeente: nil,
                    bron: feit.bron,
                    volgnummer: feit.volgnummer
                )
            )
        }
        for feit in verhuisd.geldig(op: peildatum) {
            uit.append(
                Vestiging(
                    datum: feit.geldigOp,
                    gemeente: feit.inhoud.naarGemeente,
                    vanuitCOA: false,
                    vanGemeente: feit.inhoud.vanGemeente,
                    bron: feit.bron,
                    volgnummer: feit.volgnummer
                )
            )
        }
        if uit.count > 1 {
            // By content and source before volgnummer: a move and a registration of one day are told in either order.
            uit.sort { $0.komtVoor($1) }
        }
        return uit
    }
}

extension Vestiging {
    /// Whether it comes before another one.
    fileprivate func komtVoor(_ ander: Vestiging) -> Bool {
        guard rang == ander.rang else { return rang < ander.rang }
        guard bron == ander.bron else { return bron.rawValue < ander.bron.rawValue }
        return volgnummer < ander.volgnummer
    }

    private var rang: (Datum, Gemeentecode, Int, Int) {
        (datum, gemeente, vanGemeente == nil ? 0 : 1, vanuitCOA ? 1 : 0)
    }
}
