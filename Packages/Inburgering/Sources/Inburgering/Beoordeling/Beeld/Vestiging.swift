// SPDX-License-Identifier: EUPL-1.2

/// A registration in the BRP of a gemeente, from either kind of fact that tells of one.
struct Vestiging {
    let datum: Datum
    let gemeente: Gemeentecode
    let vanuitCOA: Bool
    /// The gemeente that was left, where the fact says so.
    let vanGemeente: Gemeentecode?
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
                    volgnummer: feit.volgnummer
                )
            )
        }
        if uit.count > 1 {
            // By content before volgnummer: a move and a registration of one day are told in either order.
            uit.sort { $0.rang < $1.rang }
        }
        return uit
    }
}

extension Vestiging {
    fileprivate var rang: (Datum, Gemeentecode, Int, Int, Int) {
        (datum, gemeente, vanGemeente == nil ? 0 : 1, vanuitCOA ? 1 : 0, volgnummer)
    }
}
