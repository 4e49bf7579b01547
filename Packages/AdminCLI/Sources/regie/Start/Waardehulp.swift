// SPDX-License-Identifier: EUPL-1.2

/// The argument parser says that a value cannot be; this says why, and what can.
enum Waardehulp {
    /// Adds the reason behind "De waarde '…' kan niet voor '--optie <naam>'", where none follows yet.
    static func vulAan(_ tekst: String) -> String {
        if let kaal = tekst.firstMatch(of: /Er ontbreekt een waarde bij '[^']*<(?:uren|aantal|nummer|euro|procent)>'/) {
            // `--limiet -1`: the parser takes -1 for an option.
            return String(tekst[..<kaal.range.upperBound]) + ": geef een getal; onder nul kan niet."
                + tekst[kaal.range.upperBound...]
        }
        guard let gevonden = tekst.firstMatch(of: /De waarde '([^']*)' kan niet voor '[^']*<([a-z]+)>'/),
            !tekst[gevonden.range.upperBound...].hasPrefix(":"),
            let raad = raad(gevonden.1, als: gevonden.2)
        else { return tekst }
        return String(tekst[..<gevonden.range.upperBound]) + ": \(raad)" + tekst[gevonden.range.upperBound...]
    }

    private static func raad(_ waarde: Substring, als naam: Substring) -> String? {
        switch naam {
        case "datum":
            return waarde.wholeMatch(of: /\d{4}-\d\d-\d\d/) == nil
                ? "schrijf een datum als JJJJ-MM-DD, bijvoorbeeld 2026-03-15." : "die dag bestaat niet."
        case "moment": return "schrijf een datum (2026-03-15) of een tijdstip (2026-03-15T09:30:00Z)."
        case "id": return "een dossiernummer heeft twaalf letters en cijfers; zie 'regie dossier list'."
        case "uren", "aantal": return "geef een geheel getal."
        case "code": return "een gemeentecode heeft vier cijfers, bijvoorbeeld 0363."
        case "oin": return "een OIN heeft twintig cijfers."
        default: return nil
        }
    }
}
