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
    /// The power was not used: the intention was withdrawn.
    var afgezien: Vermelding<BoeteIngetrokken>?

    /// A boete of the college.
    struct Boete {
        let datum: Datum
        let bedrag: Bedrag?
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
            if let plek = ingetrokken.firstIndex(where: { Self.trektIn($0, boete) }) {
                ingetrokken.remove(at: plek)
                continue
            }
            let opgelegd = Overtreding.Boete(
                datum: boete.geldigOp,
                bedrag: boete.inhoud.bedrag,
                volgnummer: boete.volgnummer,
                onherroepelijk: bezwaar.onherroepelijk(boete.geldigOp, "boete", &spoor)
            )
            boetes.append(opgelegd)
            let artikel = boete.inhoud.artikel.flatMap { Boeteartikel($0) }
            if let plek = alle.firstIndex(where: {
                $0.boete == nil && $0.datum <= boete.geldigOp && $0.artikel == artikel ?? $0.artikel
            }) {
                alle[plek].boete = opgelegd
            }
        }
        for voornemen in feiten.voornemenBoeteVerzonden.geldig(op: dag).uniekOpDag() {
            let artikel = voornemen.inhoud.artikel.flatMap { Boeteartikel($0) }
            if let plek = alle.firstIndex(where: {
                $0.voornemen == nil && $0.datum <= voornemen.geldigOp && $0.artikel == artikel ?? $0.artikel
                    && ($0.boete.map { voornemen.geldigOp <= $0.datum } ?? true)
            }) {
                alle[plek].voornemen = voornemen
            }
        }
        for einde in ingetrokken {
            let artikel = einde.inhoud.artikel.flatMap { Boeteartikel($0) }
            if let plek = alle.firstIndex(where: {
                $0.isOpen && $0.voornemen != nil && $0.datum <= einde.geldigOp && $0.artikel == artikel ?? $0.artikel
            }) {
                alle[plek].afgezien = einde
            }
        }
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
