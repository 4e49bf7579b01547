// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// An element of `GET …/lbt/resultaten` (Leerbaarheidstoets API 1.2.0).
struct LeerbaarheidstoetsAntwoord: Hashable, Sendable {
    static let velden = ["resultaat", "behaaldeScore", "benodigdeScore", "datumAfname"]

    var toets: LeerbaarheidstoetsAfgenomen

    static func lees(_ json: JSON) throws(RegieFout) -> [LeerbaarheidstoetsAntwoord] {
        try Antwoordlezer.lijst(json, "lbt/resultaten") { lezer throws(RegieFout) in
            LeerbaarheidstoetsAntwoord(
                toets: LeerbaarheidstoetsAfgenomen(
                    datumAfname: try lezer.verplicht("datumAfname"),
                    resultaat: try lezer.verplicht("resultaat"),
                    behaaldeScore: try score("behaaldeScore", lezer),
                    benodigdeScore: try score("benodigdeScore", lezer)
                )
            )
        }
    }

    func feiten(_ context: Leescontext) -> [Stap.NieuwFeit] { [context.feit(.leerbaarheidstoetsAfgenomen(toets))] }

    /// One to three digits, a comma, two digits.
    private static func score(_ veld: String, _ lezer: Antwoordlezer) throws(RegieFout) -> String {
        let tekst: String = try lezer.verplicht(veld)
        let delen = tekst.split(separator: ",", omittingEmptySubsequences: false)
        guard delen.count == 2, (1...3).contains(delen[0].utf8.count), delen[1].utf8.count == 2,
            delen.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { throw lezer.ongeldig("Het veld '\(veld)' is geen score met een komma en twee decimalen.") }
        return tekst
    }
}

/// `GET …/lbt/examennummer`: that somebody is signed up. The contract has no fact for the number, so it is checked
/// against the specification and not kept.
enum ExamennummerAntwoord {
    static let velden = ["examennummer"]

    static func controleer(_ json: JSON) throws(RegieFout) {
        let lezer = try Antwoordlezer(json, "lbt/examennummer")
        guard try lezer.tekst("examennummer", lengte: 0...12) != nil else {
            throw lezer.ongeldig("Het veld 'examennummer' ontbreekt.")
        }
    }
}
