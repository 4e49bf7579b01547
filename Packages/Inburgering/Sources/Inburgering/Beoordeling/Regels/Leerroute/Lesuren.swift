// SPDX-License-Identifier: EUPL-1.2

/// Course hours and those of the intake that may be deducted from a norm (Besluit art. 3.14 lid 6, 5.5 lid 2).
struct Lesuren {
    let cursus: Int
    let intake: Int
    /// Hours of the voorinburgering in the azc; only where the law counts them.
    var azc = 0
    /// Lessons at a niet-vrijstellende opleiding; only on the Z-route (Besluit art. 3.14 lid 9).
    var opleiding = 0

    var totaal: Int { cursus + intake + azc + opleiding }

    /// No total of hours counts for more: a partner's slip must not end the program (DUO takes four digits).
    static let hoogste = 9999

    /// Hours of Dutch, alfabetisering included (Besluit art. 5.5 lid 1).
    static func nt2(_ beeld: Beeld, _ spoor: inout Spoor) -> Lesuren { van([.taal, .alfabetisering], beeld, &spoor) }

    /// Hours of Dutch and of the Dutch society (Besluit art. 3.14 lid 2 a).
    static func cursus(_ beeld: Beeld, _ spoor: inout Spoor, op dag: Datum? = nil) -> Lesuren {
        van([.taal, .alfabetisering, .knm], beeld, &spoor, op: dag)
    }

    private static func van(
        _ soorten: Urensoorten,
        _ beeld: Beeld,
        _ spoor: inout Spoor,
        op dag: Datum? = nil
    ) -> Lesuren {
        let dag = dag ?? beeld.peildatum
        let alle = beeld.feiten.urenGeregistreerd.geldig(op: dag)
        // What was done before the PIP does not count (Besluit art. 5.3 lid 5); the intake and such an opleiding apart.
        let vanaf = beeld.eersteDag
        let cursus = Uren(soorten, keurmerk: true, opleiding: false, vanaf: vanaf, alle)
        if let eerste = alle.first, let vanaf, eerste.geldigOp < vanaf {
            spoor.grond("Besluit inburgering 2021 art. 5.3 lid 5")
        }
        spoor.feiten(cursus.feiten)
        let intake = Intakeuren(.intakeTaalKNM, { $0.taallesKNM }, beeld, op: dag)
        spoor.feiten(intake.feiten)
        return Lesuren(cursus: cursus.totaal, intake: intake.totaal)
    }

    /// Lessons in Dutch and about the Dutch society at a niet-vrijstellende opleiding, from two years before the PIP.
    static func opleiding(_ beeld: Beeld, _ spoor: inout Spoor) -> Int {
        let alle = beeld.feiten.urenGeregistreerd.geldig(op: beeld.peildatum)
        guard alle.contains(where: { $0.inhoud.nietVrijstellendeOpleiding == true }),
            let duur = spoor.duur(.zrouteOpleiding, op: beeld.peildatum), let eersteDag = beeld.eersteDag
        else { return 0 }
        let uren = Uren([.taal, .alfabetisering, .knm], opleiding: true, vanaf: eersteDag.vorige - duur, alle)
        spoor.feiten(uren.feiten)
        return uren.totaal
    }

    /// Hours made in the azc, where a proposed law counts them.
    static func azc(_ beeld: Beeld, _ termijn: Termijnbeeld, _ spoor: inout Spoor) -> Int {
        let overgedragen = beeld.feiten.voorinburgeringOvergedragen.geldig(op: beeld.peildatum)
        guard !overgedragen.isEmpty, spoor.waarheid(.azcUren, op: termijn.begin) else { return 0 }
        var meeste = 0
        for feit in overgedragen.uniekOpDag() {
            spoor.feit(feit)
            meeste = max(meeste, min(feit.inhoud.uren ?? 0, hoogste))
        }
        return meeste
    }
}

/// Hours of the brede intake, which are told with the intake and as a total: the highest of the two, never their sum.
struct Intakeuren {
    let totaal: Int
    let feiten: [Int]

    init(_ soort: Urensoorten, _ veld: (IntakeUren) -> Int?, _ beeld: Beeld, op dag: Datum? = nil) {
        let dag = dag ?? beeld.peildatum
        let geregistreerd = Uren(soort, beeld.feiten.urenGeregistreerd.geldig(op: dag))
        var bijIntake = 0
        var feiten = geregistreerd.feiten
        for intake in beeld.feiten.intakeAfgenomen.geldig(op: dag) {
            guard let uren = intake.inhoud.uren.flatMap(veld) else { continue }
            bijIntake = max(bijIntake, min(uren, Lesuren.hoogste))
            if !feiten.contains(intake.volgnummer) { feiten.append(intake.volgnummer) }
        }
        totaal = max(bijIntake, geregistreerd.totaal)
        self.feiten = feiten
    }
}
