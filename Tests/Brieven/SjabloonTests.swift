// SPDX-License-Identifier: EUPL-1.2

import Brieven
import Foundation
import Inburgering
import RegieTestKit
import Testing

@Suite struct `Een eigen sjabloon van de gemeente` {
    private let feiten = [Proef.persoon, Proef.plicht, Proef.oproep(1, "2024-04-01", "2024-04-15")]

    private func map(_ tekst: String?, _ werk: (Sjabloonmap) throws -> Void) throws {
        let map = FileManager.default.temporaryDirectory.appendingPathComponent("brieven-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        let bestand = map.appendingPathComponent("oproep.mustache")
        if let tekst { try tekst.write(to: bestand, atomically: true, encoding: .utf8) }
        try werk(Sjabloonmap(eigen: map, standaard: Proef.wortel.appendingPathComponent("config/brieven")))
    }

    @Test func `gaat voor, en wat er niet is komt van Regie`() throws {
        try map("Kom voor {{uiterlijk}}, {{naam}}.{{#herhaald}} Weer.{{/herhaald}}\n") { sjablonen in
            let tekst = try Proef.brief(.oproep, feiten, op: "2024-04-01", sjablonen)
            #expect(tekst == "Kom voor 15 april 2024, Zoë & Noor d'Ancona.\n")
            #expect(sjablonen.controleer() == [])
        }
    }

    @Test func `met een tag die niet bestaat wordt geweigerd, met bestand, regel en raad`() throws {
        try map("Beste {{naam}},\nKom voor {{uiterljk}}.\n") { sjablonen in
            let fout = try Proef.weigering(.oproep, feiten, op: "2024-04-01", sjablonen)
            #expect(fout.contains("oproep.mustache:2"))
            #expect(fout.contains("Bedoelde u 'uiterlijk'?"))
            #expect(sjablonen.controleer().count == 1)
        }
    }

    @Test func `met een tag die niet sluit is geen sjabloon`() throws {
        try map("{{#adres}}woont ergens") { sjablonen in
            let fout = try Proef.weigering(.oproep, feiten, op: "2024-04-01", sjablonen)
            #expect(fout.contains("sjabloon-ongeldig"))
        }
    }

    @Test func `ontbreekt het sjabloon overal, dan zegt de fout waar is gezocht`() throws {
        let leeg = Sjabloonmap(eigen: nil, standaard: URL(fileURLWithPath: "/bestaat/niet"))
        #expect(leeg.controleer().count == Briefsoort.allCases.count)
        #expect(leeg.controleer().first?.watTeDoen.contains("/bestaat/niet") == true)
    }
}
