// SPDX-License-Identifier: EUPL-1.2

import Foundation
import KetensimulatorKit
import KetensimulatorTestKit
import RegieTestKit
import Testing

@Suite("Het programma ketensimulator")
struct ProcesTests {
    private struct Werkmap: ~Copyable {
        let pad = FileManager.default.temporaryDirectory.appending(path: "proces-\(UUID().uuidString)")
        init() throws { try FileManager.default.createDirectory(at: pad, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: pad) }

        func wereld(_ regels: [JSONWaarde]) throws -> String {
            let bestand = pad.appending(path: "wereld.jsonl")
            try Data(([Proefwereld.kop] + regels).flatMap { $0.bytes() + [10] }).write(to: bestand)
            return bestand.path()
        }
    }

    private func start(_ argumenten: [String]) throws -> Programma {
        try Programma.start("ketensimulator", argumenten, map: FileManager.default.temporaryDirectory)
    }

    /// The port of the line that says where it listens.
    private func poort(_ proces: Programma) async throws -> Int {
        try await Wachten.tot("het luistert") { proces.foutuitvoer.contains("\n") || !proces.leeft }
        let tekst = proces.foutuitvoer
        #expect(tekst.hasPrefix("ketensimulator luistert op http"))
        return try #require(tekst.split(separator: ":").last.flatMap { Int($0.prefix { $0.isNumber }) }, "\(tekst)")
    }

    @Test("Het meldt waar het luistert, bedient, en stopt netjes op SIGTERM; stdout blijft leeg")
    func leven() async throws {
        let map = try Werkmap()
        let wereld = try map.wereld([Proefwereld.persoon()])
        let proces = try start(["serve", "--poort", "0", "--wereld", wereld, "--vandaag", "2024-06-01"])
        let duo = Proefclient(poort: try await poort(proces), bron: Proefwereld.amsterdam)
        #expect(try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/doelgroep").status == 200)
        #expect(try await duo.beheer("GET", "/stand").json?["vandaag"] == "2024-06-01")
        #expect(await proces.stop() == 0)
        #expect(proces.standaarduitvoer.isEmpty)
    }

    @Test("Zonder wereldbestand volstaan gemeenten op de opdrachtregel")
    func zonderWereld() async throws {
        let proces = try start(["serve", "--poort", "0", "--gemeente", "0363=\(Proefwereld.amsterdam)"])
        let duo = Proefclient(poort: try await poort(proces), bron: Proefwereld.amsterdam)
        #expect(try await duo.vraag("GET", "/instellingen").json == [])
        #expect(try await duo.beheer("POST", "/personen", Proefwereld.persoon()).status == 201)
        #expect(try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/doelgroep").status == 200)
        #expect(await proces.stop() == 0)
    }

    @Test("Een kapot wereldbestand is een fout van de gebruiker: uitleg op stderr en code 2")
    func kapotteWereld() async throws {
        let proces = try start(["serve", "--poort", "0", "--wereld", "/bestaat/niet.jsonl"])
        #expect(await proces.einde() == 2)
        #expect(proces.foutuitvoer.contains("/bestaat/niet.jsonl"))
        #expect(proces.standaarduitvoer.isEmpty)
    }

    @Test("duw drukt een JSON-object met de meting af")
    func duw() async throws {
        let map = try Werkmap()
        let wereld = try map.wereld(
            (0..<50).map {
                [
                    "soort": "notificatie", "gemeentecode": "0363", "gebeurtenisId": "SS101",
                    "bsn": .tekst(String(999_900_000 + $0)), "registratieDatumTijd": "2024-06-01T10:00:00Z",
                ]
            }
        )
        try await Proefgemeente.met { gemeente, url in
            let proces = try start(["duw", "--wereld", wereld, "--naar-url", url, "--verbindingen", "4"])
            #expect(await proces.einde() == 0)
            let meting = try JSONWaarde(bytes: proces.standaarduitvoer.utf8)
            #expect(meting["verzonden"] == 50)
            #expect(meting["perStatus"] == ["201": 50])
            #expect(
                Set(meting.alsObject?.keys ?? [:].keys)
                    == ["verzonden", "perStatus", "seconden", "perSeconde", "p50ms", "p99ms"]
            )
            #expect(gemeente.ontvangen.count == 50)
        }
    }
}
