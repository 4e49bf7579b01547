// SPDX-License-Identifier: EUPL-1.2

/// `PIP_ONDERDELEN`: what the first PIP of this gemeente leaves out of what the decision must hold (Wi2021 art. 15 lid 1, 2;
/// Besluit art. 5.3 lid 4). A PIP that DUO tells of is another college's, and DUO has only part of it.
enum PIPOnderdelen {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        guard let pip = beeld.eerstePip, pip.bron == .gemeente else { return }
        let wijzigingen = beeld.feiten.pipGewijzigd.geldig(op: beeld.peildatum)
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 15 lid 1")
        spoor.grond("Besluit inburgering 2021 art. 5.3 lid 4")
        spoor.feit(pip)
        func heeft(_ vast: Bool, _ gewijzigd: (PIPGewijzigd) -> Bool) -> Bool {
            if vast { return true }
            guard let wijziging = wijzigingen.vroegste({ gewijzigd($0.inhoud) }) else { return false }
            spoor.feit(wijziging)
            return true
        }
        var onderdelen: [(woorden: String, gehaald: Bool)] = [
            (
                "het aantal voortgangsgesprekken",
                heeft(pip.inhoud.aantalVoortgangsgesprekken != nil) { $0.aantalVoortgangsgesprekken != nil }
            ),
            (
                "de intensiteit van het participatieverklaringstraject",
                heeft(pip.inhoud.urenPVT != nil) { $0.urenPVT != nil }
            ),
        ]
        // The onderwijsroute has no module (Wi2021 art. 8 lid 3).
        if beeld.plan?.leerroute != .onderwijs {
            onderdelen.append(
                (
                    "de intensiteit van de Module Arbeidsmarkt en Participatie",
                    heeft(pip.inhoud.urenMAP != nil) { $0.urenMAP != nil }
                )
            )
        }
        // Of DUO's own field there is one for the B1-route alone (geschatteIntensiteitB1Route).
        if beeld.plan?.leerroute == .b1, let groep = beeld.doelgroep(op: pip.inhoud.dagtekening),
            groep.doelgroep == .asielstatushouder
        {
            spoor.grond("Wi2021 art. 15 lid 2")
            spoor.feit(groep.volgnummer)
            onderdelen.append(
                (
                    "de intensiteit van de leerroute",
                    heeft(pip.inhoud.geschatteIntensiteitB1Route != nil) { $0.geschatteIntensiteitB1Route != nil }
                )
            )
        }
        let ontbreekt = onderdelen.filter { !$0.gehaald }
        uit.voortgang.append(
            Voortgang(
                .pipOnderdelen,
                vereist: onderdelen.count,
                behaald: onderdelen.count - ontbreekt.count,
                eenheid: "onderdeel",
                spoor: spoor
            )
        )
        guard !ontbreekt.isEmpty, beeld.loopt else { return }
        let woorden = ontbreekt.map(\.woorden).joined(separator: ", ")
        uit.signalen.append(
            Signaal(.pipOnderdelen, ernst: .info, actie: "Vul het PIP aan: \(woorden).", spoor: spoor)
        )
    }
}
