// SPDX-License-Identifier: EUPL-1.2

/// Why no boete may follow a violation.
struct Boetebeletsel {
    /// From this day.
    let vanaf: Datum
    let kort: String
    let woorden: String

    static func van(_ overtreding: Overtreding, _ bedrag: Bedrag, _ beeld: Beeld, _ spoor: inout Spoor)
        -> Boetebeletsel?
    {
        if overtreding.verwijtbaarheid == 0 {
            spoor.grond("Awb art. 5:41")
            return Boetebeletsel(
                vanaf: overtreding.datum,
                kort: "de overtreding is niet verwijtbaar",
                woorden: "Geen boete: de overtreding is niet verwijtbaar."
            )
        }
        if let verlaagd = verlaagd(overtreding, beeld) {
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
        if beeld.isAsiel, let groep = beeld.groep {
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

    /// A lowering of the bijstand for the same act; one that names no act may be for this one.
    private static func verlaagd(_ overtreding: Overtreding, _ beeld: Beeld) -> Vermelding<BijstandVerlaagd>? {
        let venster = beeld.feiten.bijstandVerlaagd.geldig(op: beeld.peildatum)
        func zelfde(_ gedraging: String) -> Bool { gedraging.lowercased() == overtreding.gedraging.lowercased() }
        return venster.vroegste { $0.inhoud.gedraging.map(zelfde) ?? false }
            ?? venster.vroegste { $0.inhoud.gedraging == nil && $0.geldigOp >= overtreding.datum }
    }
}
