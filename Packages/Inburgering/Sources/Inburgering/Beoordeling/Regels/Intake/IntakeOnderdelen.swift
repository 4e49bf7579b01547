// SPDX-License-Identifier: EUPL-1.2

/// `INTAKE_ONDERDELEN`: what a completed brede intake still lacks (Wi2021 art. 14 lid 3; Besluit art. 5.2 lid 1).
enum IntakeOnderdelen {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let intakes = beeld.feiten.intakeAfgenomen.geldig(op: beeld.peildatum)
        // Completed in absence: nobody was there to ask (Wi2021 art. 14 lid 2).
        guard !intakes.isEmpty, !intakes.vanLaatsteDag().contains(where: \.inhoud.inAfwezigheid) else { return }
        var spoor = Spoor(beeld.wet)
        spoor.grond("Wi2021 art. 14 lid 3")
        spoor.grond("Besluit inburgering 2021 art. 5.2 lid 1")
        for intake in intakes { spoor.feit(intake) }
        let nodig = nodig(beeld, &spoor)
        let besproken = intakes.flatMap(\.inhoud.onderdelen)
        let ontbreekt = nodig.filter {
            !besproken.contains(where: $0.herkent) && !blijktElders($0, intakes, beeld, &spoor)
        }
        uit.voortgang.append(
            Voortgang(
                .intakeOnderdelen,
                vereist: nodig.count,
                behaald: nodig.count - ontbreekt.count,
                eenheid: "onderdeel",
                spoor: spoor
            )
        )
        guard !ontbreekt.isEmpty, beeld.loopt else { return }
        let namen = ontbreekt.map(\.woorden).joined(separator: ", ")
        // After the PIP there is no decision left to base on it, but what was left out still belongs in the file.
        let ernst: Signaal.Ernst = beeld.eerstePip == nil ? .letOp : .info
        uit.signalen.append(
            Signaal(.intakeOnderdelen, ernst: ernst, actie: "Vul de brede intake aan: \(namen).", spoor: spoor)
        )
    }

    private static func nodig(_ beeld: Beeld, _ spoor: inout Spoor) -> [Intakeonderdeel] {
        var nodig = Intakeonderdeel.altijd
        let kind = beeld.feiten.gezinslidBekend.geldig(op: beeld.peildatum).vroegste { $0.inhoud.relatie == .kind }
        if let kind {
            spoor.feit(kind)
            nodig.append(.voorschools)
        }
        // The new college does not repeat the leerbaarheidstoets and the education and work.
        if let verhuizing = PIPNaVerhuizing.verhuizing(beeld) {
            spoor.grond("Wi2021 art. 15 lid 4")
            spoor.feit(verhuizing.volgnummer)
            nodig.removeAll { $0 == .leerbaarheidstoets || $0 == .onderwijsEnWerk }
        }
        return nodig
    }

    /// A part that the intake does not name can have been done all the same: another field or fact says so.
    private static func blijktElders(
        _ onderdeel: Intakeonderdeel,
        _ intakes: ArraySlice<Vermelding<IntakeAfgenomen>>,
        _ beeld: Beeld,
        _ spoor: inout Spoor
    ) -> Bool {
        let dag = beeld.peildatum
        switch onderdeel {
        case .taalniveau: return intakes.contains { $0.inhoud.taalniveau != nil }
        case .leerbaarheidstoets:
            if let toets = beeld.feiten.leerbaarheidstoetsAfgenomen.geldig(op: dag).vroegste() {
                spoor.feit(toets)
                return true
            }
            guard let ontheven = beeld.feiten.leerbaarheidstoetsOntheven.geldig(op: dag).vroegste() else {
                return false
            }
            spoor.grond("Wi2021 art. 14 lid 6")
            spoor.feit(ontheven)
            return true
        default: return false
        }
    }
}
