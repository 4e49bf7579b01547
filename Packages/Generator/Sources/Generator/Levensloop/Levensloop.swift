// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What has happened to one person so far, as the gemeente and DUO know it. The stages in this folder add to it in
/// turn; each draws from `toeval`, so their order is part of what a seed means.
///
/// The spans in the stages say how people and organisations behave (mostly in time, sometimes late). They are not the
/// law: that stands in `config/wet`, and a change of it changes nothing here.
struct Levensloop {
    /// A fact on its way into the dossier.
    struct Regel {
        var feit: Stap.NieuwFeit
        /// The place in `regels` of the fact that this one corrects.
        var corrigeert: Int?
    }

    let identiteit: Identiteit
    let opdracht: Bevolkingsopdracht
    let profiel: Profiel
    var toeval: Toeval
    private(set) var regels: [Regel] = []
    private(set) var notificaties: [Notificatie] = []
    var duo = Duostand()
    /// The last day on which something happens to this person in this gemeente.
    var tot: Datum
    /// The PIP in force.
    var plan: Plan?
    /// How the story in this gemeente ends early; nil when it does not.
    var slot: Slot?

    /// An end that does not come from the inburgering itself, and its day.
    enum Slot {
        case verhuizing(Datum)
        case overlijden(Datum)
        case vertrek(Datum)
    }

    init(_ identiteit: Identiteit, _ profiel: Profiel, _ opdracht: Bevolkingsopdracht, _ toeval: Toeval) {
        self.identiteit = identiteit
        self.profiel = profiel
        self.opdracht = opdracht
        self.toeval = toeval
        tot = opdracht.peildatum
    }

    /// Draws a number of days after a date.
    mutating func dag(_ datum: Datum, _ dagen: ClosedRange<Int>) -> Datum { datum.plus(dagen: toeval.geheel(dagen)) }

    /// Records a fact, unless it lies after the end of the story or the gemeente does not know it yet.
    /// - Parameters:
    ///   - geldigOp: the day from which it holds; nil for the fact's own date.
    ///   - na: days until the gemeente knows it; a few are always late.
    ///   - opTijd: never late.
    ///   - meld: DUO's gebeurtenisId when DUO tells it with a notification.
    /// - Returns: its place in `regels`; nil when it is not there.
    @discardableResult
    mutating func leg(
        _ feit: Feit,
        _ bron: Bron,
        geldigOp: Datum? = nil,
        na: ClosedRange<Int> = 0...3,
        opTijd: Bool = false,
        meld: String? = nil
    ) -> Int? {
        let laat = !opTijd && bron != .gemeente && toeval.kans(30)
        let vertraging = toeval.geheel(na) + (laat ? toeval.geheel(30...120) : 0)
        let dag = geldigOp ?? feit.inhoud.eigenDatum ?? tot
        let moment = tijd(op: dag.plus(dagen: vertraging))
        let berichtId = meld.map { _ in toeval.uuid() }
        guard dag <= tot, dag.plus(dagen: vertraging) <= opdracht.peildatum else { return nil }
        // Nothing can stand in a dossier before the fact that says whose it is.
        let bekendOp = max(moment, regels.first?.feit.bekendOp ?? moment)
        if let meld, let berichtId { voegToe(meld, berichtId, bekendOp) }
        let nieuw = Stap.NieuwFeit(geldigOp: dag, bekendOp: bekendOp, bron: bron, berichtId: berichtId, feit: feit)
        regels.append(Regel(feit: nieuw))
        return regels.count - 1
    }

    /// A notification of DUO that brings no new fact.
    mutating func meld(_ gebeurtenisId: String, op dag: Datum) {
        let berichtId = toeval.uuid()
        let moment = tijd(op: dag)
        if dag <= tot { voegToe(gebeurtenisId, berichtId, moment) }
    }

    /// The source takes back a fact: it counts as never known from then on.
    /// - Returns: when it was taken back; nil when that lies after the story.
    mutating func corrigeer(_ plaats: Int, na dagen: ClosedRange<Int>, reden: String) -> Tijdstip? {
        let fout = regels[plaats].feit
        let dag = Amsterdam.datum(van: fout.bekendOp).plus(dagen: toeval.geheel(dagen))
        let moment = tijd(op: dag)
        guard dag <= opdracht.peildatum else { return nil }
        let correctie = Gecorrigeerd(volgnummer: 0, reden: reden)
        let nieuw = Stap.NieuwFeit(geldigOp: dag, bekendOp: moment, bron: fout.bron, feit: .gecorrigeerd(correctie))
        regels.append(Regel(feit: nieuw, corrigeert: plaats))
        return moment
    }

    /// Puts what the gemeente hears when somebody moves in in the place of what an earlier gemeente knew.
    mutating func vervang(_ nieuw: [Regel], notificaties: [Notificatie]) {
        regels = nieuw
        self.notificaties = notificaties
    }

    /// An instant in office hours.
    private mutating func tijd(op dag: Datum) -> Tijdstip {
        Tijdstip(dag).plus(milliseconden: Int64(toeval.geheel(8 * 3600...15 * 3600)) * 1000)
    }

    private mutating func voegToe(_ gebeurtenisId: String, _ berichtId: String, _ moment: Tijdstip) {
        let bekend = identiteit.bsnBekend(op: moment, profiel)
        notificaties.append(
            Notificatie(
                berichtId: berichtId,
                registratieDatumTijd: moment,
                bsn: bekend ? identiteit.bsn : nil,
                vnummer: identiteit.vnummer,
                gebeurtenisId: gebeurtenisId
            )
        )
    }

    /// The facts in the order in which they became known, each with its volgnummer.
    var gebeurtenissen: [Gebeurtenis] {
        let volgorde = regels.indices.sorted { (regels[$0].feit.bekendOp, $0) < (regels[$1].feit.bekendOp, $1) }
        var nummers = [Int](repeating: 0, count: regels.count)
        for (index, plaats) in volgorde.enumerated() { nummers[plaats] = index + 1 }
        return volgorde.map { plaats in
            var feit = regels[plaats].feit
            if let fout = regels[plaats].corrigeert, case .gecorrigeerd(var correctie) = feit.feit {
                correctie.volgnummer = nummers[fout]
                feit.feit = .gecorrigeerd(correctie)
            }
            return feit.gebeurtenis(volgnummer: nummers[plaats])
        }
    }
}

extension Identiteit {
    /// Whether DUO knows a BSN at an instant; before that a notification carries the V-nummer.
    func bsnBekend(op moment: Tijdstip, _ profiel: Profiel) -> Bool { Tijdstip(profiel.bsnVanaf) <= moment }
}
