// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When DUO takes the date of MAP or PVT (README, "Module Arbeidsmarkt en Participatie" and
/// "Participatieverklaringstraject"; wet.md 11.82).
enum AfrondingRegels {
    static func weigeringen(_ afronding: Afronding, _ toets: Toets) -> [Weigering] {
        gemeente(afronding.onderdeel.kort, toets) + eerder(afronding, toets) + datum(afronding, toets)
    }

    /// Shared with the Z-route.
    static func gemeente(_ onderwerp: String, _ toets: Toets) -> [Weigering] {
        var uit: [Weigering] = []
        let regel = "uw gemeente heeft een actueel PIP voor de persoon"
        switch toets.na.pipIsEigen {
        case nil:
            uit.append(.duo(onderwerp, regel, "Het dossier heeft nog geen PIP. Stel eerst het PIP vast."))
        case false?:
            uit.append(
                .duo(onderwerp, regel, "Het actuele PIP is van de vorige gemeente. Stel eerst een eigen PIP vast.")
            )
        case true?: break
        }
        if toets.voor.voldaanViaZroute {
            uit.append(
                .duo(
                    onderwerp,
                    "de inburgeringsplicht is nog niet voldaan via de Z-route",
                    "DUO heeft al vastgesteld dat via de Z-route aan de inburgeringsplicht is voldaan."
                )
            )
        }
        return uit
    }

    /// DUO does not tell who delivered a date. It was another gemeente when it lies before the person was ours; of any
    /// other date DUO itself must judge: it may have come from us along another way (the portal).
    private static func eerder(_ afronding: Afronding, _ toets: Toets) -> [Weigering] {
        let deel = afronding.onderdeel
        guard toets.voor.afronding(deel).datum == nil, let ander = toets.voor.datumVanAnder(deel),
            ander != afronding.datum, let begin = toets.voor.bandMetGemeente, ander < begin
        else { return [] }
        return [
            .duo(
                deel.kort,
                "een wijziging alleen door de gemeente die de datum eerder leverde",
                "DUO heeft al \(ander.leesbaar) als datum \(deel.naam), geleverd door een andere gemeente."
            )
        ]
    }

    private static func datum(_ afronding: Afronding, _ toets: Toets) -> [Weigering] {
        let deel = afronding.onderdeel
        guard let datum = afronding.datum else {
            guard let zroute = toets.na.afrondingZroute else { return [] }
            return [
                .duo(
                    deel.kort,
                    "de datum kan niet leeg zijn als de afronding van de Z-route is geregistreerd",
                    "De Z-route is afgerond op \(zroute.leesbaar); trek eerst die afronding in."
                )
            ]
        }
        var uit: [Weigering] = []
        if let begin = toets.na.beginTermijn, datum < begin {
            uit.append(
                .duo(
                    deel.kort,
                    "datum niet voor het begin van de inburgeringstermijn",
                    "De datum \(deel.naam), \(datum.leesbaar), ligt voor het begin van de termijn, \(begin.leesbaar)."
                )
            )
        }
        if let zroute = toets.na.afrondingZroute, datum > zroute {
            uit.append(
                .duo(
                    deel.kort,
                    "datum niet na de afronding van de Z-route",
                    "De datum \(deel.naam), \(datum.leesbaar), ligt na de afronding van de Z-route, \(zroute.leesbaar)."
                )
            )
        }
        if datum > toets.vandaag {
            uit.append(
                .duo(
                    deel.kort,
                    "datum niet in de toekomst",
                    "De datum \(deel.naam), \(datum.leesbaar), ligt na vandaag."
                )
            )
        }
        return uit
    }
}
