// SPDX-License-Identifier: EUPL-1.2

/// `AFSCHALEN_MOGELIJK`: on the B1-route, after enough lessons, the exam can be lowered to A2 (Wi2021 art. 17 lid 3;
/// Besluit art. 5.5).
enum Afschalen {
    static func beoordeel(_ beeld: Beeld, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        guard let termijn = beeld.termijn, let plan = beeld.plan, plan.leerroute == .b1, plan.niveau != .a2 else {
            return
        }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 17 lid 3")
        guard let nodig = spoor.getal(.afschalenUren, op: termijn.begin) else { return }
        spoor.feiten(plan.feiten)
        var uren = Lesuren.nt2(beeld, &spoor)
        if uren.intake > 0 { spoor.grond("Besluit inburgering 2021 art. 5.5 lid 2") }
        uren.azc = Lesuren.azc(beeld, termijn, &spoor)
        uit.voortgang.append(
            Voortgang(.afschalenMogelijk, vereist: nodig, behaald: uren.totaal, eenheid: "uur", spoor: spoor)
        )
        guard uren.totaal >= nodig, beeld.loopt, voldaanOp == nil else { return }
        uit.signalen.append(
            Signaal(
                .afschalenMogelijk,
                ernst: .info,
                actie:
                    "Afschalen naar A2 kan als B1 niet haalbaar is en de inburgeraar zich in de lessen voldoende inspande; "
                    + "van de uren in de intake tellen alleen die Nederlands.",
                spoor: spoor
            )
        )
    }
}
