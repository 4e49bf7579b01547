// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

/// A worked case: facts, and on some days what the assessment must say.
struct Werkgeval: CustomTestStringConvertible, Sendable {
    let bestand: String
    let json: JSON

    var testDescription: String { "\(bestand): \(json["naam"]?.tekst ?? "")" }

    var casus: Casus {
        get throws {
            let leden = (json.leden ?? []).filter { $0.sleutel != "verwacht" }
            return try #require(try Casus.lees(JSON.object(leden).bytes).casussen.first)
        }
    }

    static let map = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/casussen")

    static let alle: [Werkgeval] = {
        let namen = (try? FileManager.default.contentsOfDirectory(atPath: map.path)) ?? []
        return namen.filter { $0.hasSuffix(".json") }.sorted().compactMap { naam in
            guard let bytes = try? Data(contentsOf: map.appendingPathComponent(naam)), let json = try? JSON.lees(bytes)
            else { return nil }
            return Werkgeval(bestand: naam, json: json)
        }
    }()
}

/// Small deterministic generator (SplitMix64), so that a failing run can be repeated from its seed.
struct Toeval: RandomNumberGenerator {
    private var stand: UInt64
    let zaad: UInt64

    /// A fresh seed, or that of `REGIE_ZAAD`; it is printed.
    init(_ naam: String = #function) {
        zaad =
            ProcessInfo.processInfo.environment["REGIE_ZAAD"].flatMap(UInt64.init) ?? UInt64.random(in: 0...9_999_999)
        stand = zaad
        print("zaad van \(naam): \(zaad)")
    }

    mutating func next() -> UInt64 {
        stand &+= 0x9E37_79B9_7F4A_7C15
        var z = stand
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
