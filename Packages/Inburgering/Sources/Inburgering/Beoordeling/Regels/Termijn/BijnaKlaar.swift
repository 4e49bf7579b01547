// SPDX-License-Identifier: EUPL-1.2

/// `BIJNA_KLAAR`: six months more for who nearly made it after considerable effort (Besluit art. 4.4).
enum BijnaKlaar {
    /// A condition, whether it is met, and what is missing in words.
    private struct Voorwaarde {
        let gehaald: Bool
        let woorden: String
    }

    static func beoordeel(_ beeld: Beeld, _ pvtEnMAP: PVTEnMAP, voldaanOp: Datum?, naar uit: inout Uitkomst) {
        // It lengthens the term of Wi2021 art. 11 alone, not one that was lengthened before.
        guard let termijn = beeld.termijn, let plan = beeld.plan, plan.leerroute == .b1, beeld.loopt, voldaanOp == nil,
            !isEerderVerlengd(beeld)
        else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 12 lid 1 onder b")
        spoor.grond("Besluit inburgering 2021 art. 4.4 lid 2")
        guard let duur = spoor.duur(.bijnaKlaarDuur, op: termijn.begin),
            let venster = spoor.duur(.verlengingAanvragenVanaf, op: termijn.begin)
        else { return }
        spoor.feiten(plan.feiten)
        let voorwaarden = voorwaarden(beeld, pvtEnMAP, termijn, &spoor)
        let ontbreekt = voorwaarden.filter { !$0.gehaald }
        uit.voortgang.append(
            Voortgang(
                .bijnaKlaar,
                vereist: voorwaarden.count,
                behaald: voorwaarden.count - ontbreekt.count,
                eenheid: "voorwaarde",
                spoor: spoor
            )
        )
        // DUO takes the request from six months before the end; sooner there is nothing to do.
        guard termijn.einde - venster <= beeld.peildatum, beeld.peildatum < termijn.einde else { return }
        let actie =
            ontbreekt.isEmpty
            ? "Wijs de inburgeraar op verlenging met \(duur.leesbaar): aan alle voorwaarden voor bijna klaar is voldaan."
            : "Voor verlenging wegens bijna klaar ontbreekt nog: "
                + ontbreekt.map(\.woorden).joined(separator: ", ") + "."
        uit.signalen.append(
            Signaal(
                .bijnaKlaar,
                voor: termijn.laatsteDag,
                ernst: ontbreekt.isEmpty ? .letOp : .info,
                actie: actie,
                spoor: spoor
            )
        )
    }

    /// By a decision, by DUO's own dates, or by the new term that goes with its boete.
    private static func isEerderVerlengd(_ beeld: Beeld) -> Bool {
        let dag = beeld.peildatum
        return beeld.feiten.verlengingBeslist.geldig(op: dag).contains { $0.inhoud.oordeel == .toegekend }
            || beeld.feiten.inburgeringstermijnVastgesteld.geldig(op: dag).contains {
                $0.inhoud.verlengingsgrondcode != nil
            }
            || !beeld.feiten.boeteDUOOntvangen.geldig(op: dag).isEmpty
    }

    private static func voorwaarden(
        _ beeld: Beeld,
        _ pvtEnMAP: PVTEnMAP,
        _ termijn: Termijnbeeld,
        _ spoor: inout Spoor
    ) -> [Voorwaarde] {
        let examen = Examenstand(beeld)
        spoor.feiten(examen.feiten)
        spoor.feiten(pvtEnMAP.feiten)
        let taal = examen.behaald.filter { $0 != .knm }.count
        let nodig = spoor.getal(.bijnaKlaarTaalonderdelen, op: termijn.begin) ?? Examenonderdeel.allCases.count
        return [
            lessen(beeld, termijn, &spoor),
            Voorwaarde(
                gehaald: taal >= nodig,
                woorden: nodig - taal == 1
                    ? "1 taalonderdeel van het examen" : "\(max(0, nodig - taal)) taalonderdelen van het examen"
            ),
            Voorwaarde(gehaald: examen.behaald.contains(.knm), woorden: "het examen KNM"),
            Voorwaarde(gehaald: pvtEnMAP.pvtGedaan != nil, woorden: "het participatieverklaringstraject"),
            Voorwaarde(gehaald: pvtEnMAP.mapGedaan != nil, woorden: "de Module Arbeidsmarkt en Participatie"),
        ]
    }

    /// All lessons, but for permitted absence; for gezinsmigranten a number of hours (lid 3).
    private static func lessen(_ beeld: Beeld, _ termijn: Termijnbeeld, _ spoor: inout Spoor) -> Voorwaarde {
        let alle = beeld.feiten.urenGeregistreerd.geldig(op: beeld.peildatum)
        let uren = Uren([.taal, .knm, .alfabetisering], vanaf: beeld.eersteDag, alle)
        spoor.feiten(uren.feiten)
        if let groep = beeld.groep, groep.doelgroep != .asielstatushouder {
            spoor.feit(groep.volgnummer)
            let nodig = spoor.getal(.bijnaKlaarUren, op: termijn.begin) ?? 0
            return Voorwaarde(gehaald: uren.totaal >= nodig, woorden: "\(max(0, nodig - uren.totaal)) uur les")
        }
        // Of two reports of one day the one with most absence: the school must show that nothing was missed.
        let verzuim = beeld.feiten.verzuimGeregistreerd.geldig(op: beeld.peildatum).vanLaatsteDag()
            .voorzichtigste { $0.ongeoorloofd > $1.ongeoorloofd }
        guard let verzuim else {
            return Voorwaarde(gehaald: false, woorden: "de opgave van verzuim door de school")
        }
        spoor.feit(verzuim)
        return Voorwaarde(
            gehaald: verzuim.inhoud.ongeoorloofd == 0 && uren.totaal > 0,
            woorden: uren.totaal == 0 ? "gevolgde lessen" : "lessen zonder ongeoorloofd verzuim"
        )
    }
}
