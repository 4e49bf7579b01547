// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// An element of `GET …/boetes` (Boete API 1.0.0).
enum BoeteAntwoord {
    static let velden = ["bedrag", "datum"]

    static func lees(_ json: JSON) throws(RegieFout) -> [BoeteDUOOntvangen] {
        try Antwoordlezer.lijst(json, "boetes") { lezer throws(RegieFout) in
            let bedrag: Bedrag = try lezer.verplicht("bedrag")
            // The type is `number`, the description says whole euro.
            guard bedrag.centen % 100 == 0, (1...9999).contains(bedrag.centen / 100) else {
                throw lezer.ongeldig("Het veld 'bedrag' is geen heel bedrag van 1 tot en met 9999 euro.")
            }
            return BoeteDUOOntvangen(datum: try lezer.verplicht("datum"), bedrag: bedrag)
        }
    }

    static func feiten(_ boetes: [BoeteDUOOntvangen], _ context: Leescontext) -> [Stap.NieuwFeit] {
        boetes.map { context.feit(.boeteDUOOntvangen($0)) }
    }
}
