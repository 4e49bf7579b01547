// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Policy
import Testing

@Suite struct `De wet als bestanden` {
    /// The law of the repository with one file replaced or added, in a folder of its own.
    private func wet(_ bestanden: [String: String], zonder: Set<String> = []) throws -> URL {
        let bron = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("config/wet")
        let map = FileManager.default.temporaryDirectory.appendingPathComponent("wet-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: bron, to: map)
        for naam in zonder { try FileManager.default.removeItem(at: map.appendingPathComponent(naam)) }
        for (naam, tekst) in bestanden {
            try tekst.write(to: map.appendingPathComponent(naam), atomically: true, encoding: .utf8)
        }
        return map
    }

    private func weigering(_ bestanden: [String: String], zonder: Set<String> = []) throws -> RegieFout {
        let map = try wet(bestanden, zonder: zonder)
        defer { try? FileManager.default.removeItem(at: map) }
        return try #require(throws: RegieFout.self) { try WetLader.laad(map: map) }
    }

    @Test func `de wet van het project klopt en geeft per dag de goede waarde`() throws {
        let map = try wet([:])
        defer { try? FileManager.default.removeItem(at: map) }
        let boek = try WetLader.laad(map: map)
        let oud = try #require(Datum("2022-12-31"))
        #expect(boek.parameter(.pipKlok, op: oud)?.waarde == .tekst("inschrijving"))
        #expect(boek.parameter(.pipKlok, op: oud.volgende)?.waarde == .tekst("kennisgeving"))
        #expect(boek.parameter(.pipDerden, op: oud) == nil)
        #expect(boek.parameter(.pipTermijn, op: oud)?.grondslag == "Besluit inburgering 2021 art. 5.3 lid 1")
        for sleutel in Wetsleutel.allCases {
            #expect(boek.parameter(sleutel, op: try #require(Datum("2026-01-01"))) != nil, "\(sleutel.naam)")
        }
    }

    @Test func `een tikfout in een sleutel krijgt een suggestie met bestand en regel`() throws {
        let fout = try weigering([
            "x.yaml": "\n- sleutel: pip.termjin\n  waarde: P10W\n  vanaf: 2030-01-01\n  grondslag: x\n"
        ])
        #expect(fout.code == .wetOngeldig)
        #expect(fout.waar?.hasSuffix("x.yaml:2") == true)
        #expect(fout.watTeDoen == "Bedoelde u 'pip.termijn'?")
    }

    @Test func `twee waarden op dezelfde dag worden geweigerd, met beide plaatsen`() throws {
        let fout = try weigering(["x.yaml": "- sleutel: pvt.uren\n  waarde: 14\n  vanaf: 2025-01-01\n  grondslag: x\n"])
        #expect(fout.waar?.hasSuffix("x.yaml:1") == true)
        #expect(fout.wat.contains("pvt-map.yaml:1"))
    }

    @Test func `een dag later beginnen dan de vorige eindigt mag wel`() throws {
        let map = try wet([
            "pvt-map.yaml": """
            - {sleutel: pvt.uren, waarde: 12, vanaf: 2022-01-01, tot: 2024-12-31, grondslag: a}
            - {sleutel: pvt.uren, waarde: 14, vanaf: 2025-01-01, grondslag: b}
            - {sleutel: map.urenPraktijk, waarde: 40, vanaf: 2022-01-01, grondslag: c}
            - {sleutel: map.onderwijsroute, waarde: false, vanaf: 2022-01-01, grondslag: d}
            """
        ])
        defer { try? FileManager.default.removeItem(at: map) }
        let boek = try WetLader.laad(map: map)
        #expect(boek.parameter(.pvtUren, op: try #require(Datum("2024-12-31")))?.waarde == .getal(12))
        #expect(boek.parameter(.pvtUren, op: try #require(Datum("2025-01-01")))?.waarde == .getal(14))
    }

    @Test func `een sleutel die ontbreekt wordt genoemd`() throws {
        let fout = try weigering([:], zonder: ["intake.yaml"])
        #expect(fout.wat.contains("intake.oproepen"))
    }

    @Test(arguments: [
        ("- sleutel: pvt.uren\n  waarde: P10W\n  vanaf: 2030-01-01\n  grondslag: x\n", 2),
        ("- sleutel: pip.termijn\n  waarde: 10\n  vanaf: 2030-01-01\n  grondslag: x\n", 2),
        ("- sleutel: pip.klok\n  waarde: zonnewijzer\n  vanaf: 2030-01-01\n  grondslag: x\n", 1),
        ("- sleutel: pvt.uren\n  waarde: 12\n  vanaf: 2030-02-30\n  grondslag: x\n", 3),
        ("- sleutel: pvt.uren\n  waarde: 12\n  grondslag: x\n", 1),
        ("- sleutel: pvt.uren\n  waarde: 12\n  vanaf: 2030-01-01\n", 1),
        ("- sleutel: pvt.uren\n  waarde: 12\n  vanaf: 2030-01-01\n  tot: 2029-01-01\n  grondslag: x\n", 1),
        ("- sleutel: pvt.uren\n  waarde: 12\n  vnaaf: 2030-01-01\n  grondslag: x\n", 3),
        ("- sleutel: atw.feestdagen\n  waarde: 13-45\n  vanaf: 2030-01-01\n  grondslag: x\n", 1),
        ("- sleutel: pvt.uren\n  waarde: [\n", 3),
        ("pvt.uren: 12\n", 1),
    ])
    func `wat niet klopt wordt geweigerd met bestand en regel`(_ yaml: String, _ regel: Int) throws {
        let fout = try weigering(["x.yaml": yaml])
        #expect(fout.code == .wetOngeldig)
        #expect(fout.waar?.hasSuffix("x.yaml:\(regel)") == true, "\(fout)")
    }

    @Test func `een voorstel telt pas als het bij name wordt gevraagd`() throws {
        let map = try wet([
            "voorstellen/pip-acht-weken.yaml":
                "- {sleutel: pip.termijn, waarde: P8W, vanaf: 2030-01-01, grondslag: voorstel}\n"
        ])
        defer { try? FileManager.default.removeItem(at: map) }
        let toen = try #require(Datum("2029-12-31"))
        let gewoon = try WetLader.laad(map: map)
        #expect(gewoon.parameter(.pipTermijn, op: toen.volgende)?.waarde == .duur(Duur(10, .weken)))
        let nieuw = try WetLader.laad(map: map, voorstellen: ["pip-acht-weken"])
        #expect(nieuw.parameter(.pipTermijn, op: toen)?.waarde == .duur(Duur(10, .weken)))
        #expect(nieuw.parameter(.pipTermijn, op: toen.volgende)?.waarde == .duur(Duur(8, .weken)))
    }

    @Test func `een map die er niet is wordt gemeld`() throws {
        let fout = try #require(throws: RegieFout.self) {
            try WetLader.laad(map: URL(fileURLWithPath: "/bestaat/niet"))
        }
        #expect(fout.code == .wetOngeldig)
    }
}
