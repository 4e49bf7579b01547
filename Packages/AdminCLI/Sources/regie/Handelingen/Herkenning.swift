// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Says of the words of a klantmanager which the assessment will not recognise. They are recorded all the same: the law
/// leaves gemeenten their own words.
enum Herkenning {
    /// Parts of the brede intake.
    static func onderdelen(_ woorden: [String]) -> [String] {
        woorden.filter { !IntakeAfgenomen.herkent(onderdeel: $0) }.map {
            "'\($0)' wordt niet herkend als onderdeel van de brede intake en telt niet mee. Onderdelen: \(namen)."
        }
    }

    /// A level of the ERK, or before it.
    static func taalniveau(_ niveau: String?) -> [String] {
        let bekend = ["A0", "A1", "A2", "B1", "B2", "C1", "C2", "ALFA"]
        guard let niveau, !bekend.contains(where: niveau.uppercased().hasPrefix) else { return [] }
        return ["'\(niveau)' is geen bekend taalniveau: A0, A1, A2, B1, B2, C1 of C2."]
    }

    /// What somebody was called for.
    static func afspraak(_ bij: String) -> [String] {
        let tekst = bij.lowercased()
        guard !["intake", "leerbaar", "gesprek"].contains(where: tekst.contains) else { return [] }
        return ["'\(bij)' wordt niet herkend: voor de brede intake tellen 'intake' en 'leerbaarheidstoets'."]
    }

    /// A decision of the college.
    static func besluit(_ tegen: String) -> [String] {
        let tekst = tegen.lowercased()
        guard !["pip", "boete"].contains(where: tekst.contains) else { return [] }
        return ["'\(tegen)' wordt niet herkend en telt niet mee: schrijf PIP of boete."]
    }

    private static var namen: String { IntakeAfgenomen.onderdeelnamen.joined(separator: ", ") }
}
