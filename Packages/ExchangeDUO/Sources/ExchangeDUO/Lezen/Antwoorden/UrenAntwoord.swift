// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// An element of `GET …/uren` (Gevolgde Uren API 1.1.0): hours that one gemeente delivered.
struct UrenAntwoord: Hashable, Sendable {
    static let velden = [
        "gemeentecode", "bekendTot", "ParticipatieAlsTaalles", "ParticipatieactiviteitenBredeIntake",
        "TaallesEnKnmBredeIntake", "TaallesEnKnmInstelling",
    ]
    static let veldenInstelling = ["instellingsnummer", "uren", "urenGeoorloofdVerzuim", "urenOngeoorloofdVerzuim"]

    /// Hours at one school.
    struct Instelling: Hashable, Sendable {
        var nummer: String
        var uren: Int?
        var geoorloofd: Int?
        var ongeoorloofd: Int?
    }

    /// Optional in version 1.0.0.
    var gemeentecode: Gemeentecode?
    /// Exclusive; optional in version 1.0.0.
    var bekendTot: Datum?
    var participatieAlsTaalles: Int?
    /// Those of the brede intake included.
    var participatieactiviteiten: Int?
    var bredeIntake: Int?
    var instelling: Instelling?

    static func lees(_ json: JSON) throws(RegieFout) -> [UrenAntwoord] {
        try Antwoordlezer.lijst(json, "uren") { lezer throws(RegieFout) in
            UrenAntwoord(
                gemeentecode: try lezer.optioneel("gemeentecode"),
                bekendTot: try lezer.optioneel("bekendTot"),
                participatieAlsTaalles: try uren(lezer.object("ParticipatieAlsTaalles")),
                participatieactiviteiten: try uren(lezer.object("ParticipatieactiviteitenBredeIntake")),
                bredeIntake: try uren(lezer.object("TaallesEnKnmBredeIntake")),
                instelling: try instelling(lezer.object("TaallesEnKnmInstelling"))
            )
        }
    }

    private static func uren(_ lezer: Antwoordlezer?) throws(RegieFout) -> Int? {
        guard let lezer else { return nil }
        guard let uren = try lezer.getal("uren", van: 0, tot: UrenRegels.hoogste) else {
            throw lezer.ongeldig("Het veld 'uren' ontbreekt.")
        }
        return uren
    }

    private static func instelling(_ lezer: Antwoordlezer?) throws(RegieFout) -> Instelling? {
        guard let lezer else { return nil }
        guard let nummer = try lezer.tekst("instellingsnummer", lengte: 10...10) else {
            throw lezer.ongeldig("Het veld 'instellingsnummer' ontbreekt.")
        }
        return Instelling(
            nummer: nummer,
            uren: try lezer.getal("uren", van: 0, tot: UrenRegels.hoogste),
            geoorloofd: try lezer.getal("urenGeoorloofdVerzuim", van: 0, tot: UrenRegels.hoogste),
            ongeoorloofd: try lezer.getal("urenOngeoorloofdVerzuim", van: 0, tot: UrenRegels.hoogste)
        )
    }
}
