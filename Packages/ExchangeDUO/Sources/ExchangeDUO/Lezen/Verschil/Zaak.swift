// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The matter that a fact is about: two facts on one matter that differ are a correction or a contradiction, and not two
/// things that happened.
enum Zaak: Hashable, Sendable {
    case plicht
    case doelgroep
    case termijn
    case verlengingAangevraagd(Datum)
    case verlengingBeslist(Datum)
    case leerbaarheidstoets(Datum)
    case examen(Datum, Examenonderdeel)
    case vrijstelling(Omvang, Datum?, Examenonderdeel?)
    case ontheffing(Omvang, Datum, Examenonderdeel?)
    case map
    case pvt
    case boete(Datum)
    case overleden
    /// Compared with the dossier where it was made.
    case vergeleken
    /// A matter of its own: only the same fact says the same.
    case eigen(Feit)

    init(_ feit: Feit) {
        self =
            switch feit {
            case .inburgeringsplichtVastgesteld, .inburgeringsplichtBeeindigd: .plicht
            case .doelgroepGewijzigd: .doelgroep
            case .inburgeringstermijnVastgesteld: .termijn
            case .verlengingAangevraagd(let feit): .verlengingAangevraagd(feit.datum)
            case .verlengingBeslist(let feit): .verlengingBeslist(feit.datum)
            case .leerbaarheidstoetsAfgenomen(let feit): .leerbaarheidstoets(feit.datumAfname)
            case .examenresultaatOntvangen(let feit): .examen(feit.examendatum, feit.onderdeel)
            case .vrijstellingBeslist(let feit):
                .vrijstelling(feit.omvang, feit.datumOordeel ?? feit.startdatum, feit.examenonderdeel)
            case .ontheffingBeslist(let feit): .ontheffing(feit.omvang, feit.datumOordeel, feit.examenonderdeel)
            case .mapEindgesprekGevoerd: .map
            case .pvtOndertekend: .pvt
            case .boeteDUOOntvangen(let feit): .boete(feit.datum)
            case .overleden: .overleden
            case .pipVastgesteld, .pipGewijzigd, .urenGeregistreerd, .verzuimGeregistreerd, .ingeschrevenInGemeente,
                .verhuisd, .vertrokkenUitNederland:
                .vergeleken
            default: .eigen(feit)
            }
    }

    /// Whether a known fact already says what DUO tells. What DUO leaves out says nothing.
    static func zegt(_ bekend: Feit, al nieuw: Feit) -> Bool {
        switch (bekend, nieuw) {
        case (.inburgeringsplichtVastgesteld(let oud), .inburgeringsplichtVastgesteld(let nieuw)):
            // The group is compared by itself.
            oud.begindatum == nieuw.begindatum
                && (nieuw.datumKennisgeving ?? oud.datumKennisgeving) == oud.datumKennisgeving
                && (oud.wet ?? nieuw.wet) == nieuw.wet
        case (.inburgeringstermijnVastgesteld(let oud), .inburgeringstermijnVastgesteld(let nieuw)):
            oud.startdatum == nieuw.startdatum && oud.einddatum == nieuw.einddatum
                && (nieuw.wijzigingsdatum ?? oud.wijzigingsdatum) == oud.wijzigingsdatum
                && (nieuw.verlengingsgrondcode ?? oud.verlengingsgrondcode) == oud.verlengingsgrondcode
        case (.mapEindgesprekGevoerd(let oud), .mapEindgesprekGevoerd(let nieuw)): oud.datum == nieuw.datum
        case (.pvtOndertekend(let oud), .pvtOndertekend(let nieuw)): oud.datum == nieuw.datum
        case (.verlengingBeslist(let oud), .verlengingBeslist(let nieuw)): oud.oordeel == nieuw.oordeel
        case (.verlengingAangevraagd, .verlengingAangevraagd): true
        default: bekend == nieuw
        }
    }
}
