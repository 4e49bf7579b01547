// SPDX-License-Identifier: EUPL-1.2

/// What DUO said of the plicht, put together from its messages.
struct Plicht {
    let begindatum: Datum
    /// The day of DUO's written kennisgeving.
    let kennisgeving: Datum?
    let stelsel: Stelsel?
    let feiten: [Int]

    /// DUO's last word on the plicht. A pull before and one after the kennisgeving give the same begindatum, so what one
    /// fact leaves out another may fill in; where two disagree the earliest kennisgeving counts (the PIP is due sooner), also
    /// where they disagree on the begindatum; the latest begindatum then, under which the Wi2021 is not missed.
    init?(
        _ alle: ArraySlice<Vermelding<InburgeringsplichtVastgesteld>>,
        einden: ArraySlice<Vermelding<InburgeringsplichtBeeindigd>>
    ) {
        guard let laatste = alle.last else { return nil }
        begindatum = laatste.geldigOp
        let dag = alle.vanLaatsteDag()
        let strijdig = alle[..<dag.startIndex].filter { ander in
            dag.contains { Self.strijdig(ander, $0, alle, einden) }
        }
        var kennisgeving = (strijdig + dag)[...]
            .voorzichtigste { Self.eerder($0.datumKennisgeving, $1.datumKennisgeving) }
        // A plicht that resumes (SS129, SS130) keeps the kennisgeving of before.
        if kennisgeving?.inhoud.datumKennisgeving == nil, dag.startIndex > alle.startIndex {
            let ervoor = alle[alle.startIndex..<dag.startIndex]
            if let bekend = ervoor.last(where: { $0.inhoud.datumKennisgeving != nil }) {
                kennisgeving = ervoor.filter { $0.geldigOp == bekend.geldigOp }[...]
                    .voorzichtigste { Self.eerder($0.datumKennisgeving, $1.datumKennisgeving) }
            }
        }
        // Wi2021 where they disagree: under it the college has duties that must not be forgotten.
        let stelsel = dag.voorzichtigste { $0.wet == .wi2021 && $1.wet != .wi2021 || $0.wet != nil && $1.wet == nil }
        self.kennisgeving = kennisgeving?.inhoud.datumKennisgeving
        self.stelsel = stelsel?.inhoud.wet
        var feiten = [kennisgeving?.volgnummer ?? laatste.volgnummer]
        if let stelsel, stelsel.inhoud.wet != nil, !feiten.contains(stelsel.volgnummer) {
            feiten.append(stelsel.volgnummer)
        }
        self.feiten = feiten
    }

    /// Whether two sources date one plicht differently. Not when it ended in between, or when one of them knows the
    /// other's begin too: then there were two periods.
    static func strijdig(
        _ een: Vermelding<InburgeringsplichtVastgesteld>,
        _ ander: Vermelding<InburgeringsplichtVastgesteld>,
        _ alle: ArraySlice<Vermelding<InburgeringsplichtVastgesteld>>,
        _ einden: ArraySlice<Vermelding<InburgeringsplichtBeeindigd>>
    ) -> Bool {
        guard een.bron != ander.bron, een.geldigOp != ander.geldigOp else { return false }
        let tussen = min(een.geldigOp, ander.geldigOp)...max(een.geldigOp, ander.geldigOp)
        guard !einden.contains(where: { tussen.contains($0.geldigOp) }) else { return false }
        return !alle.contains {
            $0.bron == een.bron && $0.geldigOp == ander.geldigOp
                || $0.bron == ander.bron && $0.geldigOp == een.geldigOp
        }
    }

    /// An absent date after every other.
    private static func eerder(_ a: Datum?, _ b: Datum?) -> Bool {
        guard let a else { return false }
        return b.map { a < $0 } ?? true
    }
}
