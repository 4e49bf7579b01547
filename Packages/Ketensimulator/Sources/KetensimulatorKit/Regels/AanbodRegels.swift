// SPDX-License-Identifier: EUPL-1.2

/// When DUO takes an inburgeringsaanbod (README of the specification; wet.md 11.81).
///
/// The README still speaks of `datumAanvangTaalschakeltraject` and `datumEindeCursus`; version 1.2.0 of the
/// API has `verwachteStartdatumOpleiding` and `verwachteEinddatumOpleiding`. The rules are applied to those:
/// the education does not start before the aanbod, ends after it starts, and lies within the term.
enum AanbodRegels {
    /// Every rule that the aanbod breaks.
    static func bezwaren(_ aanbod: Aanbod, instellingsnummer: String, _ zaak: Persoonszaak) -> [String] {
        var bezwaren: [String] = []
        if !zaak.persoon.isAsielstatushouder {
            bezwaren.append("Een inburgeringsaanbod is er alleen voor een asielstatushouder.")
        }
        if zaak.persoon.pip == nil { bezwaren.append("Deze persoon heeft nog geen PIP.") }
        if !Keurmerk.geldig(instellingsnummer, leerroute: zaak.persoon.leerroute, zaak.aanvraag.kop) {
            bezwaren.append("De instelling is niet bekend met een keurmerk dat bij de leerroute past.")
        }
        return bezwaren + data(aanbod, zaak.persoon)
    }

    private static func data(_ aanbod: Aanbod, _ persoon: Persoon) -> [String] {
        var bezwaren: [String] = []
        let dagen = [aanbod.datum, aanbod.start, aanbod.einde].compactMap { $0 }
        if let dagtekening = persoon.dagtekening, dagen.contains(where: { $0 < dagtekening }) {
            bezwaren.append("Een datum van het aanbod ligt voor de dagtekening van het actuele PIP (\(dagtekening)).")
        }
        if let datum = aanbod.datum, let start = aanbod.start, start < datum {
            bezwaren.append("De startdatum van de opleiding ligt voor de datum van het aanbod.")
        }
        // The einddatum is exclusive: an education of one day ends on the day after its start.
        if let start = aanbod.start ?? aanbod.datum, let einde = aanbod.einde, einde <= start {
            bezwaren.append("De einddatum van de opleiding ligt niet na de startdatum.")
        }
        if let begin = persoon.termijnStart, let slot = persoon.termijnEinde {
            let startBuiten = aanbod.start.map { $0 < begin || $0 >= slot } ?? false
            let eindeBuiten = aanbod.einde.map { $0 <= begin || $0 > slot } ?? false
            if startBuiten || eindeBuiten {
                bezwaren.append("De opleiding ligt buiten de inburgeringstermijn (\(begin) tot \(slot)).")
            }
        }
        return bezwaren
    }
}

/// Whether a school may teach: a keurmerk of Blik op Werk, or for the onderwijsroute that of a taalschakeltraject.
enum Keurmerk {
    static func geldig(_ instellingsnummer: String, leerroute: String?, _ kop: Wereldkop) -> Bool {
        guard let instelling = kop.instelling(instellingsnummer) else { return false }
        if instelling["indicatieBowKeurmerk"]?.alsBool == true { return true }
        return leerroute == "O" && instelling["indicatieTstKeurmerk"]?.alsBool == true
    }
}
