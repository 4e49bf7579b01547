// SPDX-License-Identifier: EUPL-1.2

/// Judges dossiers: a pure function of dossier × wet × beleid × peildatum.
///
/// Facts that hold from after the peildatum do not count; dates inside a fact that does may lie later. Where facts
/// contradict each other the cautious one is read and `GEGEVENS_TEGENSTRIJDIG` says so; the order in which facts came
/// in, and a fact that came twice, change nothing.
public struct Beoordelaar: Sendable {
    /// The law.
    public let wet: Wetboek
    /// The gemeente's own policy.
    public let beleid: Beleid
    /// How near a last day must be for a signal to become more urgent.
    public let ernst: Ernstgrenzen
    /// The codes that are worked out; nil for all. Whether the plicht is met is always worked out, for terms lapse by it.
    public let alleen: Set<Beoordelingscode>?
    private let regels: Regelkeuze

    /// - Parameters: law, policy, when a signal becomes more urgent, and which codes are wanted.
    public init(
        wet: Wetboek,
        beleid: Beleid = .geen,
        ernst: Ernstgrenzen = .standaard,
        alleen: Set<Beoordelingscode>? = nil
    ) {
        self.wet = wet
        self.beleid = beleid
        self.ernst = ernst
        self.alleen = alleen
        regels = Regelkeuze(alleen)
    }

    private func wil(_ regel: Regel) -> Bool { regels.contains(regel) }

    /// The assessment on a day.
    public func beoordeel(_ dossier: Dossier, op peildatum: Datum) -> Beoordeling {
        let beeld = Beeld(dossier, wet, op: peildatum)
        var uit = Uitkomst(ernst: ernst)
        var voldaan = beeld.stand.voldaanOp != nil
        let stelsel = beeld.stelsel
        if stelsel == .wi2021 {
            voldaan = wi2021(beeld, naar: &uit) || voldaan
        } else if wil(.wi2013) {
            Wi2013.beoordeel(beeld, naar: &uit)
        }
        // What must be done is up to the college of where the person lives now (Wi2021 art. 1); on a bezwaar decides the one
        // that took the decision (Awb art. 1:5 lid 1).
        if beeld.elders != nil { uit.signalen.removeAll { $0.code != .bezwaarBesluit } }
        if wil(.overdracht) { Overdracht.beoordeel(beeld, naar: &uit) }
        if wil(.bewaartermijn) { Bewaartermijn.beoordeel(beeld, naar: &uit) }
        if wil(.gegevensTegenstrijdig) { Tegenstrijdigheden.beoordeel(beeld, naar: &uit) }
        if let alleen { uit.houd(alleen) }
        var beoordeling = Beoordeling(
            peildatum: peildatum,
            wet: stelsel,
            stand: Beoordeling.Stand(
                inburgeringsplichtig: beeld.plicht != nil && !beeld.stand.voorbij,
                doelgroep: beeld.groep?.doelgroep,
                leerroute: beeld.plan?.leerroute,
                voldaan: voldaan
            ),
            termijnen: uit.termijnen,
            voortgang: uit.voortgang,
            signalen: uit.signalen
        )
        var vervangen: [Beoordelingscode] = []
        for regel in beleid.regels where regel.vanaf <= peildatum && regel.tot.map({ peildatum <= $0 }) ?? true {
            let aanvulling = regel.plugin.beoordeel(dossier, na: beoordeling)
            beoordeling.termijnen += aanvulling.termijnen
            beoordeling.signalen += aanvulling.signalen
            vervangen += type(of: regel.plugin).vervangt
        }
        if !vervangen.isEmpty {
            beoordeling.termijnen.removeAll { vervangen.contains($0.code) }
            beoordeling.signalen.removeAll { vervangen.contains($0.code) }
        }
        if beoordeling.signalen.count > 1 { beoordeling.signalen.sort(by: Signaal.dringender) }
        return beoordeling
    }
}

extension Beoordelaar {
    /// The rules of the Wi2021, in the order in which somebody meets them. Tells whether the plicht is met.
    private func wi2021(_ beeld: Beeld, naar uit: inout Uitkomst) -> Bool {
        if wil(.intakeOnderdelen) { IntakeOnderdelen.beoordeel(beeld, naar: &uit) }
        if wil(.pipVaststellen) { PIPVaststellen.beoordeel(beeld, naar: &uit) }
        if wil(.pipOnderdelen) { PIPOnderdelen.beoordeel(beeld, naar: &uit) }
        if wil(.pipNaVerhuizing) { PIPNaVerhuizing.beoordeel(beeld, naar: &uit) }
        if wil(.intakeOproep) { IntakeOproep.beoordeel(beeld, naar: &uit) }
        var slot = Uitkomst(ernst: ernst)
        let pvtEnMAP = PVTEnMAP(beeld, naar: &slot)
        let einde = PlichtVoldaan(beeld, pvtEnMAP)
        let voldaanOp = einde.datum
        let nieuweTermijnen = NieuweTermijnen(beeld, pvtEnMAP)
        if wil(.inburgeringstermijn) {
            Inburgeringstermijnregel.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit)
        }
        if wil(.inburgeringsaanbod) { Inburgeringsaanbodregel.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit) }
        if wil(.taalschakeltrajectStart) {
            TaalschakeltrajectStart.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit)
        }
        if wil(.schakelenTot) { Schakelen.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit) }
        if wil(.afschalenMogelijk) { Afschalen.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit) }
        if wil(.verlengingAanvragenVanaf) {
            VerlengingAanvragen.beoordeel(beeld, nieuweTermijnen, voldaanOp: voldaanOp, naar: &uit)
        }
        if wil(.verlengingBesluit) { VerlengingBesluit.beoordeel(beeld, naar: &uit) }
        if wil(.bijnaKlaar) { BijnaKlaar.beoordeel(beeld, pvtEnMAP, voldaanOp: voldaanOp, naar: &uit) }
        if wil(.voortgangsgesprek) { Voortgangsgesprek.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit) }
        if wil(.examen) { Examenregel.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit) }
        if wil(.zroute) {
            Zroute.beoordeel(beeld, voldaanOp: voldaanOp, naar: &uit)
        }
        if wil(.pvtEnMAP) { uit.neem(slot) }
        if wil(.verwijtbaarheidDoorgeven) { Verwijtbaarheid.beoordeel(beeld, pvtEnMAP, naar: &uit) }
        if wil(.nieuweTermijn) { nieuweTermijnen.meld(beeld, voldaanOp: voldaanOp, naar: &uit) }
        if wil(.ontzorgen) { Ontzorgen.beoordeel(beeld, naar: &uit) }
        if wil(.boeteBesluit) { BoeteBesluit.beoordeel(beeld, nieuweTermijnen, naar: &uit) }
        if wil(.bezwaar) { Bezwaarregel.beoordeel(beeld, naar: &uit) }
        if wil(.ontheffingAdvies) { OntheffingAdvies.beoordeel(beeld, naar: &uit) }
        guard wil(.plichtVoldaan) else { return voldaanOp != nil }
        einde.meld(beeld, naar: &uit)
        return voldaanOp != nil
    }
}

extension Signaal {
    /// Most urgent first, then by last day, then by code.
    fileprivate static func dringender(_ a: Signaal, _ b: Signaal) -> Bool {
        if a.ernst != b.ernst { return a.ernst > b.ernst }
        if a.voor != b.voor {
            guard let links = a.voor else { return false }
            return b.voor.map { links < $0 } ?? true
        }
        if a.code != b.code { return a.code.rawValue < b.code.rawValue }
        return a.feiten.lexicographicallyPrecedes(b.feiten)
    }
}

extension Uitkomst {
    fileprivate mutating func houd(_ codes: Set<Beoordelingscode>) {
        termijnen.removeAll { !codes.contains($0.code) }
        voortgang.removeAll { !codes.contains($0.code) }
        signalen.removeAll { !codes.contains($0.code) }
    }

    fileprivate mutating func neem(_ ander: Uitkomst) {
        termijnen += ander.termijnen
        voortgang += ander.voortgang
        signalen += ander.signalen
    }
}
