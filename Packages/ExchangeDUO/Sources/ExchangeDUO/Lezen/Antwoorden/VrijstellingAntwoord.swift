// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// `GET …/vrijstellingen` (Vrijstelling API 1.0.0).
enum VrijstellingAntwoord {
    static let velden = ["GeheleVrijstelling", "TijdelijkeVrijstelling", "GedeeltelijkeVrijstelling"]
    static let veldenGeheel = ["oordeel", "reden", "datumOordeel"]
    static let veldenTijdelijk = ["oordeel", "reden", "datumOordeel", "startdatum", "einddatum"]
    static let veldenGedeeltelijk = ["reden", "oordeel", "datumOordeel", "examenonderdeel", "examenniveau"]
    /// A gedeeltelijke vrijstelling is of a language part.
    static let onderdelen: [Examenonderdeel] = [.lezen, .luisteren, .schrijven, .spreken]
    static let niveaus: [Examenniveau] = [.a2, .b1]

    static func lees(_ json: JSON) throws(RegieFout) -> [VrijstellingBeslist] {
        let perElement = try Antwoordlezer.lijst(json, "vrijstellingen") { lezer throws(RegieFout) in
            var uit: [VrijstellingBeslist] = []
            if let deel = try lezer.object("GeheleVrijstelling") { uit.append(try beslist(.geheel, deel)) }
            if let deel = try lezer.object("TijdelijkeVrijstelling") { uit.append(try beslist(.tijdelijk, deel)) }
            if let deel = try lezer.object("GedeeltelijkeVrijstelling") { uit.append(try beslist(.gedeeltelijk, deel)) }
            return uit
        }
        return perElement.flatMap { $0 }
    }

    static func feiten(_ beslissingen: [VrijstellingBeslist], _ context: Leescontext) -> [Stap.NieuwFeit] {
        beslissingen.map { context.feit(.vrijstellingBeslist($0), geldigOp: $0.datumOordeel ?? $0.startdatum) }
    }

    private static func beslist(_ omvang: Omvang, _ lezer: Antwoordlezer) throws(RegieFout) -> VrijstellingBeslist {
        var uit = VrijstellingBeslist(
            omvang: omvang,
            oordeel: try lezer.verplicht("oordeel"),
            reden: try lezer.verplicht("reden"),
            datumOordeel: try lezer.optioneel("datumOordeel")
        )
        switch omvang {
        case .geheel: break
        case .tijdelijk:
            uit.startdatum = try lezer.optioneel("startdatum")
            uit.einddatum = try lezer.optioneel("einddatum")
        case .gedeeltelijk:
            uit.examenonderdeel = try lezer.optioneel("examenonderdeel")
            uit.examenniveau = try lezer.optioneel("examenniveau")
            if let onderdeel = uit.examenonderdeel, !onderdelen.contains(onderdeel) {
                throw lezer.ongeldig("Het veld 'examenonderdeel' is geen taalonderdeel.")
            }
            if let niveau = uit.examenniveau, !niveaus.contains(niveau) {
                throw lezer.ongeldig("Het veld 'examenniveau' is geen A2 of B1.")
            }
        }
        return uit
    }
}
