// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

/// `make dekking` writes the page (`REGIE_DEKKING=schrijf`); otherwise it must be as the tests make it.
@Suite struct `Dekking van de wet` {
    @Test func `elk artikel is uitgewerkt of verklaard, en de bladzijde klopt`() throws {
        let dekking = try Dekking()
        #expect(dekking.artikelen.count > 70)
        #expect(dekking.vreemd == [], "deze artikelen staan niet in docs/wet/artikelen.json")
        for artikel in dekking.artikelen {
            let verantwoord = !artikel.codes.isEmpty || artikel.waarom != nil
            #expect(verantwoord, "\(artikel.naam) is niet uitgewerkt en niet verklaard")
        }
        let bestand = Dekking.map.appendingPathComponent("dekking.md")
        if ProcessInfo.processInfo.environment["REGIE_DEKKING"] == "schrijf" {
            try dekking.pagina.write(to: bestand, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: bestand, encoding: .utf8) == dekking.pagina, "draai make dekking")
    }

    @Test func `een grond wordt als artikel gelezen`() {
        #expect(Dekking.artikel("Besluit inburgering 2021 art. 4.4 lid 2 onder c")?.nummer == "4.4")
        #expect(Dekking.artikel("Wi2021 art. 16")?.nummer == "16")
        #expect(Dekking.artikel("Awb art. 6:7") == nil)
    }
}
