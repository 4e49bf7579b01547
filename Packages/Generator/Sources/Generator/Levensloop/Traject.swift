// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Between the PIP and the end: lessons, talks, PVT and MAP.
enum Traject {
    static func vertel(_ loop: inout Levensloop) {
        guard let plan = loop.plan else { return }
        wijzigPlan(&loop)
        lessen(&loop)
        var gesprek = loop.dag(plan.dagtekening, 120...200)
        while gesprek < min(plan.einde, loop.tot) {
            let aanwezig = loop.toeval.kans(930)
            loop.leg(.voortgangsgesprekGevoerd(.init(datum: gesprek, aanwezig: aanwezig)), .gemeente)
            gesprek = loop.dag(gesprek, 130...230)
        }
    }

    /// Switching to the Z-route and scaling down to A2, as far as they happen.
    private static func wijzigPlan(_ loop: inout Levensloop) {
        guard let plan = loop.plan, plan.leerroute == .b1 else { return }
        if loop.toeval.kans(50) {
            let datum = loop.dag(plan.dagtekening, 200...480)
            let wijziging = PIPGewijzigd(dagtekening: datum, reden: .schakelen, leerroute: .z)
            guard loop.leg(.pipGewijzigd(wijziging), .gemeente) != nil else { return }
            loop.plan?.leerroute = .z
            vernieuwPIP(&loop, datum, leerroute: .z, niveau: nil)
        } else if loop.profiel.leervermogen < 450, loop.toeval.kans(250) {
            let datum = loop.dag(plan.dagtekening, 560...760)
            let wijziging = PIPGewijzigd(dagtekening: datum, reden: .afschalen, niveau: .a2)
            guard loop.leg(.pipGewijzigd(wijziging), .gemeente) != nil else { return }
            vernieuwPIP(&loop, datum, leerroute: .b1, niveau: .a2)
        }
    }

    private static func vernieuwPIP(_ loop: inout Levensloop, _ datum: Datum, leerroute: Leerroute, niveau: NiveauPip?)
    {
        if let vorige = loop.duo["pip"] { loop.duo.voegToe(vorige, aan: "pipHistorie") }
        let pip: JSON = .velden(("dagtekeningPip", datum), ("leerroute", leerroute), ("niveau", niveau))
        loop.duo["pip"] = .velden(("gemeentecode", loop.opdracht.gemeente), ("pip", pip))
    }

    /// Totals of hours, twice a year, as the school and the gemeente count them.
    private static func lessen(_ loop: inout Levensloop) {
        guard let plan = loop.plan else { return }
        let perKeer = (taal: loop.toeval.geheel(130...230), mee: loop.toeval.geheel(120...240))
        let grens = plan.leerroute == .z ? 900 : 1100
        var (taal, mee, ziek, spijbel) = (0, 0, 0, 0)
        var peildatum = loop.dag(plan.school.vanaf, 150...190)
        while peildatum < min(plan.einde, loop.tot), taal < grens {
            taal = min(grens, taal + perKeer.taal + loop.toeval.geheel(-30...30))
            ziek += loop.toeval.geheel(0...12)
            spijbel += loop.toeval.kans(250) ? loop.toeval.geheel(2...30) : 0
            let plaats = uren(&loop, .taal, taal, op: peildatum, school: plan.school.nummer)
            loop.leg(
                .verzuimGeregistreerd(.init(peildatum: peildatum, geoorloofd: ziek, ongeoorloofd: spijbel)),
                .aanbieder,
                na: 3...20
            )
            if let plaats, loop.toeval.kans(15) { verbeter(&loop, plaats, taal, peildatum, plan.school.nummer) }
            if plan.leerroute == .z, loop.profiel.asiel {
                mee = min(830, mee + perKeer.mee)
                uren(&loop, .participatie, mee, op: peildatum, school: nil)
            }
            peildatum = loop.dag(peildatum, 165...195)
        }
        guard taal > 0 else { return }
        schrijfUren(&loop, plan, peildatum, taal: taal, ziek: ziek, spijbel: spijbel, mee: mee)
    }

    @discardableResult
    private static func uren(
        _ loop: inout Levensloop,
        _ soort: Urensoort,
        _ uren: Int,
        op peildatum: Datum,
        school: String?
    ) -> Int? {
        let feit = UrenGeregistreerd(
            peildatum: peildatum,
            urensoort: soort,
            uren: uren,
            instellingsnummer: school,
            keurmerk: school == nil ? nil : true
        )
        return loop.leg(.urenGeregistreerd(feit), school == nil ? .gemeente : .aanbieder, na: 3...20)
    }

    /// The school counted wrong and says so later.
    private static func verbeter(
        _ loop: inout Levensloop,
        _ plaats: Int,
        _ uren: Int,
        _ peildatum: Datum,
        _ school: String
    ) {
        guard let moment = loop.corrigeer(plaats, na: 8...40, reden: "De aanbieder telde de uren verkeerd") else {
            return
        }
        let dagen = peildatum.dagen(tot: Amsterdam.datum(van: moment)) + 1
        let juist = UrenGeregistreerd(
            peildatum: peildatum,
            urensoort: .taal,
            uren: max(0, uren - 10),
            instellingsnummer: school,
            keurmerk: true
        )
        loop.leg(.urenGeregistreerd(juist), .aanbieder, na: dagen...dagen)
    }

    private static func schrijfUren(
        _ loop: inout Levensloop,
        _ plan: Plan,
        _ tot: Datum,
        taal: Int,
        ziek: Int,
        spijbel: Int,
        mee: Int
    ) {
        let bekendTot = min(tot, loop.tot)
        var leden: [JSON.Lid] = [
            JSON.Lid("gemeentecode", loop.opdracht.gemeente.json), JSON.Lid("bekendTot", bekendTot.json),
            JSON.Lid(
                "TaallesEnKnmInstelling",
                .velden(
                    ("instellingsnummer", plan.school.nummer),
                    ("uren", taal),
                    ("urenGeoorloofdVerzuim", ziek),
                    ("urenOngeoorloofdVerzuim", spijbel)
                )
            ),
        ]
        if mee > 0 { leden.append(JSON.Lid("ParticipatieactiviteitenBredeIntake", .velden(("uren", mee)))) }
        loop.duo["uren"] = .lijst([.object(leden)])
    }
}
