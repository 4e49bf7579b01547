// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Hours that DUO has, as facts beside what the dossier has: pure.
///
/// DUO keeps hours per gemeente; what counts for the person is all of them together, and a fact replaces the former
/// total of its urensoort and instelling. So the totals of all gemeenten are added, and give a fact only where the
/// dossier counts otherwise. A sum of DUO that covers several of our urensoorten becomes a fact of the first, with what
/// the dossier has of the others taken off.
enum UrenFeiten {
    static func feiten(_ antwoord: [UrenAntwoord], naast stand: DuoStand, _ context: Leescontext) -> [Stap.NieuwFeit] {
        var uit: [Stap.NieuwFeit] = []
        let soorten: [(Urensoort, Set<Urensoort>, (UrenAntwoord) -> Int?)] = [
            (.participatieTaalles, [.participatieTaalles], { $0.participatieAlsTaalles }),
            (.participatie, Urensoort.participatieactiviteiten, { $0.participatieactiviteiten }),
            (.intakeTaalKNM, [.intakeTaalKNM], { $0.bredeIntake }),
        ]
        for (soort, telt, kies) in soorten {
            guard let totaal = totaal(antwoord, kies) else { continue }
            uit += feit(soort, telt, instelling: nil, totaal, stand, context)
        }
        let nummers = Set(antwoord.compactMap { $0.instelling?.nummer }).sorted()
        for nummer in nummers {
            let bij = antwoord.filter { $0.instelling?.nummer == nummer }
            if let totaal = totaal(bij, { $0.instelling?.uren }) {
                uit += feit(.taal, Urensoort.bijInstelling, instelling: nummer, totaal, stand, context)
            }
        }
        return uit + verzuim(antwoord, stand, context)
    }

    private struct Totaal {
        var uren: Int
        var peildatum: Datum?
    }

    /// Per gemeente the newest, then all of them together.
    private static func totaal(_ antwoord: [UrenAntwoord], _ kies: (UrenAntwoord) -> Int?) -> Totaal? {
        var perGemeente: [Gemeentecode?: (uren: Int, tot: Datum?)] = [:]
        for deel in antwoord {
            guard let uren = kies(deel) else { continue }
            let eerder = perGemeente[deel.gemeentecode]
            if let eerder, (eerder.tot ?? .eersteDag) > (deel.bekendTot ?? .eersteDag) { continue }
            perGemeente[deel.gemeentecode] = (uren, deel.bekendTot)
        }
        guard !perGemeente.isEmpty else { return nil }
        let tot = perGemeente.values.compactMap(\.tot).max()
        // bekendTot is exclusive, a peildatum is the last day that counts.
        return Totaal(uren: perGemeente.values.reduce(0) { $0 + $1.uren }, peildatum: tot?.vorige)
    }

    private static func feit(
        _ soort: Urensoort,
        _ telt: Set<Urensoort>,
        instelling: String?,
        _ totaal: Totaal,
        _ stand: DuoStand,
        _ context: Leescontext
    ) -> [Stap.NieuwFeit] {
        let bekend = stand.uren(telt, instelling: instelling, alles: true).uren ?? 0
        guard bekend != totaal.uren else { return [] }
        // A total that we corrected to nothing and DUO has as nothing is no news either (both 0, above).
        let overige = stand.uren(telt.subtracting([soort]), instelling: instelling, alles: true).uren ?? 0
        let uren = UrenGeregistreerd(
            peildatum: totaal.peildatum ?? context.gemeldOp,
            urensoort: soort,
            uren: max(0, totaal.uren - overige),
            instellingsnummer: instelling
        )
        return [context.feit(.urenGeregistreerd(uren))]
    }

    /// Absence over all schools, when DUO has both kinds; the fact names no instelling.
    private static func verzuim(_ antwoord: [UrenAntwoord], _ stand: DuoStand, _ context: Leescontext)
        -> [Stap.NieuwFeit]
    {
        let delen = antwoord.filter { $0.instelling?.geoorloofd != nil || $0.instelling?.ongeoorloofd != nil }
        guard !delen.isEmpty else { return [] }
        let geoorloofd = delen.reduce(0) { $0 + ($1.instelling?.geoorloofd ?? 0) }
        let ongeoorloofd = delen.reduce(0) { $0 + ($1.instelling?.ongeoorloofd ?? 0) }
        let bekend = stand.laatste { if case .verzuimGeregistreerd(let feit) = $0 { feit } else { nil } }
        guard bekend?.geoorloofd != geoorloofd || bekend?.ongeoorloofd != ongeoorloofd else { return [] }
        let verzuim = VerzuimGeregistreerd(
            peildatum: delen.compactMap(\.bekendTot).max()?.vorige ?? context.gemeldOp,
            geoorloofd: geoorloofd,
            ongeoorloofd: ongeoorloofd
        )
        return [context.feit(.verzuimGeregistreerd(verzuim))]
    }
}
