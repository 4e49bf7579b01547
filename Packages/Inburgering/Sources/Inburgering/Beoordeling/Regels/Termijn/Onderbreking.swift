// SPDX-License-Identifier: EUPL-1.2

/// A break of at most a year in which somebody was no resident or stayed for a temporary purpose: the plicht counts as not
/// ended, and the term grows by as much (Besluit art. 2.1 lid 2 a, b, 4.2). DUO lengthens the term; this says by how much. Of
/// the work of a geestelijk bedienaar (c) no fact tells.
enum Onderbreking {
    /// From the first day of the break to the first day after it.
    private struct Tijdvak {
        let van: Datum
        let tot: Datum
        let feiten: [Int]
    }

    static func aanspraak(_ beeld: Beeld, _ termijn: Termijnbeeld, _ spoor: inout Spoor) -> Verlengingsaanspraak? {
        var dagen = 0
        var geteldTot: Datum?
        for tijdvak in tijdvakken(beeld) {
            guard tijdvak.van >= termijn.begin, tijdvak.van < termijn.einde,
                let langste = spoor.duur(.onderbreking, op: tijdvak.van), tijdvak.tot <= tijdvak.van + langste
            else { continue }
            // Who left may also have lost the purpose of their stay: a day counts once.
            let van = max(tijdvak.van, geteldTot ?? tijdvak.van)
            guard van < tijdvak.tot else { continue }
            spoor.grond("Besluit inburgering 2021 art. 4.2")
            spoor.feiten(tijdvak.feiten)
            dagen += van.dagen(tot: tijdvak.tot)
            geteldTot = tijdvak.tot
        }
        guard dagen > 0, let eigen = termijn.eigen else { return nil }
        return Verlengingsaanspraak(grond: "onderbreking", dagen: dagen, einde: eigen.einde.plus(dagen: dagen))
    }

    /// Earliest first.
    private static func tijdvakken(_ beeld: Beeld) -> [Tijdvak] {
        let vertrekken = beeld.feiten.vertrokkenUitNederland.geldig(op: beeld.peildatum)
        let einden = beeld.feiten.inburgeringsplichtBeeindigd.geldig(op: beeld.peildatum)
        guard !vertrekken.isEmpty || !einden.isEmpty else { return [] }
        var uit: [Tijdvak] = []
        for vertrek in vertrekken.eenPerDag() {
            guard let terug = beeld.vestigingen.first(where: { $0.datum > vertrek.geldigOp }) else { continue }
            uit.append(
                Tijdvak(van: vertrek.geldigOp, tot: terug.datum, feiten: [vertrek.volgnummer, terug.volgnummer])
            )
        }
        // The einddatum of the plicht is inclusive in DUO's API.
        let plichten = beeld.feiten.inburgeringsplichtVastgesteld.geldig(op: beeld.peildatum)
        for einde in einden.eenPerDag() where einde.inhoud.redenGeenInburgeringsplicht == .verblijfsdoelGewijzigd {
            guard let terug = plichten.vroegste({ $0.geldigOp > einde.geldigOp }) else { continue }
            uit.append(
                Tijdvak(
                    van: einde.geldigOp.volgende,
                    tot: terug.geldigOp,
                    feiten: [einde.volgnummer, terug.volgnummer]
                )
            )
        }
        return uit.sorted { ($0.van, $0.tot) < ($1.van, $1.tot) }
    }
}
