// SPDX-License-Identifier: EUPL-1.2

/// What DUO said of the plicht, put together from its messages.
struct Plicht {
    let begindatum: Datum
    /// The day of DUO's written kennisgeving.
    let kennisgeving: Datum?
    let stelsel: Stelsel?
    let feiten: [Int]

    /// DUO's last word on the plicht. A pull before and one after the kennisgeving give the same begindatum, so what one
    /// fact leaves out another may fill in; where two disagree the earliest kennisgeving counts (the PIP is due sooner).
    init?(_ alle: ArraySlice<Vermelding<InburgeringsplichtVastgesteld>>) {
        guard let laatste = alle.last else { return nil }
        begindatum = laatste.geldigOp
        var kennisgeving: Vermelding<InburgeringsplichtVastgesteld>?
        var stelsel: Vermelding<InburgeringsplichtVastgesteld>?
        let dag = alle.vanLaatsteDag()
        for feit in dag {
            if let datum = feit.inhoud.datumKennisgeving,
                kennisgeving?.inhoud.datumKennisgeving.map({ datum < $0 }) ?? true
            {
                kennisgeving = feit
            }
            // Wi2021 where they disagree: under it the college has duties that must not be forgotten.
            if let wet = feit.inhoud.wet, stelsel == nil || (wet == .wi2021 && stelsel?.inhoud.wet != .wi2021) {
                stelsel = feit
            }
        }
        // A plicht that resumes (SS129, SS130) keeps the kennisgeving of before.
        if kennisgeving == nil, dag.startIndex > alle.startIndex {
            kennisgeving = alle[alle.startIndex..<dag.startIndex].last { $0.inhoud.datumKennisgeving != nil }
        }
        self.kennisgeving = kennisgeving?.inhoud.datumKennisgeving
        self.stelsel = stelsel?.inhoud.wet
        var feiten = [kennisgeving?.volgnummer ?? dag.first?.volgnummer ?? laatste.volgnummer]
        if let stelsel, !feiten.contains(stelsel.volgnummer) { feiten.append(stelsel.volgnummer) }
        self.feiten = feiten
    }
}
