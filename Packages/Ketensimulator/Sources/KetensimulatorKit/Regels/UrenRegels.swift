// SPDX-License-Identifier: EUPL-1.2

/// When DUO takes hours of taalles and KNM at a school (README of June 2026; wet.md 11.84).
enum UrenRegels {
    /// Every rule that the hours break. `bekendTot` is the date of the message.
    static func bezwaren(bekendTot: Dag, instellingsnummer: String, _ zaak: Persoonszaak) -> [String] {
        let persoon = zaak.persoon
        var bezwaren: [String] = []
        if !Keurmerk.geldig(instellingsnummer, leerroute: persoon.leerroute, zaak.aanvraag.kop) {
            bezwaren.append("De instelling is niet bekend met een keurmerk dat bij de leerroute past.")
        }
        if let start = persoon.termijnStart, bekendTot < start {
            bezwaren.append("De datum ligt voor het begin van de inburgeringstermijn (\(start)).")
        }
        if bekendTot > zaak.vandaag { bezwaren.append("De datum ligt in de toekomst.") }
        if let eerste = Inburgeringsaanbod.eersteDag(persoon, instelling: instellingsnummer), bekendTot < eerste {
            bezwaren.append("De datum ligt voor het eerste inburgeringsaanbod van de instelling (\(eerste)).")
        }
        if persoon["aanbod"]?[instellingsnummer]?["verwachteStartdatumOpleiding"]?.alsDag == nil {
            bezwaren.append("Er is bij deze instelling geen inburgeringsaanbod met een startdatum.")
        }
        let eerder = (persoon["uren"]?.alsLijst ?? []).filter {
            GevolgdeUren.bevat(
                $0,
                gemeentecode: zaak.gemeentecode,
                soort: GevolgdeUren.bijInstelling,
                instelling: instellingsnummer
            )
        }.compactMap { $0["bekendTot"]?.alsDag }.max()
        if let eerder, bekendTot < eerder {
            bezwaren.append("Er zijn al uren met een latere datum geregistreerd (\(eerder)).")
        }
        return bezwaren
    }
}
