// SPDX-License-Identifier: EUPL-1.2

import Foundation
import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("De simulator tegen de specificaties van DUO")
struct OpenapiTests {
    /// Beside the project; absent in most checkouts.
    private static let specificaties = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/specs/duo-m2m/API")

    private struct Operatie: Hashable {
        let methode: String
        let pad: String
    }

    /// The paths and methods of an OpenAPI file: a path is a key that starts with a slash, a method a key below it.
    private static func operaties(_ yaml: String) -> [Operatie] {
        var pad: String?
        var operaties: [Operatie] = []
        for regel in yaml.split(separator: "\n") {
            if regel.hasPrefix("  /"), regel.hasSuffix(":") {
                pad = String(regel.dropFirst(2).dropLast())
            } else if let pad, regel.hasPrefix("    "), !regel.hasPrefix("     "), regel.hasSuffix(":") {
                let sleutel = regel.dropFirst(4).dropLast()
                if ["get", "put", "post", "delete", "patch"].contains(sleutel) {
                    operaties.append(Operatie(methode: sleutel.uppercased(), pad: pad))
                }
            } else if !regel.hasPrefix(" ") {
                pad = nil
            }
        }
        return operaties
    }

    private static func versie(_ yaml: String) -> String? {
        yaml.split(separator: "\n").first { $0.hasPrefix("  version: ") }.map { String($0.dropFirst(11)) }
    }

    static let aanwezig = FileManager.default.fileExists(atPath: specificaties.path())

    @Test(
        "Elk pad met elke methode wordt bediend, met de versie van de specificatie of een latere",
        .enabled(if: aanwezig, "../shared/specs/duo-m2m is er niet: deze vergelijking is overgeslagen")
    )
    func allePaden() async throws {
        let mappen = try FileManager.default.contentsOfDirectory(atPath: Self.specificaties.path()).sorted()
        var gezien = Set<Operatie>()
        try await Proefwereld.met([Proefwereld.persoon()]) { duo async throws in
            for map in mappen where map != "Notificatie" {
                let bestand = Self.specificaties.appending(path: map).appending(path: "openapi.yml")
                let yaml = try String(contentsOf: bestand, encoding: .utf8)
                let versie = try #require(Self.versie(yaml))
                for operatie in Self.operaties(yaml) {
                    let pad = operatie.pad.replacing("{bsn}", with: Proefwereld.bsn)
                        .replacing("{instellingsnummer}", with: Proefwereld.bow).replacing("{id}", with: "1")
                    let antwoord = try await duo.vraag(operatie.methode, pad)
                    // Only a path that has an operation answers with its version.
                    let gekregen = try #require(antwoord.apiVersie, "\(operatie.methode) \(operatie.pad)")
                    #expect(
                        gekregen.compare(versie, options: .numeric) != .orderedAscending,
                        "\(operatie.methode) \(operatie.pad): \(gekregen)"
                    )
                }
            }
        }
        for map in mappen {
            let bestand = Self.specificaties.appending(path: map).appending(path: "openapi.yml")
            gezien.formUnion(Self.operaties(try String(contentsOf: bestand, encoding: .utf8)))
        }
        // Guards the line scan itself: twelve files, 34 operations of DUO and the one that a gemeente serves.
        #expect(mappen.count == 12)
        #expect(gezien.count == 35, "\(gezien.count)")
    }
}
