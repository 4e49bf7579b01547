// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

/// A payload is read where it lies, past the JSON tree. What comes out, fact or fault, is what the tree gives.
@Suite struct `Feiten uit de opslag` {
    private static let voorbeelden: [String] = {
        let bestand = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/feiten/v1.json")
        let json = try? JSON.lees(Data(contentsOf: bestand))
        return (json?.lijst ?? []).map(\.description)
    }()

    private func uitPayload(_ tekst: [UInt8]) -> Result<Gebeurtenis, RegieFout> {
        tekst.withUnsafeBytes { bytes in
            Result { () throws(RegieFout) in try Gebeurtenis(payload: bytes, volgnummer: 7, berichtId: "b-1") }
        }
    }

    private func uitBoom(_ tekst: [UInt8]) -> Result<Gebeurtenis, RegieFout> {
        Result { () throws(RegieFout) in
            try Gebeurtenis(json: try JSON.lees(tekst), volgnummer: 7, berichtId: "b-1")
        }
    }

    private func zelfde(_ tekst: [UInt8]) -> Bool {
        switch (uitPayload(tekst), uitBoom(tekst)) {
        case (.success(let een), .success(let ander)): een == ander
        case (.failure(let een), .failure(let ander)): een.description == ander.description
        default: false
        }
    }

    @Test func `elk soort feit komt eruit zoals langs de boom`() throws {
        #expect(Self.voorbeelden.count > 50)
        for voorbeeld in Self.voorbeelden {
            #expect(try uitPayload(Array(voorbeeld.utf8)).get() == uitBoom(Array(voorbeeld.utf8)).get(), "\(voorbeeld)")
        }
    }

    @Test(
        arguments: [
            #"{"soort":"Overleden","datum":"2024-03-15"}"#, #" { "soort" : "Overleden" , "datum" : "2024-03-15" } "#,
            #"{"datum":"2024-03-15","soort":"Overleden"}"#, #"{"soort":"Overleden","datum":"2024-03-15"} x"#,
            #"{"soort":"Overleden","datum":"2024-03-15","datum":"2024-03-16"}"#, #"{"soort":"Overleden","datum":null}"#,
            #"{"soort":"Overleden","datum":"2023-02-29"}"#, #"{"soort":"Overleden","datum":20240315}"#, "{}", "[]", "",
            #"{"soort":"Overlede","datum":"2024-03-15"}"#, #"{"soort":5}"#,
            #"{"soort":"Overleden","dag":"2024-03-15"}"#,
            #"{"soort":"Overleden","datum":"2024-03-15",}"#, #"{"soort":"Overleden""datum":"2024-03-15"}"#,
            #"{"so\u006frt":"Overleden","datum":"2024-03-15"}"#, #"{"soort":"Overleden","d\u0061tum":"2024-03-15"}"#,
            #"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","voornamen":"Zoë \"Z\" \u00e9"}"#,
            #"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","adres":{"straat":"A","straat":"B"}}"#,
            #"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","nationaliteiten":["0064",{}]}"#,
        ]
    ) func `wat bijzonder of fout is komt eruit zoals langs de boom`(tekst: String) {
        #expect(zelfde(Array(tekst.utf8)))
    }

    @Test func `een verminkt feit geeft dezelfde fout als langs de boom`() throws {
        var toeval = Toeval()
        let tekens: [UInt8] = Array(#"{}[]",:\ 0159-eE.tfnul"#.utf8) + [0, 10, 31, 0x80, 0xC3, 0xFF]
        var gelukt = 0
        for ronde in 0..<20_000 {
            var tekst = Array(try #require(Self.voorbeelden.randomElement(using: &toeval)).utf8)
            for _ in 0..<Int.random(in: 1...2, using: &toeval) {
                let plek = Int.random(in: 0..<tekst.count, using: &toeval)
                let teken = try #require(tekens.randomElement(using: &toeval))
                switch Int.random(in: 0..<4, using: &toeval) {
                case 0: tekst[plek] = teken
                case 1: tekst.remove(at: plek)
                case 2: tekst.insert(teken, at: plek)
                default: tekst.removeLast(min(plek, tekst.count - 1))
                }
            }
            if case .success = uitPayload(tekst) { gelukt += 1 }
            #expect(zelfde(tekst), "ronde \(ronde), zaad \(toeval.zaad): \(String(decoding: tekst, as: UTF8.self))")
        }
        #expect(gelukt > 100 && gelukt < 19_000)
    }
}
