// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// An element of `GET …/gebeurtenissen` (Gebeurtenis API 1.0.0).
struct GebeurtenisAntwoord: Hashable, Sendable {
    static let velden = ["id", "omschrijving", "datum"]

    var id: String
    var datum: Datum

    static func lees(_ json: JSON) throws(RegieFout) -> [GebeurtenisAntwoord] {
        try Antwoordlezer.lijst(json, "gebeurtenissen") { lezer throws(RegieFout) in
            guard let id = try lezer.tekst("id", lengte: 1...6) else {
                throw lezer.ongeldig("Het veld 'id' ontbreekt.")
            }
            guard try lezer.tekst("omschrijving", lengte: 1...200) != nil else {
                throw lezer.ongeldig("Het veld 'omschrijving' ontbreekt.")
            }
            return GebeurtenisAntwoord(id: id, datum: try lezer.verplicht("datum"))
        }
    }
}
