// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

/// The input of `regie assess`.
@Suite struct `Een geval lezen` {
    private let pip = #"{"soort": "PIPVastgesteld", "dagtekening": "2024-03-15", "leerroute": "B"}"#

    @Test func `een geval, een lijst van gevallen en een lijst van feiten`() throws {
        let een = try Casus.lees(
            #"{"naam": "a", "gemeente": "0363", "peildatum": "2024-04-01", "feiten": [\#(pip)]}"#.utf8
        )
        #expect(!een.isLijst)
        #expect(een.casussen.first?.naam == "a")
        #expect(een.casussen.first?.gemeente == Gemeentecode("0363"))
        #expect(een.casussen.first?.peildatum == Datum("2024-04-01"))
        let lijst = try Casus.lees(#"[{"feiten": []}, {"feiten": [\#(pip), \#(pip)]}]"#.utf8)
        #expect(lijst.isLijst)
        #expect(lijst.casussen.map(\.gebeurtenissen.count) == [0, 2])
        #expect(lijst.casussen[1].gebeurtenissen.map(\.volgnummer) == [1, 2])
        let feiten = try Casus.lees("[\(pip)]".utf8)
        #expect(!feiten.isLijst)
        #expect(feiten.casussen.first?.gebeurtenissen.count == 1)
        #expect(try Casus.lees("[]".utf8).casussen.isEmpty)
    }

    @Test func `zonder gemeente telt de laatste woonplaats`() throws {
        let casus = try Casus.lees(
            #"""
            {"feiten": [{"soort": "Verhuisd", "datum": "2025-01-15", "naarGemeente": "0599"},
                        {"soort": "IngeschrevenInGemeente", "datum": "2023-01-15", "gemeente": "0363"}]}
            """#.utf8
        )
        #expect(casus.casussen.first?.dossier.gemeente == Gemeentecode("0599"))
    }

    @Test(arguments: [
        (
            #"[{"feiten": []}, {"naam": "b", "feiten": [{"soort": "PIPVastgesteld", "dagtekening": "2023-02-29", "leerroute": "B"}]}]"#,
            ["casus 2 (b)", "feit 1", "dagtekening"], "een bestaande datum"
        ),
        (#"{"feiten": [{"soort": "PIPVastgesteldt", "dagtekening": "2024-03-15"}]}"#, ["feit 1"], "PIPVastgesteld"),
        (#"{"feiten": [{"soort": "PIPVastgesteld", "leerroute": "B"}]}"#, ["feit 1"], "dagtekening"),
        (
            #"{"feiten": [{"soort": "PIPVastgesteld", "dagtekening": "2024-03-15", "leerroute": "X"}]}"#,
            ["feit 1", "leerroute"], "'B', 'O', 'Z'"
        ),
        (
            #"{"feiten": [{"soort": "PIPVastgesteld", "dagtekening": "2024-03-15", "leeroute": "B", "leerroute": "B"}]}"#,
            ["feit 1"], "leerroute"
        ),
        (
            #"{"feiten": [{"soort": "PIPVastgesteld", "dagtekening": "2024-03-15", "geldigOp": "2024-03-16", "leerroute": "B"}]}"#,
            ["feit 1"], "geldigOp"
        ),
        (#"{"feit": []}"#, [], "feiten"),
        (#"{"gemeente": "363", "feiten": []}"#, ["gemeente"], "vier cijfers"),
        (#"{"feiten": [{"soort": "LeerbaarheidstoetsOntheven", "grond": "visueel"}]}"#, ["feit 1"], "geldigOp"),
        (
            #"{"feiten": [{"soort": "VoortgangsgesprekGevoerd", "datum": "2024-01-01", "aanwezig": "ja"}]}"#,
            ["feit 1", "aanwezig"], "true of false"
        ),
    ])
    func `wat niet klopt wordt geweigerd, met plaats en raad`(_ tekst: String, _ plaatsen: [String], _ raad: String)
        throws
    {
        let fout = try #require(throws: RegieFout.self) { try Casus.lees(tekst.utf8) }
        #expect(fout.code == .feitOngeldig)
        for plaats in plaatsen { #expect(fout.waar?.contains(plaats) == true, "\(fout)") }
        #expect(fout.description.contains(raad), "\(fout)")
    }

    @Test func `een termijn van DUO zonder wijzigingsdatum mag een eigen geldigOp hebben`() throws {
        let tekst =
            #"{"feiten": [{"soort": "InburgeringstermijnVastgesteld", "geldigOp": "2024-03-20", "startdatum": "2024-03-16", "einddatum": "2027-03-16", "bron": "DUO"}]}"#
        let casus = try Casus.lees(tekst.utf8).casussen.first
        #expect(casus?.gebeurtenissen.first?.geldigOp == Datum("2024-03-20"))
        let zonder = try Casus.lees(tekst.replacing(#""geldigOp": "2024-03-20", "#, with: "").utf8).casussen.first
        #expect(zonder?.gebeurtenissen.first?.geldigOp == Datum("2024-03-16"))
    }

    @Test func `geen JSON wordt gemeld met regel en kolom`() throws {
        let fout = try #require(throws: RegieFout.self) { try Casus.lees("{\"feiten\": [}".utf8) }
        #expect(fout.code == .jsonOngeldig)
        #expect(fout.waar == "regel 1, kolom 13")
    }
}
