// SPDX-License-Identifier: EUPL-1.2

/// When DUO takes the end of MAP, PVT and Z-route (README of the specification, June 2026; wet.md 11.82 and 11.83).
enum AfrondingRegels {
    /// Every rule that a MAP or PVT date, with or without `verwijtbaar`, breaks.
    static func bezwaren(_ onderdeel: Onderdeel, datum: Dag?, verwijtbaar: String?, _ zaak: Persoonszaak) -> [String] {
        var bezwaren = gemeente(zaak)
        if let leverancier = onderdeel.geleverdDoor(zaak.persoon), leverancier != zaak.gemeentecode {
            bezwaren.append("De datum \(onderdeel.naam) is eerder door een andere gemeente geleverd.")
        }
        if let datum {
            bezwaren += datumregels("datum \(onderdeel.naam)", datum, zaak)
            if let zroute = zaak.persoon.afrondingZroute, datum > zroute {
                bezwaren.append("De datum \(onderdeel.naam) ligt na de afronding van de Z-route (\(zroute)).")
            }
        } else if let zroute = zaak.persoon.afrondingZroute {
            bezwaren.append(
                "De datum \(onderdeel.naam) kan niet leeg zijn: de Z-route is afgerond op \(zroute)."
            )
        }
        return bezwaren + verwijtbaarheid(datum: datum, verwijtbaar: verwijtbaar, zaak)
    }

    /// The window of `verwijtbaar`.
    ///
    /// The term is overrun when the date lies on or after its (exclusive) einddatum, or, without a date,
    /// when today does.
    private static func verwijtbaarheid(datum: Dag?, verwijtbaar: String?, _ zaak: Persoonszaak) -> [String] {
        guard let einde = zaak.persoon.termijnEinde else {
            return verwijtbaar == nil ? [] : ["Verwijtbaar kan niet: er is nog geen inburgeringstermijn."]
        }
        let overschreden = (datum ?? zaak.vandaag) >= einde
        switch verwijtbaar {
        case nil:
            return overschreden ? ["Verwijtbaar ontbreekt: de inburgeringstermijn is overschreden."] : []
        case _ where datum.map { $0 < einde } ?? false:
            return ["Verwijtbaar kan niet: de datum ligt voor het einde van de inburgeringstermijn."]
        case "Ja":
            return overschreden ? [] : ["Verwijtbaar Ja kan alleen als de inburgeringstermijn is overschreden."]
        default:
            let venster = einde.plus(maanden: -DUOGedrag.neeVanafMaandenVoorEinde)
            return overschreden || zaak.vandaag >= venster
                ? [] : ["Verwijtbaar Nee kan pas vanaf \(venster), kort voor het einde van de inburgeringstermijn."]
        }
    }

    /// Every rule that the completion of the Z-route breaks.
    ///
    /// DUO published none of its own; these mirror what it says about MAP and PVT, whose dates may not
    /// lie after this one.
    static func bezwarenZroute(datum: Dag?, _ zaak: Persoonszaak) -> [String] {
        var bezwaren = gemeente(zaak)
        guard let datum else { return bezwaren }
        if zaak.persoon.leerroute != "Z" { bezwaren.append("Het actuele PIP heeft niet de Z-route.") }
        bezwaren += datumregels("datum afronding Z-route", datum, zaak)
        for onderdeel in Onderdeel.alle {
            if let eerder = onderdeel.datum(zaak.persoon), datum < eerder {
                bezwaren.append("De afronding van de Z-route ligt voor de datum \(onderdeel.naam) (\(eerder)).")
            }
        }
        return bezwaren
    }

    private static func gemeente(_ zaak: Persoonszaak) -> [String] {
        var bezwaren: [String] = []
        if zaak.persoon.pipGemeente != zaak.gemeentecode {
            bezwaren.append("Uw gemeente heeft geen actueel PIP voor deze persoon.")
        }
        let reden = zaak.persoon["inburgeringsplicht"]?["redenGeenInburgeringsplicht"]?.alsTekst
        if zaak.persoon.leerroute == "Z", reden == "Inburgeringsplicht voldaan" {
            bezwaren.append("De inburgeringsplicht is al voldaan via de Z-route.")
        }
        return bezwaren
    }

    private static func datumregels(_ naam: String, _ datum: Dag, _ zaak: Persoonszaak) -> [String] {
        var bezwaren: [String] = []
        if let start = zaak.persoon.termijnStart, datum < start {
            bezwaren.append("De \(naam) ligt voor het begin van de inburgeringstermijn (\(start)).")
        }
        if datum > zaak.vandaag { bezwaren.append("De \(naam) ligt in de toekomst.") }
        return bezwaren
    }
}
