// SPDX-License-Identifier: EUPL-1.2

/// A violation of art. 22 or 23, with the boete that followed it.
struct Overtreding {
    let datum: Datum
    let artikel: Boeteartikel
    let gedraging: String
    /// Per cent.
    let verwijtbaarheid: Int
    let volgnummer: Int
    var boete: Boete?
    /// The intention to fine was sent.
    var voornemen: Vermelding<VoornemenBoeteVerzonden>?
    /// The power was not used, or is spent: the intention or the boete was withdrawn, or revoked on bezwaar.
    var afgezien: (geldigOp: Datum, volgnummer: Int)?
    /// It was a boete that was withdrawn: for the same violation none can follow (Awb art. 5:43).
    var isIngetrokken = false
    /// A decision on bezwaar did so (Awb art. 7:11 lid 2); one in its place belongs to that decision.
    var isHerroepen = false

    /// A boete of the college.
    struct Boete {
        let datum: Datum
        let bedrag: Bedrag?
        /// The new term for the intake (Wi2021 art. 22 lid 2).
        let nieuweTermijn: Datum?
        let volgnummer: Int
        /// From this day nobody can go against it any more; nil while bezwaar runs.
        let onherroepelijk: Datum?
    }

    var isOpen: Bool { boete == nil && afgezien == nil }
}

/// The violations of a dossier up to the peildatum, earliest first, each with the first boete of its article after it.
struct Overtredingen {
    private(set) var alle: [Overtreding] = []
    /// What was imposed and not withdrawn.
    private(set) var boetes: [Overtreding.Boete] = []

    init(_ beeld: Beeld, _ spoor: inout Spoor) {
        let feiten = beeld.feiten
        let dag = beeld.peildatum
        for feit in feiten.overtredingVastgesteld.geldig(op: dag).uniekOpDag() {
            guard let artikel = Boeteartikel(feit.inhoud.artikel) else { continue }
            // The same told twice, or by two with another blame, is one violation: the lowest blame counts.
            if let plek = alle.firstIndex(where: {
                $0.datum == feit.geldigOp && $0.artikel == artikel && $0.gedraging == feit.inhoud.gedraging
            }) {
                if feit.inhoud.verwijtbaarheid >= alle[plek].verwijtbaarheid { continue }
                alle.remove(at: plek)
            }
            alle.append(
                Overtreding(
                    datum: feit.geldigOp,
                    artikel: artikel,
                    gedraging: feit.inhoud.gedraging,
                    verwijtbaarheid: feit.inhoud.verwijtbaarheid,
                    volgnummer: feit.volgnummer
                )
            )
        }
        guard !alle.isEmpty || !feiten.boeteOpgelegd.isEmpty else { return }
        alle.sort { ($0.datum, $0.artikel.rawValue, $0.gedraging) < ($1.datum, $1.artikel.rawValue, $1.gedraging) }
        let bezwaar = Bezwaren(beeld)
        var ingetrokken = feiten.boeteIngetrokken.geldig(op: dag).uniekOpDag()
        for boete in feiten.boeteOpgelegd.geldig(op: dag).uniekOpDag() {
            let artikel = boete.inhoud.artikel.flatMap { Boeteartikel($0) }
            let plek = plek(boete.geldigOp, artikel, boete.inhoud.gedraging) { $0.boete == nil }
            if let intrekking = ingetrokken.firstIndex(where: { Self.trektIn($0, boete) }) {
                if let plek {
                    alle[plek].afgezien = (ingetrokken[intrekking].geldigOp, ingetrokken[intrekking].volgnummer)
                    alle[plek].isIngetrokken = true
                }
                ingetrokken.remove(at: intrekking)
                continue
            }
            if let besluit = bezwaar.herroepen(boete.geldigOp, "boete", &spoor) {
                if let plek {
                    alle[plek].afgezien = (besluit.geldigOp, besluit.volgnummer)
                    alle[plek].isIngetrokken = true
                    alle[plek].isHerroepen = true
                }
                continue
            }
            let opgelegd = Overtreding.Boete(
                datum: boete.geldigOp,
                bedrag: boete.inhoud.bedrag,
                nieuweTermijn: boete.inhoud.nieuweTermijn,
                volgnummer: boete.volgnummer,
                onherroepelijk: bezwaar.onherroepelijk(boete.geldigOp, "boete", &spoor)
            )
            boetes.append(opgelegd)
            if let plek { alle[plek].boete = opgelegd }
        }
        for voornemen in feiten.voornemenBoeteVerzonden.geldig(op: dag).uniekOpDag() {
            let artikel = voornemen.inhoud.artikel.flatMap { Boeteartikel($0) }
            if let plek = plek(
                voornemen.geldigOp,
                artikel,
                voornemen.inhoud.gedraging,
                { $0.voornemen == nil && ($0.boete.map { voornemen.geldigOp <= $0.datum } ?? true) }
            ) {
                alle[plek].voornemen = voornemen
            }
        }
        for einde in ingetrokken {
            let artikel = einde.inhoud.artikel.flatMap { Boeteartikel($0) }
            if let plek = plek(
                einde.geldigOp,
                artikel,
                einde.inhoud.gedraging,
                { $0.isOpen && $0.voornemen != nil }
            ) {
                alle[plek].afgezien = (einde.geldigOp, einde.volgnummer)
            }
        }
    }

    /// Which violation an act follows: the one whose gedraging it names, else the first that waits, else the one whose boete
    /// was withdrawn, in whose place this one comes.
    private func plek(
        _ dag: Datum,
        _ artikel: Boeteartikel?,
        _ gedraging: String?,
        _ past: (Overtreding) -> Bool
    ) -> Int? {
        func zelfde(_ overtreding: Overtreding) -> Bool {
            overtreding.datum <= dag && overtreding.artikel == artikel ?? overtreding.artikel && past(overtreding)
        }
        if let gedraging = gedraging?.lowercased(),
            let plek = alle.firstIndex(where: { zelfde($0) && $0.gedraging.lowercased() == gedraging })
        {
            return plek
        }
        return alle.firstIndex { zelfde($0) && $0.afgezien == nil } ?? alle.firstIndex(where: zelfde)
    }

    private static func trektIn(_ intrekking: Vermelding<BoeteIngetrokken>, _ boete: Vermelding<BoeteOpgelegd>) -> Bool
    {
        intrekking.geldigOp >= boete.geldigOp
            && (intrekking.inhoud.artikel == nil || boete.inhoud.artikel == nil
                || intrekking.inhoud.artikel.flatMap { Boeteartikel($0) }
                    == boete.inhoud.artikel.flatMap { Boeteartikel($0) })
            && (intrekking.inhoud.bedrag == nil || intrekking.inhoud.bedrag == boete.inhoud.bedrag)
    }
}
