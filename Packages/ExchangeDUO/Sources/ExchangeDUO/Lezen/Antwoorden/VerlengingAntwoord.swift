// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// An element of `GET …/verlengingen` (Verlenging API 1.0.0).
struct VerlengingAntwoord: Hashable, Sendable {
    static let velden = ["beoordelingAanvraag", "ontvangstdatum", "datumBeoordeling"]

    var beoordeling: VerlengingOordeel
    var ontvangstdatum: Datum
    var datumBeoordeling: Datum?

    static func lees(_ json: JSON) throws(RegieFout) -> [VerlengingAntwoord] {
        try Antwoordlezer.lijst(json, "verlengingen") { lezer throws(RegieFout) in
            VerlengingAntwoord(
                beoordeling: try lezer.verplicht("beoordelingAanvraag"),
                ontvangstdatum: try lezer.verplicht("ontvangstdatum"),
                datumBeoordeling: try lezer.optioneel("datumBeoordeling")
            )
        }
    }

    /// The request, and the decision once there is one.
    func feiten(_ context: Leescontext, naast stand: DuoStand) -> [Stap.NieuwFeit] {
        let aanvraag = context.feit(.verlengingAangevraagd(VerlengingAangevraagd(datum: ontvangstdatum)))
        guard beoordeling != .inBehandeling else { return [aanvraag] }
        let beslist = VerlengingBeslist(
            datum: datumBeoordeling ?? bekend(stand) ?? context.gemeldOp,
            oordeel: beoordeling
        )
        return [aanvraag, context.feit(.verlengingBeslist(beslist))]
    }

    /// The day on which the dossier has this request decided so, for when DUO names none.
    private func bekend(_ stand: DuoStand) -> Datum? {
        for gebeurtenis in stand.feiten {
            guard case .verlengingBeslist(let beslist) = gebeurtenis.feit else { continue }
            if beslist.oordeel == beoordeling, beslist.datum >= ontvangstdatum { return beslist.datum }
        }
        return nil
    }
}
