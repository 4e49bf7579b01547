// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

/// The explanation of some cases, word for word: who changes a sentence sees it here. `REGIE_GOUD=schrijf` writes them
/// anew.
@Suite struct `De uitleg in woorden` {
    static let gevallen = [
        ("pip-kennisgeving-na-inschrijving", "2024-03-20"), ("voldaan-zroute", "2024-04-01"),
        ("boete-recidive-verdubbelt", "2024-08-14"), ("bijna-klaar-een-taalonderdeel", "2026-10-03"),
        ("ontzorgen-niet-gestart", "2024-03-01"), ("wi2013-lening-75-laatste-jaar", "2023-03-03"),
        ("taalschakel-dag-te-laat", "2024-10-03"), ("bewaren-vijf-jaar", "2031-05-02"),
        ("boete-asiel-voor-de-uitspraak", "2025-07-09"), ("termijn-onderbreking", "2025-07-01"),
        ("nieuwe-termijn-derde-boete-geeft-er-geen", "2028-06-01"), ("boete-bezwaar-gegrond", "2024-08-19"),
        ("zroute-niet-vrijstellende-opleiding-naast-een-cursus", "2024-12-01"),
    ]

    @Test(arguments: gevallen)
    func `staat er zoals afgesproken`(_ naam: String, _ peildatum: String) throws {
        let geval = try #require(Werkgeval.alle.first { $0.bestand == "\(naam).json" }, "\(naam)")
        let uitleg = try Wet.beoordelaar().beoordeel(try geval.casus.dossier, op: try dag(peildatum)).uitleg
        let tekst = uitleg.joined(separator: "\n") + "\n"
        let bestand = Werkgeval.map.deletingLastPathComponent().appendingPathComponent("uitleg/\(naam).txt")
        if ProcessInfo.processInfo.environment["REGIE_GOUD"] == "schrijf" {
            try tekst.write(to: bestand, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: bestand, encoding: .utf8) == tekst)
    }
}
