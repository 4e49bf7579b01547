// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// When DUO takes the completion of the Z-route.
///
/// DUO published no rules under this heading; these follow from what the API says the date is, and from what DUO says
/// about MAP and PVT, whose dates may not lie after this one.
enum ZrouteRegels {
    static func weigeringen(_ datum: Datum?, _ toets: Toets) -> [Weigering] {
        var uit = AfrondingRegels.gemeente("Z-route", toets)
        guard let datum else { return uit }
        if let leerroute = toets.na.pip?.leerroute, leerroute != .z {
            uit.append(
                .duo("Z-route", "de datum waarop de Z-route is afgerond", "Het actuele PIP heeft niet de Z-route.")
            )
        }
        if let begin = toets.na.beginTermijn, datum < begin {
            uit.append(
                .duo(
                    "Z-route",
                    "datum niet voor het begin van de inburgeringstermijn",
                    "De afronding, \(datum.leesbaar), ligt voor het begin van de termijn, \(begin.leesbaar)."
                )
            )
        }
        if datum > toets.vandaag {
            uit.append(
                .duo("Z-route", "datum niet in de toekomst", "De afronding, \(datum.leesbaar), ligt na vandaag.")
            )
        }
        for onderdeel in [Afronding.Onderdeel.map, .pvt] {
            guard let eerder = toets.na.afronding(onderdeel).datum, eerder > datum else { continue }
            uit.append(
                .duo(
                    onderdeel.kort,
                    "datum niet na de afronding van de Z-route",
                    "De datum \(onderdeel.naam), \(eerder.leesbaar), ligt na de afronding van de Z-route, "
                        + "\(datum.leesbaar)."
                )
            )
        }
        return uit
    }
}
