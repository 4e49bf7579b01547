// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Who a made-up person is.
struct Identiteit {
    let id: DossierID
    let bsn: Bsn
    let vnummer: VNummer
    let geslachtsnaam: String
    let voornamen: String
    let geslacht: String
    let geboortedatum: OnvolledigeDatum?
    let geboren: Datum
    let nationaliteit: String
    let taal: String
    let adres: JSON
    let contact: JSON

    /// Everything that the BRP and the gemeente know of the person.
    var persoonsgegevens: PersoonsgegevensOntvangen {
        PersoonsgegevensOntvangen(
            bsn: bsn,
            vnummer: vnummer,
            geslachtsnaam: geslachtsnaam,
            voornamen: voornamen,
            geboortedatum: geboortedatum,
            geslacht: geslacht,
            nationaliteiten: [nationaliteit],
            adres: adres,
            contact: contact
        )
    }
}

extension Identiteit {
    /// Draws a person.
    /// - Parameters:
    ///   - leeftijd: age in years at `plicht`.
    ///   - achternaam: of the household, when it has one.
    static func maak(
        _ toeval: inout Toeval,
        bsn: Bsn,
        vnummer: VNummer,
        herkomst: Herkomst,
        vrouw: Bool,
        leeftijd: Int,
        plicht: Datum,
        achternaam: String
    ) -> Identiteit {
        let geboren = plicht.plus(maanden: -12 * leeftijd).plus(dagen: -toeval.geheel(0...364))
        let delen = geboren.delen
        // In many countries of origin only the year is known; the BRP then writes zeros.
        let tekst = toeval.kans(60) ? "\(delen.jaar)-00-00" : geboren.description
        let huisnummer = toeval.geheel(1...240)
        let postcode = "\(toeval.geheel(1011...9999)) \(letter(&toeval))\(letter(&toeval))"
        let mobiel = "06 0000 \(toeval.geheel(1000...9999))"
        return Identiteit(
            id: DossierID.nieuw(met: &toeval),
            bsn: bsn,
            vnummer: vnummer,
            geslachtsnaam: achternaam,
            voornamen: toeval.kies(vrouw ? herkomst.vrouwen : herkomst.mannen),
            geslacht: vrouw ? "V" : "M",
            geboortedatum: OnvolledigeDatum(tekst),
            geboren: geboren,
            nationaliteit: herkomst.nationaliteit,
            taal: herkomst.taal,
            adres: [
                "straat": .tekst(toeval.kies(straten)), "huisnummer": .getal(huisnummer), "postcode": .tekst(postcode),
            ],
            contact: [
                "telefoon": .tekst(mobiel), "email": .tekst("post\(toeval.geheel(1000...9999))@voorbeeld.example"),
                "taal": .tekst(herkomst.taal),
            ]
        )
    }

    private static let straten = [
        "Dorpsstraat", "Kerkstraat", "Molenweg", "Schoolstraat", "Stationsweg", "Lindelaan", "Meidoornstraat",
        "Wilhelminastraat", "Parallelweg", "Populierenlaan",
    ]

    private static func letter(_ toeval: inout Toeval) -> String {
        // Letters that a postcode uses.
        toeval.kies([
            "A", "B", "C", "D", "E", "G", "H", "J", "K", "L", "M", "N", "P", "R", "S", "T", "V", "W", "X", "Z",
        ])
    }
}
