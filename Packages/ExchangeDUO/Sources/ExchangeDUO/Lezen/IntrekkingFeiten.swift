// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What SS129 and SS130 say of themselves: DUO withdrew the tijdelijke vrijstelling. Pure.
///
/// DUO gives no date of the withdrawal. As long as its list still holds the vrijstelling, what stands there holds; when
/// it is gone from the list, the vrijstelling that the dossier has ended on the day before the plicht was resumed, else
/// on the day before the event.
enum IntrekkingFeiten {
    static func feiten(_ soort: String, _ gelezen: Gelezen, naast dossier: Dossier, _ context: Leescontext)
        -> [Stap.NieuwFeit]
    {
        guard ["SS129", "SS130"].contains(soort) else { return [] }
        let lopend = dossier.geldend.filter { gebeurtenis in
            guard gebeurtenis.bron == .duo, case .vrijstellingBeslist(let vrijstelling) = gebeurtenis.feit,
                vrijstelling.omvang == .tijdelijk, vrijstelling.oordeel == .toekenning
            else { return false }
            let nogInLijst = gelezen.vrijstellingen.contains {
                Zaak(.vrijstellingBeslist($0)) == Zaak(gebeurtenis.feit)
            }
            return !nogInLijst && vrijstelling.einddatum.map { $0 >= context.gemeldOp } ?? true
        }
        return lopend.flatMap { gebeurtenis -> [Stap.NieuwFeit] in
            guard case .vrijstellingBeslist(var vrijstelling) = gebeurtenis.feit else { return [] }
            let begin = vrijstelling.startdatum ?? gebeurtenis.geldigOp
            let hervat = gelezen.plicht?.begindatum.map { $0 > begin ? $0 : context.gemeldOp } ?? context.gemeldOp
            vrijstelling.einddatum = max(hervat.vorige, begin)
            return [context.feit(.vrijstellingBeslist(vrijstelling), geldigOp: gebeurtenis.geldigOp)]
        }
    }
}
