// SPDX-License-Identifier: EUPL-1.2

/// The letters that the college sends under the Wi2021. The text stands in a template (`config/brieven`); every date,
/// amount and ground in it comes from the facts and the assessment.
public enum Briefsoort: String, CaseIterable, Sendable {
    /// Summons for the brede intake (Wi2021 art. 14 lid 1).
    case oproep
    /// Written warning with the next summons (Wi2021 art. 14 lid 1, second sentence).
    case waarschuwing
    /// The decision that sets the PIP (Wi2021 art. 15).
    case pipBeschikking = "pip-beschikking"
    /// The intention to fine, with the invitation to give a view (Awb art. 5:50, 5:53).
    case boetevoornemen
    /// The decision to fine (Wi2021 art. 22, 23; Awb art. 5:9, 5:52).
    case boetebesluit

    /// The file with its text.
    public var bestand: String { "\(rawValue).mustache" }

    /// The names that its template may use.
    var velden: Set<String> {
        let vast: Set<String> = ["gemeente", "datum", "naam", "adres", "geboortedatum", "kenmerk", "grondslag"]
        switch self {
        case .oproep: return vast.union(["oproepdatum", "uiterlijk", "volgnummer", "herhaald"])
        case .waarschuwing:
            return vast.union(["gewaarschuwdOp", "eerdereOproep", "eerderUiterlijk", "uiterlijk", "volgnummer"])
        case .pipBeschikking:
            return vast.union([
                "dagtekening", "leerroute", "niveau", "asielstatushouder", "intensiteit", "urenPVT", "urenMAP", "map",
                "gesprekken", "begin", "laatsteDag", "bezwaarTermijn", "bezwaarTot", "onderdelenA2", "urennorm",
                "onderdelenZonderUren",
            ])
        case .boetevoornemen:
            return vast.union([
                "rapportdatum", "gedraging", "artikel", "verwijtbaarheid", "bedrag", "reactieTot", "besluitVoor",
            ])
        case .boetebesluit:
            return vast.union([
                "rapportdatum", "gedraging", "artikel", "verwijtbaarheid", "bedrag", "besluitdatum", "zienswijze",
                "geenZienswijze", "nieuweTermijn", "betaalTermijn", "betaalTot", "bezwaarTermijn", "bezwaarTot",
            ])
        }
    }
}
