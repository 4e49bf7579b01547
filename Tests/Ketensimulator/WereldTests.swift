// SPDX-License-Identifier: EUPL-1.2

import Foundation
import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Het wereldbestand")
struct WereldTests {
    private func wereld(_ inhoud: String, _ proef: (String) throws -> Void) throws {
        let pad = FileManager.default.temporaryDirectory.appending(path: "wereld-\(UUID().uuidString).jsonl")
        try Data(inhoud.utf8).write(to: pad)
        defer { try? FileManager.default.removeItem(at: pad) }
        try proef(pad.path())
    }

    private let kop = #"{"soort":"wereld","gemeenten":[{"gemeentecode":"0363","oin":"00000001002564440000"}]}"#

    @Test("Witruimte, lege regels, accolades in teksten en een laatste regel zonder einde storen niet")
    func vormen() throws {
        let inhoud = """
            \(kop)

            { "soort" : "persoon" , "bsn" : "999900018", "naam": "a}\\"{,[", "lijst": [ {"a": [1, 2]}, "x" ] }\r
            {"uren":[],"soort":"notificatie","gemeentecode":"0363","gebeurtenisId":"SS101","bsn":"999900018"}
            {"soort":"persoon","bsn":"999900031"}
            """
        try wereld(inhoud) { pad in
            let bestand = try Wereldbestand(pad: pad)
            #expect(bestand.aantalPersonen == 2)
            #expect(bestand.aantalNotificaties == 1)
            #expect(bestand.kop.gemeenten.map(\.gemeentecode) == ["0363"])
            #expect(bestand.kop.duoOin == Wereldkop.standaardDuoOin)
        }
    }

    @Test(
        "Een regel die niet kan noemt bestand en regelnummer",
        arguments: [
            #"{"soort":"persoon","bsn":"#, #"["soort"]"#, #"{"soort":"huisdier"}"#, #"{"bsn":"999900018"}"#, "tekst",
        ]
    )
    func kapot(regel: String) throws {
        try wereld("\(kop)\n{\"soort\":\"persoon\"}\n\(regel)\n") { pad in
            let fout = try #require(throws: Wereldfout.self) { _ = try Wereldbestand(pad: pad) }
            #expect(fout.code == "wereld.regel-ongeldig")
            #expect(fout.uitleg.contains("\(pad):3"))
            #expect(!fout.uitleg.contains("999900018"))
        }
    }

    @Test("Zonder kop, leeg of afwezig is er geen wereld")
    func geenKop() throws {
        try wereld(#"{"soort":"persoon"}"#) { pad in
            #expect(throws: Wereldfout.self) { _ = try Wereldbestand(pad: pad) }
        }
        try wereld("") { pad in #expect(throws: Wereldfout.self) { _ = try Wereldbestand(pad: pad) } }
        #expect(throws: Wereldfout.self) { _ = try Wereldbestand(pad: "/bestaat/niet.jsonl") }
        try wereld(#"{"soort":"wereld","gemeenten":[{"gemeentecode":"0363"}]}"#) { pad in
            #expect(throws: Wereldfout.self) { _ = try Wereldbestand(pad: pad) }
        }
    }

    @Test("Een groot bestand wordt regel voor regel gelezen en elke persoon is te vinden")
    func groot() async throws {
        // Lines of more than a kilobyte, so that many of them straddle two pieces of the file.
        let vulling = String(repeating: "Amsterdam ", count: 120)
        let pad = FileManager.default.temporaryDirectory.appending(path: "wereld-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: pad) }
        var inhoud = Data("\(kop)\n".utf8)
        for nummer in 0..<5000 {
            let bsn = 999_900_000 + nummer
            inhoud.append(
                Data(
                    (#"{"soort":"persoon","vulling":"\#(vulling)","bsn":"\#(bsn)","gemeentecode":"0363","#
                        + #""doelgroep":{"begindatum":"2024-01-01","nummer":\#(nummer)}}"# + "\n").utf8
                )
            )
        }
        try inhoud.write(to: pad)
        var instellingen = Simulatorinstellingen()
        instellingen.poort = 0
        instellingen.wereld = pad.path()
        try await Proefsimulator.met(instellingen) { poort async throws in
            let duo = Proefclient(poort: poort, bron: Proefwereld.amsterdam)
            for nummer in [0, 1, 777, 2500, 4998, 4999] {
                let antwoord = try await duo.vraag("GET", "/personen/\(999_900_000 + nummer)/doelgroep")
                #expect(antwoord.json?["nummer"] == .heel(nummer))
            }
            #expect(try await duo.beheer("GET", "/stand").json?["personen"] == 5000)
        }
    }

    @Test("Een dag telt in kalenderdagen, maanden en jaren")
    func dagen() throws {
        func dag(_ tekst: String) throws -> Dag { try #require(Dag(tekst)) }
        #expect(Dag("2023-02-29") == nil)
        #expect(Dag("2024-2-9") == nil)
        #expect(try dag("1970-01-01").nummer == 0)
        #expect(try dag("2000-02-29").nummer == 11_016)
        #expect(try dag("2024-02-28").plus(dagen: 2).description == "2024-03-01")
        #expect(try dag("2024-02-29").plus(jaren: 3).description == "2027-03-01")
        #expect(try dag("2024-02-29").plus(jaren: 4).description == "2028-02-29")
        #expect(try dag("2027-03-16").plus(maanden: -2).description == "2027-01-16")
        #expect(try dag("2024-01-31").plus(maanden: 1).description == "2024-03-01")
        #expect(try dag("2024-03-15").plus(maanden: -12).description == "2023-03-15")
        for nummer in stride(from: -200_000, through: 200_000, by: 97) {
            #expect(Dag(Dag(nummer: nummer).description)?.nummer == nummer)
        }
    }
}
