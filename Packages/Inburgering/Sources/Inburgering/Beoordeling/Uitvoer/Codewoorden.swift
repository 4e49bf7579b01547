// SPDX-License-Identifier: EUPL-1.2

extension Beoordelingscode {
    /// What a code is about, in the words of a klantmanager; nil for a code of a plugin.
    public var woorden: String? { Self.woorden[rawValue] }

    /// Every code of Regie's own rules, in order of the alphabet; a plugin has its own, with a colon in them.
    public static var bekend: [String] { woorden.keys.sorted() }

    private static let woorden: [String: String] = [
        "PIP_VASTSTELLEN": "het eerste PIP vaststellen",
        "PIP_ONDERDELEN": "de inhoud van het PIP",
        "PIP_NA_VERHUIZING": "het PIP na verhuizing",
        "INBURGERINGSTERMIJN": "de inburgeringstermijn",
        "TERMIJN_WIJKT_AF": "de termijn van DUO is een andere",
        "INTAKE_OPROEP": "de oproep voor de brede intake",
        "INTAKE_ONDERDELEN": "de onderdelen van de brede intake",
        "INBURGERINGSAANBOD": "het inburgeringsaanbod",
        "TAALSCHAKELTRAJECT_START": "de start van het taalschakeltraject",
        "SCHAKELEN_TOT": "wisselen van leerroute",
        "AFSCHALEN_MOGELIJK": "afschalen naar A2",
        "VERLENGING_AANVRAGEN_VANAF": "verlenging aanvragen bij DUO",
        "VERLENGING_BESLUIT": "het besluit van DUO op de verlenging",
        "BIJNA_KLAAR": "verlenging omdat het bijna klaar is",
        "NIEUWE_TERMIJN": "de nieuwe termijn na een boete van DUO",
        "PVT": "het participatieverklaringstraject",
        "MAP": "de Module Arbeidsmarkt en Participatie",
        "ZROUTE_UREN_LES": "de lesuren van de Z-route",
        "ZROUTE_UREN_PARTICIPATIE": "de participatie-uren van de Z-route",
        "ZROUTE_EINDGESPREK": "het eindgesprek van de Z-route",
        "EXAMEN": "de onderdelen van het examen",
        "EXAMEN_GRATIS_POGINGEN": "de gratis examenpogingen",
        "VERWIJTBAARHEID_DOORGEVEN": "verwijtbaarheid doorgeven aan DUO",
        "VOORTGANGSGESPREK": "de voortgangsgesprekken",
        "ONTZORGEN": "financieel ontzorgen",
        "BOETE_BESLUIT": "de boete van de gemeente",
        "BOETE_BETALING": "het betalen van de boete",
        "BEZWAAR": "bezwaar tegen een besluit",
        "BEZWAAR_BESLUIT": "het besluit op bezwaar",
        "ONTHEFFING_ADVIES": "het advies over een ontheffing",
        "OVERDRACHT": "de overdracht na verhuizing",
        "PLICHT_VOLDAAN": "voldoen aan de inburgeringsplicht",
        "BEWAARTERMIJN": "het bewaren volgens het Besluit inburgering",
        "BEWAARTERMIJN_SELECTIELIJST": "het bewaren volgens de Selectielijst",
        "GEGEVENS_TEGENSTRIJDIG": "gegevens die elkaar tegenspreken",
        "WI2013_TERMIJN": "de termijn van de Wi2013",
        "WI2013_PVT": "de participatieverklaring van de Wi2013",
        "WI2013_LENING": "de lening van de Wi2013",
        "WI2013_STAGNATIE": "voortgang onder de Wi2013",
    ]
}
