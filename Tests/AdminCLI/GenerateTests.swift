// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

/// A population from the command line.
@Suite struct `Een bevolking op de opdrachtregel` {
    @Test func `naar stdout: één JSON-object, dezelfde bytes voor dezelfde seed`() async throws {
        let map = try Proefmap()
        let een = try await map.regie("generate", "--personen", "40", "--seed", "5")
        let twee = try await map.regie("generate", "--personen", "40", "--seed", "5")
        let ander = try await map.regie("generate", "--personen", "40", "--seed", "6")
        #expect(een.code == 0, "\(een.fout)")
        #expect(een.uit == twee.uit)
        #expect(een.uit != ander.uit)
        let json = try JSON.lees(een.uit)
        #expect(json["dossiers"]?.lijst?.count == 40)
        #expect(json["dossiers"]?.lijst?.allSatisfy { $0["id"]?.tekst?.count == 12 } == true)
        #expect((json["berichten"]?.lijst?.count ?? 0) > 40)
    }

    @Test func `naar een map: wereld, dossiers en personen, en assess leest de dossiers`() async throws {
        let map = try Proefmap()
        let uit = try await map.json([
            "generate", "--personen", "50", "--seed", "5", "--gemeente", "0599", "--peildatum", "2025-06-01", "--uit",
            "b",
        ])
        #expect(uit["personen"] == 50)
        let wereld = try map.lees("b/wereld.jsonl").split(separator: "\n").map { try JSON.lees(String($0)) }
        #expect(wereld.first?["soort"] == "wereld")
        #expect(wereld.first?["gemeenten"]?.lijst?.first?["gemeentecode"] == "0599")
        #expect(wereld.filter { $0["soort"] == "persoon" }.count == 50)
        #expect(wereld.filter { $0["soort"] == "notificatie" }.count == uit["notificaties"]?.getal)
        #expect(try map.lees("b/personen.jsonl").split(separator: "\n").count == 50)
        let beoordelingen = try await map.json(["assess", "--feiten", "b/dossiers.jsonl", "--peildatum", "2025-06-01"])
        #expect(beoordelingen.lijst?.count == 50)
        #expect(beoordelingen.lijst?.contains { $0["stand"]?["inburgeringsplichtig"] == true } == true)
    }
}
