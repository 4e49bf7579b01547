// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The facts in DUO's answers on plicht and doelgroep: pure.
enum PlichtFeiten {
    /// - Parameters:
    ///   - plicht: nil when DUO knows none.
    ///   - historie: earlier states.
    ///   - doelgroep: the group over time.
    ///   - bekend: the group the dossier knows, for when DUO gives none.
    ///   - stand: what the dossier knows, for the dates that DUO leaves out.
    static func feiten(
        _ plicht: PlichtAntwoord?,
        historie: [PlichtAntwoord],
        doelgroep: Doelgroepverloop,
        bekend: Doelgroep?,
        naast stand: DuoStand,
        _ context: Leescontext
    ) throws(RegieFout) -> [Stap.NieuwFeit] {
        guard let plicht else { return doelgroep.wijzigingen(na: nil, naast: stand, context) }
        var uit = try eerdere(historie, voor: plicht.begindatum, doelgroep, bekend, context)
        if let begin = plicht.begindatum {
            uit.append(try vastgesteld(begin, plicht.datumKennisgeving, doelgroep, bekend, context))
        }
        uit += doelgroep.wijzigingen(na: plicht.begindatum, naast: stand, context)
        if !plicht.indicator { uit += einde(plicht, naast: stand, context) }
        return uit
    }

    /// DUO's M2M serves people under the Wi2021 only, so the act is known (README, Scope).
    private static func vastgesteld(
        _ begin: Datum,
        _ kennisgeving: Datum?,
        _ doelgroep: Doelgroepverloop,
        _ bekend: Doelgroep?,
        _ context: Leescontext
    ) throws(RegieFout) -> Stap.NieuwFeit {
        let bij = doelgroep.bijBegin(begin)
        guard let indeling = bij?.indeling ?? bekend else {
            throw .antwoord("DUO geeft bij deze inburgeringsplicht geen doelgroep.", "doelgroep")
        }
        return context.feit(
            .inburgeringsplichtVastgesteld(
                InburgeringsplichtVastgesteld(
                    begindatum: begin,
                    datumKennisgeving: kennisgeving,
                    doelgroep: indeling,
                    gedetailleerdeDoelgroep: bij?.gedetailleerd,
                    wet: .wi2021
                )
            )
        )
    }

    /// Periods of plicht that ended before the present one began. Other lines of the history are former versions of the
    /// same period (DUO gives them a wijzigingsdatum), and would look like contradictions.
    private static func eerdere(
        _ historie: [PlichtAntwoord],
        voor begin: Datum?,
        _ doelgroep: Doelgroepverloop,
        _ bekend: Doelgroep?,
        _ context: Leescontext
    ) throws(RegieFout) -> [Stap.NieuwFeit] {
        guard let begin else { return [] }
        var uit: [Stap.NieuwFeit] = []
        for deel in historie.sorted(by: { ($0.begindatum ?? .eersteDag) < ($1.begindatum ?? .eersteDag) }) {
            guard deel.indicator, let van = deel.begindatum, let tot = deel.einddatum, tot < begin else { continue }
            uit.append(try vastgesteld(van, nil, doelgroep, bekend, context))
            // The history gives no reason; "Overig" is DUO's own value for one that is not among the others.
            uit.append(
                context.feit(
                    .inburgeringsplichtBeeindigd(
                        InburgeringsplichtBeeindigd(einddatum: tot, redenGeenInburgeringsplicht: .overig)
                    )
                )
            )
        }
        return uit
    }

    /// The end of the plicht; and of a life, when that is the reason: the einddatum is inclusive, and DUO gives no other
    /// date of death.
    private static func einde(_ plicht: PlichtAntwoord, naast stand: DuoStand, _ context: Leescontext)
        -> [Stap.NieuwFeit]
    {
        guard plicht.begindatum != nil || plicht.einddatum != nil else { return [] }
        let reden = plicht.reden ?? .overig
        let dag = plicht.einddatum ?? plicht.wijzigingsdatum ?? bekendEinde(plicht, reden, stand) ?? context.gemeldOp
        var uit = [
            context.feit(
                .inburgeringsplichtBeeindigd(
                    InburgeringsplichtBeeindigd(einddatum: dag, redenGeenInburgeringsplicht: reden)
                )
            )
        ]
        if reden == .overlijden, let overleden = plicht.einddatum {
            uit.append(context.feit(.overleden(Overleden(datum: overleden))))
        }
        return uit
    }

    /// The day on which the dossier has this plicht ended for this reason: when DUO names none, every notification would
    /// otherwise bring another one.
    private static func bekendEinde(
        _ plicht: PlichtAntwoord,
        _ reden: RedenGeenInburgeringsplicht,
        _ stand: DuoStand
    ) -> Datum? {
        guard
            case .inburgeringsplichtBeeindigd(let einde)? = stand.feiten.last(where: { Zaak($0.feit) == .plicht })?.feit,
            einde.redenGeenInburgeringsplicht == reden, plicht.begindatum.map({ $0 <= einde.einddatum }) ?? true
        else { return nil }
        return einde.einddatum
    }
}
