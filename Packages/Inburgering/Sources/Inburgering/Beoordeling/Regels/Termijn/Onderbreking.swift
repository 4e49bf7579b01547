// SPDX-License-Identifier: EUPL-1.2

/// A break of at most a year in which somebody was no resident: the plicht counts as not ended, and the term grows by as
/// much (Besluit art. 2.1 lid 2 a, 4.2). DUO lengthens the term; this says by how much.
enum Onderbreking {
    static func aanspraak(_ beeld: Beeld, _ termijn: Termijnbeeld, _ spoor: inout Spoor) -> Verlengingsaanspraak? {
        var dagen = 0
        for vertrek in beeld.feiten.vertrokkenUitNederland.geldig(op: beeld.peildatum).eenPerDag() {
            guard vertrek.geldigOp >= termijn.begin, vertrek.geldigOp < termijn.einde,
                let terug = beeld.vestigingen.first(where: { $0.datum > vertrek.geldigOp }),
                let langste = spoor.duur(.onderbreking, op: vertrek.geldigOp), terug.datum <= vertrek.geldigOp + langste
            else { continue }
            spoor.grond("Besluit inburgering 2021 art. 4.2")
            spoor.feit(vertrek)
            spoor.feit(terug.volgnummer)
            dagen += vertrek.geldigOp.dagen(tot: terug.datum)
        }
        guard dagen > 0, let eigen = termijn.eigen else { return nil }
        return Verlengingsaanspraak(grond: "onderbreking", dagen: dagen, einde: eigen.einde.plus(dagen: dagen))
    }
}
