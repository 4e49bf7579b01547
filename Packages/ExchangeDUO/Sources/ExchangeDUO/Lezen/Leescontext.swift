// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What every fact that is read from DUO has in common.
struct Leescontext: Sendable {
    /// The gemeente that reads.
    let gemeente: Gemeentecode
    /// Of the notification that led to the reads.
    let berichtId: String
    /// Now: when the gemeente knows it.
    let nu: Tijdstip
    /// The Dutch day on which DUO registered the event; the best known date where DUO gives none.
    let gemeldOp: Datum

    /// A fact from DUO; `geldigOp` is the fact's own date, else the one given, else that of the event.
    func feit(_ feit: Feit, geldigOp: Datum? = nil) -> Stap.NieuwFeit {
        Stap.NieuwFeit(
            geldigOp: feit.inhoud.eigenDatum ?? geldigOp ?? gemeldOp,
            bekendOp: nu,
            bron: .duo,
            berichtId: berichtId,
            feit: feit
        )
    }
}
