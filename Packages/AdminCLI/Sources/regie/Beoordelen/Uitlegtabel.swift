// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// An assessment as rows: terms, counts and signals, each with its ground.
enum Uitlegtabel {
    static func maak(_ beoordeling: Beoordeling) -> Tabel { maak([(nil, beoordeling)]) }

    /// - Parameter zaken: assessments with the name of the case, if it has one.
    static func maak(_ zaken: some Sequence<(String?, Beoordeling)>) -> Tabel {
        let koppen = ["zaak", "deel", "code", "stand", "datum", "toelichting", "grondslag", "feiten"]
        var tabel = Tabel(koppen: koppen, onderVanaf: koppen.firstIndex(of: "toelichting"))
        for (index, (naam, beoordeling)) in zaken.enumerated() {
            let zaak = naam ?? String(index + 1)
            tabel.rijen += rijen(beoordeling).map { [zaak] + $0 }
        }
        return tabel
    }

    private static func rijen(_ beoordeling: Beoordeling) -> [[String]] {
        let stand = beoordeling.stand
        let plicht = [
            stand.inburgeringsplichtig ? "plichtig" : "niet plichtig", stand.doelgroep?.rawValue,
            stand.leerroute.map { "leerroute \($0.rawValue)" }, stand.voldaan ? "voldaan" : nil,
        ]
        let kop = [
            "stand", beoordeling.wet.rawValue, "", "\(beoordeling.peildatum)",
            plicht.compactMap { $0 }.joined(separator: ", "), "", "",
        ]
        let termijnen = beoordeling.termijnen.map { termijn in
            [
                "termijn", termijn.code.rawValue, termijn.status.rawValue, termijn.laatsteDag?.description ?? "",
                termijn.zin + termijn.waarden, termijn.grondslag.joined(separator: "; "), nummers(termijn.feiten),
            ]
        }
        let voortgang = beoordeling.voortgang.map { deel in
            [
                "voortgang", deel.code.rawValue, "\(deel.behaald)/\(deel.vereist)", "",
                deel.zin, deel.grondslag.joined(separator: "; "), nummers(deel.feiten),
            ]
        }
        let signalen = beoordeling.signalen.map { signaal in
            [
                "signaal", signaal.code.rawValue, signaal.ernst.rawValue, signaal.voor?.description ?? "",
                signaal.actie,
                signaal.grondslag.joined(separator: "; "), nummers(signaal.feiten),
            ]
        }
        return [kop] + termijnen + voortgang + signalen
    }

    private static func nummers(_ feiten: [Int]) -> String { feiten.map(String.init).joined(separator: " ") }
}

extension Termijn {
    /// The values of the law that were used, after the sentence.
    fileprivate var waarden: String {
        parameters.isEmpty
            ? "" : " Waarden: \(parameters.map { "\($0.sleutel) \($0.waarde)" }.joined(separator: ", "))."
    }
}
