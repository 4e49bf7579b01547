// SPDX-License-Identifier: EUPL-1.2

import Foundation
import KetensimulatorKit
import KetensimulatorTestKit
import RegieTestKit
import Testing

@Suite("Het programma ketensimulator")
struct ProcesTests {
    /// The built executable stands beside the test bundle.
    private static let programma: URL = {
        let begin = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        return begin.appending(path: "ketensimulator")
    }()

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

    private func start(_ argumenten: [String]) throws -> (Process, Pipe, Pipe) {
        let proces = Process()
        let (uit, fout) = (Pipe(), Pipe())
        proces.executableURL = Self.programma
        proces.arguments = argumenten
        proces.standardOutput = uit
        proces.standardError = fout
        try Processtart.run(proces)
        return (proces, uit, fout)
    }

    /// The port of the line that says where it listens.
    private func poort(_ fout: Pipe) throws -> Int {
        var regel = Data()
        while !regel.contains(10) {
            let stuk = fout.fileHandleForReading.availableData
            if stuk.isEmpty { break }
            regel.append(stuk)
        }
        let tekst = String(decoding: regel, as: UTF8.self)
        #expect(tekst.hasPrefix("ketensimulator luistert op http"))
        return try #require(tekst.split(separator: ":").last.flatMap { Int($0.prefix { $0.isNumber }) }, "\(tekst)")
    }

    @Test("Het meldt waar het luistert, bedient, en stopt netjes op SIGTERM; stdout blijft leeg")
    func leven() async throws {
        let map = try Werkmap()
        let wereld = try map.wereld([Proefwereld.persoon()])
        let (proces, uit, fout) = try start(["serve", "--poort", "0", "--wereld", wereld, "--vandaag", "2024-06-01"])
        let duo = Proefclient(poort: try poort(fout), bron: Proefwereld.amsterdam)
        #expect(try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/doelgroep").status == 200)
        #expect(try await duo.beheer("GET", "/stand").json?["vandaag"] == "2024-06-01")
        proces.terminate()
        proces.waitUntilExit()
        #expect(proces.terminationReason == .exit)
        #expect(proces.terminationStatus == 0)
        #expect(try uit.fileHandleForReading.readToEnd() ?? Data() == Data())
    }

    @Test("Zonder wereldbestand volstaan gemeenten op de opdrachtregel")
    func zonderWereld() async throws {
        let (proces, _, fout) = try start(["serve", "--poort", "0", "--gemeente", "0363=\(Proefwereld.amsterdam)"])
        let duo = Proefclient(poort: try poort(fout), bron: Proefwereld.amsterdam)
        #expect(try await duo.vraag("GET", "/instellingen").json == [])
        #expect(try await duo.beheer("POST", "/personen", Proefwereld.persoon()).status == 201)
        #expect(try await duo.vraag("GET", "/personen/\(Proefwereld.bsn)/doelgroep").status == 200)
        proces.terminate()
        proces.waitUntilExit()
        #expect(proces.terminationStatus == 0)
    }

    @Test("Een kapot wereldbestand is een fout van de gebruiker: uitleg op stderr en code 2")
    func kapotteWereld() throws {
        let (proces, uit, fout) = try start(["serve", "--poort", "0", "--wereld", "/bestaat/niet.jsonl"])
        proces.waitUntilExit()
        #expect(proces.terminationStatus == 2)
        let tekst = String(decoding: try fout.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(tekst.contains("/bestaat/niet.jsonl"))
        #expect(try uit.fileHandleForReading.readToEnd() ?? Data() == Data())
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
            })
        try await Proefgemeente.met { gemeente, url in
            let (proces, uit, _) = try start(["duw", "--wereld", wereld, "--naar-url", url, "--verbindingen", "4"])
            let meting = try JSONWaarde(bytes: uit.fileHandleForReading.readToEnd() ?? Data())
            proces.waitUntilExit()
            #expect(proces.terminationStatus == 0)
            #expect(meting["verzonden"] == 50)
            #expect(meting["perStatus"] == ["201": 50])
            #expect(
                Set(meting.alsObject?.keys ?? [:].keys)
                    == ["verzonden", "perStatus", "seconden", "perSeconde", "p50ms", "p99ms"])
            #expect(gemeente.ontvangen.count == 50)
        }
    }
}
