// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When DUO takes hours of taalles and KNM at a school (README of June 2026, "Gevolgde uren"; wet.md 11.84).
enum UrenRegels {
    /// The most hours that a total can hold in DUO's specification.
    static let hoogste = 9999

    static func weigeringen(_ uren: Zending.InstellingUren, _ toets: Toets) -> [Weigering] {
        let nummer = uren.instellingsnummer
        let datum = uren.peildatum
        var uit = totaal(uren.uren ?? 0)
        func weiger(_ regel: String, _ uitleg: String) { uit.append(.duo("uren bij een instelling", regel, uitleg)) }
        if let bezwaar = Keurmerk.bezwaar(nummer, toets) {
            weiger("instelling met keurmerk BoW, of TST bij de onderwijsroute", bezwaar)
        }
        if let begin = toets.na.beginTermijn, datum < begin {
            weiger(
                "datum niet voor het begin van de inburgeringstermijn",
                "De peildatum \(datum.leesbaar) ligt voor het begin van de termijn, \(begin.leesbaar)."
            )
        }
        if datum > toets.vandaag {
            weiger("datum niet in de toekomst", "De peildatum \(datum.leesbaar) ligt na vandaag.")
        }
        let aanbiedingen = toets.na.aanbiedingen.filter { $0.instellingsnummer == nummer }
        if let eerste = aanbiedingen.map(\.datum).min(), datum < eerste {
            weiger(
                "datum niet voor het eerste aanbod van de instelling",
                "De peildatum \(datum.leesbaar) ligt voor het eerste aanbod bij deze instelling, \(eerste.leesbaar)."
            )
        }
        if !aanbiedingen.contains(where: { $0.verwachteStartdatum != nil }) {
            weiger(
                "er is bij de instelling een aanbod met een startdatum",
                "Leg eerst het aanbod bij instelling \(nummer) vast, met de verwachte startdatum."
            )
        }
        if let later = eerdereDatum(nummer, toets), datum < later {
            weiger(
                "van dezelfde soort alleen dezelfde of een latere datum",
                "Er zijn al uren bij deze instelling tot en met \(later.leesbaar) geregistreerd."
            )
        }
        return uit
    }

    /// The bound that holds for every total of hours.
    static func totaal(_ uren: Int) -> [Weigering] {
        guard uren > hoogste else { return [] }
        return [.duo("uren", "van 0 tot en met \(hoogste)", "Het totaal is \(uren) uur.")]
    }

    /// The last day that hours at this school covered before.
    private static func eerdereDatum(_ nummer: String, _ toets: Toets) -> Datum? {
        toets.voor.uren(Urensoort.bijInstelling, instelling: nummer).peildatum
    }
}
