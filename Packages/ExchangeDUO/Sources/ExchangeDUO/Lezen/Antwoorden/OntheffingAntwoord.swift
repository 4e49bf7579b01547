// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// `GET …/ontheffingen` (Ontheffing API 1.0.0).
enum OntheffingAntwoord {
    static let velden = ["GeheleOntheffing", "GedeeltelijkeOntheffing"]
    static let veldenGeheel = ["oordeel", "datumOordeel", "grond"]
    static let veldenGedeeltelijk = [
        "oordeel", "datumOordeel", "grond", "examenonderdeel", "urenBelastbaarheidParticipatieactiviteit",
    ]

    static func lees(_ json: JSON) throws(RegieFout) -> [OntheffingBeslist] {
        let perElement = try Antwoordlezer.lijst(json, "ontheffingen") { lezer throws(RegieFout) in
            var uit: [OntheffingBeslist] = []
            if let deel = try lezer.object("GeheleOntheffing") { uit.append(try beslist(.geheel, deel)) }
            if let deel = try lezer.object("GedeeltelijkeOntheffing") { uit.append(try beslist(.gedeeltelijk, deel)) }
            return uit
        }
        return perElement.flatMap { $0 }
    }

    static func feiten(_ beslissingen: [OntheffingBeslist], _ context: Leescontext) -> [Stap.NieuwFeit] {
        beslissingen.map { context.feit(.ontheffingBeslist($0)) }
    }

    private static func beslist(_ omvang: Omvang, _ lezer: Antwoordlezer) throws(RegieFout) -> OntheffingBeslist {
        var uit = OntheffingBeslist(
            omvang: omvang,
            oordeel: try lezer.verplicht("oordeel"),
            grond: try lezer.verplicht("grond"),
            datumOordeel: try lezer.verplicht("datumOordeel")
        )
        guard omvang == .gedeeltelijk else { return uit }
        uit.examenonderdeel = try lezer.optioneel("examenonderdeel")
        uit.urenBelastbaarheidParticipatieactiviteit = try lezer.getal(
            "urenBelastbaarheidParticipatieactiviteit",
            van: 0,
            tot: 9999
        )
        return uit
    }
}
