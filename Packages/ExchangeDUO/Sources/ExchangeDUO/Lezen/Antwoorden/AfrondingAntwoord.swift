// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// `GET …/map` and `GET …/pvt` (MAP, PVT, Z-route API 1.0.0).
enum AfrondingAntwoord {
    static let veldenMap = ["datumEindgesprekMap"]
    static let veldenPvt = ["datumOndertekeningPvt"]

    static func leesMap(_ json: JSON) throws(RegieFout) -> MAPEindgesprekGevoerd {
        MAPEindgesprekGevoerd(datum: try Antwoordlezer(json, "map").verplicht("datumEindgesprekMap"))
    }

    static func leesPvt(_ json: JSON) throws(RegieFout) -> PVTOndertekend {
        PVTOndertekend(datum: try Antwoordlezer(json, "pvt").verplicht("datumOndertekeningPvt"))
    }
}
