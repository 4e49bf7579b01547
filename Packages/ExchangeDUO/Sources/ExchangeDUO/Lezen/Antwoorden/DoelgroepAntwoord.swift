// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// `GET …/doelgroep` and its history (Inburgeringsplicht API 1.2.2).
struct DoelgroepAntwoord: Hashable, Sendable {
    static let velden = ["indeling", "begindatum", "gedetailleerdeDoelgroep", "asielrechtenWijzigingVerblijfsdoel"]
    static let veldenHistorie = ["indeling", "begindatum", "einddatum"]

    var indeling: Doelgroep?
    var begindatum: Datum?
    /// Inclusive; only in the history.
    var einddatum: Datum?
    var gedetailleerd: GedetailleerdeDoelgroep?
    var asielrechten: AsielrechtenWijziging?

    init(_ lezer: Antwoordlezer) throws(RegieFout) {
        indeling = try lezer.optioneel("indeling")
        begindatum = try lezer.optioneel("begindatum")
        einddatum = try lezer.optioneel("einddatum")
        gedetailleerd = try lezer.optioneel("gedetailleerdeDoelgroep")
        asielrechten = try lezer.optioneel("asielrechtenWijzigingVerblijfsdoel")
    }

    static func lees(_ json: JSON) throws(RegieFout) -> DoelgroepAntwoord {
        try .init(Antwoordlezer(json, "doelgroep"))
    }

    static func historie(_ json: JSON) throws(RegieFout) -> [DoelgroepAntwoord] {
        try Antwoordlezer.lijst(json, "doelgroep/historie") { lezer throws(RegieFout) in try DoelgroepAntwoord(lezer) }
    }
}

/// The group over time, as DUO tells it.
struct Doelgroepverloop: Sendable {
    var actueel: DoelgroepAntwoord?
    var historie: [DoelgroepAntwoord] = []

    /// The group on the day the plicht began: the history's, else the current one.
    func bijBegin(_ begin: Datum) -> (indeling: Doelgroep, gedetailleerd: GedetailleerdeDoelgroep?)? {
        if let actueel, let indeling = actueel.indeling, actueel.begindatum.map({ $0 <= begin }) ?? historie.isEmpty {
            return (indeling, actueel.gedetailleerd)
        }
        let eerder = opVolgorde.last { $0.begindatum ?? begin <= begin } ?? opVolgorde.first
        if let indeling = eerder?.indeling { return (indeling, nil) }
        return actueel?.indeling.map { ($0, nil) }
    }

    /// Changes after the plicht began: those of the history, then the current group. The current one is given even when
    /// it changed nothing: what is known already is dropped by the comparison with the dossier.
    func wijzigingen(na begin: Datum?, naast stand: DuoStand, _ context: Leescontext) -> [Stap.NieuwFeit] {
        var uit: [Stap.NieuwFeit] = []
        var vorige: Doelgroep?
        for deel in opVolgorde {
            guard let indeling = deel.indeling, let dag = deel.begindatum else { continue }
            defer { vorige = indeling }
            guard let begin, dag > begin, indeling != vorige, dag != actueel?.begindatum else { continue }
            uit.append(context.feit(.doelgroepGewijzigd(DoelgroepGewijzigd(begindatum: dag, doelgroep: indeling))))
        }
        guard let actueel, let indeling = actueel.indeling else { return uit }
        var wijziging = DoelgroepGewijzigd(
            begindatum: actueel.begindatum ?? context.gemeldOp,
            doelgroep: indeling,
            gedetailleerdeDoelgroep: actueel.gedetailleerd,
            asielrechtenWijzigingVerblijfsdoel: actueel.asielrechten
        )
        if actueel.begindatum == nil, let dag = Doelgroepvergelijking.dag(van: wijziging, in: stand.feiten.map(\.feit))
        {
            wijziging.begindatum = dag
        }
        return uit + [context.feit(.doelgroepGewijzigd(wijziging))]
    }

    private var opVolgorde: [DoelgroepAntwoord] {
        historie.filter { $0.begindatum != nil }.sorted {
            ($0.begindatum ?? .eersteDag) < ($1.begindatum ?? .eersteDag)
        }
    }
}

extension Datum {
    /// The lowest date of the type, to sort what has none first.
    static let eersteDag = Datum(dagnummer: Int(Int32.min))
}
