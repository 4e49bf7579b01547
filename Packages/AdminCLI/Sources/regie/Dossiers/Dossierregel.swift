// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieRuntime

/// A dossier in a list: its number, where it stands and what is due first. Nothing that names the person.
struct Dossierregel {
    let dossier: Dossier
    let beoordeling: Beoordeling

    /// The terms that run or are past, nearest first; at most three.
    var eerste: [Termijn] {
        beoordeling.termijnen
            .filter { ($0.status == .loopt || $0.status == .overschreden) && $0.laatsteDag != nil }
            .sorted {
                ($0.laatsteDag ?? .init(dagnummer: 0), $0.code.rawValue) < (
                    $1.laatsteDag ?? .init(dagnummer: 0), $1.code.rawValue
                )
            }
            .prefix(3).map { $0 }
    }

    /// The gravest signal.
    var ernst: Signaal.Ernst? { beoordeling.signalen.map(\.ernst).max() }

    var json: JSON {
        let stand = beoordeling.stand
        var velden = Veldschrijver()
        velden.zet("id", dossier.id)
        velden.zet("wet", beoordeling.wet)
        velden.zet("inburgeringsplichtig", stand.inburgeringsplichtig)
        velden.zet("doelgroep", stand.doelgroep)
        velden.zet("leerroute", stand.leerroute)
        velden.zet("voldaan", stand.voldaan)
        velden.zet("klantmanager", dossier.klantmanager)
        velden.zet("ernst", ernst?.rawValue)
        velden.zet("signalen", beoordeling.signalen.count)
        velden.zet(
            "termijnen",
            eerste.map { termijn -> JSON in
                [
                    "code": .tekst(termijn.code.rawValue), "status": .tekst(termijn.status.rawValue),
                    "laatsteDag": termijn.laatsteDag?.json ?? .null,
                ]
            }
        )
        return velden.json
    }

    static let koppen = [
        "id", "stand", "doelgroep", "leerroute", "klantmanager", "ernst", "eerste termijn", "laatste dag",
    ]

    var rij: [String] {
        let stand = beoordeling.stand
        return [
            dossier.id.tekst,
            stand.voldaan ? "voldaan" : stand.inburgeringsplichtig ? "plichtig" : "niet plichtig",
            stand.doelgroep?.rawValue ?? "", stand.leerroute?.rawValue ?? "", dossier.klantmanager ?? "",
            ernst?.rawValue ?? "", eerste.first?.code.rawValue ?? "", eerste.first?.laatsteDag?.description ?? "",
        ]
    }
}
