// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What an event itself says, mostly about where somebody lives: pure.
///
/// DUO gives no date of registration with these events. The day on which DUO registered the event is the best known: it
/// is what DUO's own ten weeks count from (SS139), and no later than what the gemeente can prove. A date from the BRP
/// or the gemeente that is in the dossier already is better, and then nothing is added.
enum VestigingFeiten {
    static func feiten(_ soort: String, _ gelezen: Gelezen, naast dossier: Dossier, _ context: Leescontext)
        -> [Stap.NieuwFeit]
    {
        switch soort {
        case "SS139": tienWeken(gelezen, dossier, context)
        case "SS120": gevestigd(dossier, context)
        case "SS121": verhuisd(dossier, context)
        case "SS123": vertrokken(gelezen, dossier, context)
        case "SS111": overleden(gelezen, dossier, context)
        case "SS140": adviesGevraagd(gelezen, dossier, context)
        // SS122 does not say to which gemeente somebody moved, and a Verhuisd without one is no fact.
        default: []
        }
    }

    /// SS139 starts the ten weeks for the PIP. For somebody in a COA location these run from the registration in the
    /// gemeente (Besluit inburgering 2021 art. 5.3 lid 1), so the event stands for that registration. Others were
    /// registered already: their ten weeks run from DUO's kennisgeving, which is in the plicht.
    private static func tienWeken(_ gelezen: Gelezen, _ dossier: Dossier, _ context: Leescontext) -> [Stap.NieuwFeit] {
        let groep =
            gelezen.doelgroep.actueel?.indeling
            ?? DuoStand(dossier).doelgroep(op: context.gemeldOp)
        guard isGekoppeld(dossier) || groep == .asielstatushouder, !isGehuisvest(dossier) else { return [] }
        return ingeschreven(dossier, context)
    }

    /// SS120: settled here, without a PIP.
    private static func gevestigd(_ dossier: Dossier, _ context: Leescontext) -> [Stap.NieuwFeit] {
        woontHier(dossier) == nil ? ingeschreven(dossier, context) : []
    }

    /// SS121: settled here with the PIP of the former gemeente, so somebody moved. DUO does not say from where.
    private static func verhuisd(_ dossier: Dossier, _ context: Leescontext) -> [Stap.NieuwFeit] {
        guard woontHier(dossier) == nil else { return [] }
        return [context.feit(.verhuisd(Verhuisd(datum: context.gemeldOp, naarGemeente: context.gemeente)))]
    }

    /// SS123: left the Netherlands, on the day in DUO's list of events when it has one.
    private static func vertrokken(_ gelezen: Gelezen, _ dossier: Dossier, _ context: Leescontext) -> [Stap.NieuwFeit] {
        let genoemd = gelezen.datum(van: "SS123")
        // Told again without a day: somebody who left already did not leave once more.
        if genoemd == nil, woontHier(dossier) == nil, !dossier.feiten.vertrokkenUitNederland.isEmpty { return [] }
        let dag = genoemd ?? context.gemeldOp
        guard !dossier.feiten.vertrokkenUitNederland.contains(where: { $0.inhoud.datum == dag }) else { return [] }
        return [context.feit(.vertrokkenUitNederland(VertrokkenUitNederland(datum: dag)))]
    }

    /// SS111: died. The plicht tells the day only when it ended by this death; who had met it before died too.
    private static func overleden(_ gelezen: Gelezen, _ dossier: Dossier, _ context: Leescontext) -> [Stap.NieuwFeit] {
        let uitPlicht = gelezen.plicht.flatMap { $0.reden == .overlijden ? $0.einddatum : nil }
        guard uitPlicht == nil, dossier.feiten.overleden.isEmpty else { return [] }
        return [context.feit(.overleden(Overleden(datum: gelezen.datum(van: "SS111") ?? context.gemeldOp)))]
    }

    /// SS140: DUO asks the college's advice on an ontheffing (Besluit inburgering 2021 art. 2.8).
    private static func adviesGevraagd(
        _ gelezen: Gelezen,
        _ dossier: Dossier,
        _ context: Leescontext
    ) -> [Stap.NieuwFeit] {
        let dag = gelezen.datum(van: "SS140") ?? context.gemeldOp
        guard !dossier.feiten.ontheffingsadviesGevraagd.contains(where: { $0.inhoud.datum == dag }) else { return [] }
        return [context.feit(.ontheffingsadviesGevraagd(OntheffingsadviesGevraagd(datum: dag)))]
    }

    private static func ingeschreven(_ dossier: Dossier, _ context: Leescontext) -> [Stap.NieuwFeit] {
        let feit = IngeschrevenInGemeente(
            datum: context.gemeldOp,
            gemeente: context.gemeente,
            vanuitCOA: isGekoppeld(dossier) ? true : nil
        )
        return [context.feit(.ingeschrevenInGemeente(feit))]
    }

    private static func isGekoppeld(_ dossier: Dossier) -> Bool {
        dossier.feiten.gekoppeldAanGemeente.contains { $0.inhoud.gemeente == dossier.gemeente }
    }

    /// Whether the registration that starts the ten weeks is known. Of somebody whom COA coupled, one from before the
    /// coupling was that of an azc in this same gemeente.
    private static func isGehuisvest(_ dossier: Dossier) -> Bool {
        guard let hier = woontHier(dossier) else { return false }
        let koppeling = dossier.feiten.gekoppeldAanGemeente.last { $0.inhoud.gemeente == dossier.gemeente }
        guard let koppeling else { return true }
        return hier >= koppeling.geldigOp
            || dossier.feiten.ingeschrevenInGemeente.contains {
                $0.inhoud.gemeente == dossier.gemeente && $0.inhoud.vanuitCOA == true
            }
    }

    /// Since when the dossier has the person living here; nil when it has not, or has them leaving since.
    private static func woontHier(_ dossier: Dossier) -> Datum? {
        let feiten = dossier.feiten
        let hier =
            feiten.ingeschrevenInGemeente.filter { $0.inhoud.gemeente == dossier.gemeente }.map(\.inhoud.datum)
            + feiten.verhuisd.filter { $0.inhoud.naarGemeente == dossier.gemeente }.map(\.inhoud.datum)
        let weg =
            feiten.ingeschrevenInGemeente.filter { $0.inhoud.gemeente != dossier.gemeente }.map(\.inhoud.datum)
            + feiten.verhuisd.filter { $0.inhoud.naarGemeente != dossier.gemeente }.map(\.inhoud.datum)
            + feiten.vertrokkenUitNederland.map(\.inhoud.datum)
        guard let laatste = hier.max() else { return nil }
        return weg.contains { $0 > laatste } ? nil : laatste
    }
}
