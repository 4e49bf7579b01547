// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What DUO answered to the reads of one message, read but not yet compared with the dossier.
struct Gelezen: Sendable {
    var plicht: PlichtAntwoord?
    var plichtHistorie: [PlichtAntwoord] = []
    var doelgroep = Doelgroepverloop()
    var termijn: TermijnAntwoord?
    var termijnHistorie: [TermijnAntwoord] = []
    var verlengingen: [VerlengingAntwoord] = []
    var leerbaarheidstoetsen: [LeerbaarheidstoetsAntwoord] = []
    var vrijstellingen: [VrijstellingBeslist] = []
    var ontheffingen: [OntheffingBeslist] = []
    var examens: [ExamenresultaatOntvangen] = []
    var pip: PIPAntwoord?
    var map: MAPEindgesprekGevoerd?
    var pvt: PVTOndertekend?
    var uren: [UrenAntwoord]?
    var boetes: [BoeteDUOOntvangen] = []
    var gebeurtenissen: [GebeurtenisAntwoord] = []

    /// Takes the answer to one read. Throws `partner-antwoord-ongeldig` naming the field.
    mutating func neem(_ json: JSON, van raadpleging: Raadpleging) throws(RegieFout) {
        switch raadpleging {
        case .plicht: plicht = try PlichtAntwoord.lees(json)
        case .plichtHistorie: plichtHistorie = try PlichtAntwoord.historie(json)
        case .doelgroep: doelgroep.actueel = try DoelgroepAntwoord.lees(json)
        case .doelgroepHistorie: doelgroep.historie = try DoelgroepAntwoord.historie(json)
        case .termijn: termijn = try TermijnAntwoord.lees(json)
        case .termijnHistorie: termijnHistorie = try TermijnAntwoord.historie(json)
        case .verlengingen: verlengingen = try VerlengingAntwoord.lees(json)
        case .lbtExamennummer: try ExamennummerAntwoord.controleer(json)
        case .lbtResultaten: leerbaarheidstoetsen = try LeerbaarheidstoetsAntwoord.lees(json)
        case .vrijstellingen: vrijstellingen = try VrijstellingAntwoord.lees(json)
        case .ontheffingen: ontheffingen = try OntheffingAntwoord.lees(json)
        case .examenresultaten: examens = try ExamenAntwoord.lees(json)
        case .gratisPogingen: _ = try GratisPogingen.lees(json)
        case .pip: pip = try PIPAntwoord.lees(json)
        case .map: map = try AfrondingAntwoord.leesMap(json)
        case .pvt: pvt = try AfrondingAntwoord.leesPvt(json)
        case .uren: uren = try UrenAntwoord.lees(json)
        case .boetes: boetes = try BoeteAntwoord.lees(json)
        case .gebeurtenissen: gebeurtenissen = try GebeurtenisAntwoord.lees(json)
        }
    }

    /// Every fact in the answers, in the order in which things happen to a person.
    func feiten(naast dossier: Dossier, _ context: Leescontext) throws(RegieFout) -> [Stap.NieuwFeit] {
        let stand = DuoStand(dossier)
        var uit = try PlichtFeiten.feiten(
            plicht,
            historie: plichtHistorie,
            doelgroep: doelgroep,
            bekend: stand.doelgroep(op: plicht?.begindatum ?? context.gemeldOp),
            naast: stand,
            context
        )
        uit += TermijnAntwoord.feiten(termijn, historie: termijnHistorie, context)
        uit += verlengingen.flatMap { $0.feiten(context, naast: stand) }
        uit += leerbaarheidstoetsen.flatMap { $0.feiten(context) }
        uit += VrijstellingAntwoord.feiten(vrijstellingen, context)
        uit += OntheffingAntwoord.feiten(ontheffingen, context)
        uit += ExamenAntwoord.feiten(examens, context)
        uit += pip?.feiten(context, naast: stand.pips) ?? []
        if let map { uit.append(context.feit(.mapEindgesprekGevoerd(map))) }
        if let pvt { uit.append(context.feit(.pvtOndertekend(pvt))) }
        if let uren { uit += UrenFeiten.feiten(uren, naast: stand, context) }
        return uit + BoeteAntwoord.feiten(boetes, context)
    }

    /// The day of the last event of a kind, as DUO's own list of events has it.
    func datum(van soort: String) -> Datum? { gebeurtenissen.filter { $0.id == soort }.map(\.datum).max() }
}
