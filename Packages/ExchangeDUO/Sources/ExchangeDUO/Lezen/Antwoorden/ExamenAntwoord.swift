// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// An element of `GET …/examens/resultaten` (Examen API 1.0.0).
enum ExamenAntwoord {
    static let velden = ["examendatum", "resultaat", "redenGeenResultaat", "onderdeel", "niveau"]

    static func lees(_ json: JSON) throws(RegieFout) -> [ExamenresultaatOntvangen] {
        try Antwoordlezer.lijst(json, "examens/resultaten") { lezer throws(RegieFout) in
            ExamenresultaatOntvangen(
                examendatum: try lezer.verplicht("examendatum"),
                onderdeel: try lezer.verplicht("onderdeel"),
                niveau: try lezer.optioneel("niveau"),
                resultaat: try lezer.verplicht("resultaat"),
                redenGeenResultaat: try lezer.optioneel("redenGeenResultaat")
            )
        }
    }

    static func feiten(_ resultaten: [ExamenresultaatOntvangen], _ context: Leescontext) -> [Stap.NieuwFeit] {
        resultaten.map { context.feit(.examenresultaatOntvangen($0)) }
    }
}

/// An element of `GET …/examens/gratispogingen`: how often somebody may still sit an exam for free. The contract has no
/// fact for it (what is left follows from the results), so it is checked against the specification and not kept.
struct GratisPogingen: Hashable, Sendable {
    static let velden = ["onderdeel", "gratisPogingenTegoed"]

    var onderdeel: Examenonderdeel
    var tegoed: Int

    static func lees(_ json: JSON) throws(RegieFout) -> [GratisPogingen] {
        try Antwoordlezer.lijst(json, "examens/gratispogingen") { lezer throws(RegieFout) in
            guard let tegoed = try lezer.getal("gratisPogingenTegoed", van: 0, tot: 99) else {
                throw lezer.ongeldig("Het veld 'gratisPogingenTegoed' ontbreekt.")
            }
            return GratisPogingen(onderdeel: try lezer.verplicht("onderdeel"), tegoed: tegoed)
        }
    }
}
