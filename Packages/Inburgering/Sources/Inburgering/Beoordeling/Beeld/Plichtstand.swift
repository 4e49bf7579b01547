// SPDX-License-Identifier: EUPL-1.2

/// Whether the plicht still holds on the peildatum, and what ended it.
struct Plichtstand {
    /// DUO says that the plicht is met: since that day.
    private(set) var voldaanOp: Datum?
    /// The first day on which nothing needs doing any more.
    private(set) var vervallenVanaf: Datum?
    /// The person is not plichtig for a while (tijdelijke vrijstelling).
    private(set) var opgeschort = false
    /// The fact that says so.
    private(set) var feit: Int?

    /// Whether the plicht does not hold on the peildatum.
    private(set) var voorbij = false

    init(_ feiten: Feitenoverzicht, begindatum: Datum?, op peildatum: Datum) {
        // What ended an earlier plicht says nothing of one that began later.
        func telt(_ datum: Datum) -> Bool { begindatum.map { $0 <= datum } ?? true }
        // A plicht that resumed is not held up by the vrijstelling before it; a first one is by what was already granted.
        let hervat = feiten.inburgeringsplichtVastgesteld.first.map { $0.geldigOp < begindatum ?? $0.geldigOp } ?? false

        for tijdelijk in Self.tijdelijk(feiten.vrijstellingBeslist.geldig(op: peildatum)) {
            let begin = tijdelijk.inhoud.startdatum ?? tijdelijk.geldigOp
            // The einddatum of a tijdelijke vrijstelling is inclusive in DUO's API.
            let nog = tijdelijk.inhoud.einddatum.map { peildatum <= $0 }
            // Nobody is plichtig while the ground of the vrijstelling lasts (Wi2021 art. 4 lid 1), also when it began first.
            let geldt = telt(max(begin, tijdelijk.geldigOp)) || (nog != nil && !hervat)
            if geldt, begin <= peildatum, nog ?? true {
                opgeschort = true
                voorbij = true
                feit = feit ?? tijdelijk.volgnummer
            }
        }
        for geheel in feiten.vrijstellingBeslist.geldig(op: peildatum)
        where geheel.inhoud.omvang == .geheel && geheel.inhoud.oordeel == .toekenning && telt(geheel.geldigOp) {
            eindig(geheel.geldigOp, geheel.volgnummer, op: peildatum)
        }
        for geheel in feiten.ontheffingBeslist.geldig(op: peildatum)
        where geheel.inhoud.omvang == .geheel && geheel.inhoud.oordeel == .toekenning && telt(geheel.geldigOp) {
            eindig(geheel.geldigOp, geheel.volgnummer, op: peildatum)
        }
        let einden = feiten.inburgeringsplichtBeeindigd.geldig(op: peildatum).vanLaatsteDag()
        // Voldaan before any other reason: it is the reading that asks nothing more of the person.
        if let einde = einden.voorzichtigste({ a, _ in a.redenGeenInburgeringsplicht == .voldaan }),
            telt(einde.geldigOp)
        {
            switch einde.inhoud.redenGeenInburgeringsplicht {
            case .tijdelijkeVrijstelling:
                opgeschort = vervallenVanaf == nil
                voorbij = voorbij || einde.geldigOp < peildatum
                feit = feit ?? einde.volgnummer
            case .voldaan:
                voldaanOp = einde.geldigOp
                fallthrough
            default:
                // The einddatum of the plicht is inclusive in DUO's API.
                eindig(einde.geldigOp.volgende, einde.volgnummer, op: peildatum)
            }
        }
        if let overleden = feiten.overleden.geldig(op: peildatum).first {
            eindig(overleden.geldigOp, overleden.volgnummer, op: peildatum)
        }
    }

    /// The tijdelijke vrijstellingen, each as it was told last: one is known by its startdatum, and an einddatum often comes
    /// later. Where facts of one day differ the earliest einddatum counts: the plicht that resumes is not forgotten.
    private static func tijdelijk(
        _ beslist: ArraySlice<Vermelding<VrijstellingBeslist>>
    ) -> [Vermelding<VrijstellingBeslist>] {
        var uit: [Vermelding<VrijstellingBeslist>] = []
        for feit in beslist where feit.inhoud.omvang == .tijdelijk && feit.inhoud.oordeel == .toekenning {
            let begin = feit.inhoud.startdatum ?? feit.geldigOp
            guard let plek = uit.firstIndex(where: { $0.inhoud.startdatum ?? $0.geldigOp == begin }) else {
                uit.append(feit)
                continue
            }
            if uit[plek].geldigOp < feit.geldigOp {
                uit[plek] = feit
            } else if let eerste = [uit[plek], feit][...].voorzichtigste({ a, b in
                guard let a = a.einddatum else { return false }
                return b.einddatum.map { a < $0 } ?? true
            }) {
                uit[plek] = eerste
            }
        }
        return uit
    }

    private mutating func eindig(_ vanaf: Datum, _ volgnummer: Int, op peildatum: Datum) {
        if let eerder = vervallenVanaf, eerder <= vanaf { return }
        vervallenVanaf = vanaf
        feit = volgnummer
        opgeschort = false
        voorbij = vanaf <= peildatum
    }
}
