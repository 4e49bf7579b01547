// SPDX-License-Identifier: EUPL-1.2

/// Why no boete may follow a violation.
struct Boetebeletsel {
    /// From this day.
    let vanaf: Datum
    let kort: String
    let woorden: String

    static func van(
        _ overtreding: Overtreding,
        _ alle: Overtredingen,
        _ bedrag: Bedrag,
        _ beeld: Beeld,
        _ spoor: inout Spoor
    ) -> Boetebeletsel? {
        if overtreding.verwijtbaarheid == 0 {
            spoor.grond("Awb art. 5:41")
            return Boetebeletsel(
                vanaf: overtreding.datum,
                kort: "de overtreding is niet verwijtbaar",
                woorden: "Geen boete: de overtreding is niet verwijtbaar."
            )
        }
        if let verlaagd = verlaagd(overtreding, alle, beeld) {
            spoor.grond("Wi2021 art. 27")
            spoor.feit(verlaagd)
            return Boetebeletsel(
                vanaf: max(verlaagd.geldigOp, overtreding.datum),
                kort: "voor dezelfde gedraging is de bijstand verlaagd",
                woorden: verlaagd.inhoud.gedraging == nil
                    ? "Geen boete als de bijstand voor dezelfde gedraging is verlaagd; het besluit noemt de gedraging niet, "
                        + "ga dat na."
                    : "Geen boete: voor dezelfde gedraging is de bijstand verlaagd."
            )
        }
        // Asielstatushouder now, or when it was found: that somebody's group changed since makes no act punishable.
        let groepen = [beeld.groep, beeld.doelgroep(op: overtreding.datum)].compactMap(\.self)
        if let groep = groepen.first(where: { $0.doelgroep == .asielstatushouder }) {
            // What holds on the day of deciding, not on that of the violation: the rulings bind from then on.
            let besluit = overtreding.boete?.datum ?? beeld.peildatum
            if spoor.waarheid(.boeteAsielGeblokkeerd, op: besluit) {
                spoor.feit(groep.volgnummer)
                return Boetebeletsel(
                    vanaf: min(besluit, beeld.peildatum),
                    kort: "een asielstatushouder krijgt na de uitspraken van 2025 geen boete",
                    woorden: "Geen boete: na de uitspraken van 2025 krijgt een asielstatushouder geen boete "
                        + "(boete.asielGeblokkeerd)."
                )
            }
        }
        guard bedrag.centen == 0 else { return nil }
        return Boetebeletsel(
            vanaf: overtreding.datum,
            kort: "het maximum van de termijn is bereikt",
            woorden: "Geen boete: de boetes in deze termijn zijn samen al het maximum."
        )
    }

    /// A lowering of the bijstand for the same act; one that names no act may be for this one. What was lowered before the
    /// act was found is for an earlier one, when that was found by then: the same words are not the same act.
    private static func verlaagd(
        _ overtreding: Overtreding,
        _ alle: Overtredingen,
        _ beeld: Beeld
    ) -> Vermelding<BijstandVerlaagd>? {
        let venster = beeld.feiten.bijstandVerlaagd.geldig(op: beeld.peildatum)
        let woorden = overtreding.gedraging.lowercased()
        func hierom(_ verlaagd: Vermelding<BijstandVerlaagd>) -> Bool {
            guard verlaagd.inhoud.gedraging?.lowercased() == woorden else { return false }
            return verlaagd.geldigOp >= overtreding.datum
                || !alle.alle.contains { $0.datum <= verlaagd.geldigOp && $0.gedraging.lowercased() == woorden }
        }
        return venster.vroegste(hierom)
            ?? venster.vroegste { $0.inhoud.gedraging == nil && $0.geldigOp >= overtreding.datum }
    }
}
