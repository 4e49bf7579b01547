// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieTestKit
import Testing

/// The pure assessment, without an installation.
@Suite struct `Feiten beoordelen uit een bestand` {
    private static let plicht =
        #"{"soort":"InburgeringsplichtVastgesteld","begindatum":"2024-01-10","datumKennisgeving":"2024-01-15","doelgroep":"Asielstatushouder","bron":"DUO"}"#
    private static let pip = #"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leerroute":"B"}"#
    private static let zaak = "{\"naam\":\"eerste\",\"gemeente\":\"0363\",\"feiten\":[\(plicht),\(pip)]}"

    private func assess(_ tekst: String, _ meer: String..., naam: String = "zaak.json") async throws -> JSON {
        let map = try Proefmap()
        let pad = try map.schrijf(naam, tekst)
        return try await map.json(["assess", "--feiten", pad] + meer)
    }

    @Test func `de inburgeringstermijn begint de dag na de dagtekening en loopt drie jaar`() async throws {
        let uit = try await assess(Self.zaak, "--peildatum", "2024-04-01")
        #expect(uit["peildatum"] == "2024-04-01")
        #expect(uit["wet"] == "Wi2021")
        #expect(uit["stand"]?["inburgeringsplichtig"] == true)
        #expect(uit["stand"]?["leerroute"] == "B")
        let termijn = try #require(uit["termijnen"]?.lijst?.first { $0["code"] == "INBURGERINGSTERMIJN" })
        #expect(termijn["begin"] == "2024-03-16")
        #expect(termijn["einde"] == "2027-03-16")
        #expect(termijn["laatsteDag"] == "2027-03-15")
        #expect(termijn["feiten"] == [2])
        for veld in ["termijnen", "voortgang", "signalen", "uitleg"] { #expect(uit[veld]?.lijst != nil, "\(veld)") }
    }

    @Test func `JSON is de gewone vorm; tabel en CSV op verzoek; stdin met een streepje`() async throws {
        let map = try Proefmap()
        let kaal = try await map.regie("assess", "--feiten", "-", "--peildatum", "2024-04-01", invoer: Self.zaak)
        #expect(kaal.code == 0, "\(kaal.fout)")
        #expect(try JSON.lees(kaal.uit)["wet"] == "Wi2021")
        let pad = try map.schrijf("zaak.json", Self.zaak)
        let tabel = try await map.regie("assess", "--feiten", pad, "--peildatum", "2024-04-01", "--output", "table")
        #expect(tabel.uit.contains("INBURGERINGSTERMIJN"))
        #expect(tabel.uit.hasPrefix("ZAAK"))
        // A person reads it on a screen: every sentence under its row, no line wider than that.
        #expect(tabel.uit.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(tabel.uit)")
        #expect(tabel.uit.contains("\n    grondslag: Wi2021 art. 11"))
        let csv = try await map.regie("assess", "--feiten", pad, "--peildatum", "2024-04-01", "--output", "csv")
        #expect(csv.uit.hasPrefix("zaak,deel,code,stand,datum,toelichting,grondslag,feiten\r\n"))
        #expect(csv.uit.contains("eerste,termijn,INBURGERINGSTERMIJN,loopt,2027-03-15"))
    }

    @Test func `een lijst geeft een lijst in dezelfde volgorde, en een zaak heeft haar eigen peildatum`() async throws {
        let lijst =
            "[\(Self.zaak),{\"peildatum\":\"2024-02-01\",\"feiten\":[]},{\"id\":\"x\",\"feiten\":[\(Self.pip)]}]"
        let uit = try #require(try await assess(lijst, "--peildatum", "2024-04-01").lijst)
        #expect(uit.map { $0["peildatum"] } == ["2024-04-01", "2024-02-01", "2024-04-01"])
        #expect(uit[1]["stand"]?["inburgeringsplichtig"] == false)
        #expect(uit[2]["stand"]?["leerroute"] == "B")
        #expect(try await assess("[]").lijst?.isEmpty == true)
    }

    @Test func `een wetsvoorstel telt alleen als het wordt gevraagd, en het antwoord zegt dat`() async throws {
        let azc =
            #"{"gemeente":"0363","feiten":[\#(Self.plicht),{"soort":"GekoppeldAanGemeente","datum":"2024-01-20","gemeente":"0363","bron":"COA"},\#(Self.pip),{"soort":"IngeschrevenInGemeente","datum":"2024-06-16","gemeente":"0363","vanuitCOA":true,"bron":"BRP"}]}"#
        func laatsteDag(_ uit: JSON) -> JSON? {
            uit["termijnen"]?.lijst?.first { $0["code"] == "INBURGERINGSTERMIJN" }?["laatsteDag"]
        }
        let gewoon = try await assess(azc, "--peildatum", "2024-07-01")
        #expect(laatsteDag(gewoon) == "2027-03-15")
        #expect(gewoon["voorstellen"] == nil)
        let voorstel = try await assess(azc, "--peildatum", "2024-07-01", "--voorstel", "azc-verblijf")
        // 16 March to 16 June 2024: 92 days.
        #expect(laatsteDag(voorstel) == "2027-06-15")
        #expect(voorstel["voorstellen"] == ["azc-verblijf"])
        let map = try Proefmap()
        let onbekend = try await map.regie("assess", "--feiten", "-", "--voorstel", "bestaat-niet", invoer: azc)
        #expect(onbekend.code != 0)
        let pad = try await map.regie("assess", "--feiten", "-", "--voorstel", "../x", invoer: azc)
        #expect(pad.code == 2)
    }

    @Test func `wat later bekend werd telt niet mee als wordt gevraagd wat men toen wist`() async throws {
        let laat =
            #"{"gemeente":"0363","feiten":[\#(Self.plicht),{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","bekendOp":"2024-05-02T08:00:00Z","leerroute":"B"}]}"#
        let toen = try await assess(laat, "--peildatum", "2024-06-01", "--bekend-op", "2024-05-01")
        #expect(toen["stand"]?["leerroute"] == .null)
        let nu = try await assess(laat, "--peildatum", "2024-06-01", "--bekend-op", "2024-05-02")
        #expect(nu["stand"]?["leerroute"] == "B")
    }

    /// DUO told of a move on 3 June, and took it back on 10 June: who looks from where the person lives sees that too.
    @Test func `een verhuizing die DUO corrigeerde telt niet, en voor zij bekend was ook niet`() async throws {
        let verhuizing =
            #"{"soort":"Verhuisd","datum":"2024-06-01","naarGemeente":"0599","bron":"DUO","bekendOp":"2024-06-03T08:00:00Z"}"#
        let eerder =
            #"{"soort":"IngeschrevenInGemeente","datum":"2023-12-01","gemeente":"0599","bron":"BRP","bekendOp":"2023-12-02T08:00:00Z"}"#
        let inschrijving =
            #"{"soort":"IngeschrevenInGemeente","datum":"2024-02-01","gemeente":"0363","bron":"BRP","bekendOp":"2024-02-02T08:00:00Z"}"#
        let pip =
            #"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leerroute":"B","aantalVoortgangsgesprekken":6,"urenPVT":12,"bekendOp":"2024-03-15T08:00:00Z"}"#
        let correctie =
            #"{"soort":"Gecorrigeerd","volgnummer":5,"reden":"verkeerde persoon","geldigOp":"2024-06-10","bron":"DUO","bekendOp":"2024-06-10T08:00:00Z"}"#
        let zaak = "{\"feiten\":[\(Self.plicht),\(eerder),\(inschrijving),\(pip),\(verhuizing),\(correctie)]}"
        func codes(bekendOp moment: String = "2999-01-01") async throws -> Set<String> {
            let uit = try await assess(zaak, "--peildatum", "2024-06-20", "--bekend-op", moment)
            // Of somebody who lives elsewhere there is nothing to do here.
            #expect(uit["signalen"]?.lijst?.isEmpty == false, "\(moment)")
            return Set((uit["termijnen"]?.lijst ?? []).compactMap { $0["code"]?.tekst })
        }
        // In the new gemeente the former PIP asks a new one within ten weeks.
        #expect(try await codes(bekendOp: "2024-06-05").contains("PIP_NA_VERHUIZING"))
        #expect(try await !codes(bekendOp: "2024-06-02").contains("PIP_NA_VERHUIZING"))
        #expect(try await !codes(bekendOp: "2024-06-10").contains("PIP_NA_VERHUIZING"))
        #expect(try await !codes().contains("PIP_NA_VERHUIZING"))
    }

    @Test func `een zaak per regel`() async throws {
        let uit = try await assess("\(Self.zaak)\n\n\(Self.zaak)\n", "--peildatum", "2024-04-01", naam: "zaken.jsonl")
        #expect(uit.lijst?.count == 2)
    }

    @Test(arguments: [
        (#"{"soort":"PIPVastgesteld","dagtekening":"2023-02-29","leerroute":"B"}"#, "dagtekening"),
        (#"{"soort":"PIPVastgesteldt","dagtekening":"2024-03-15","leerroute":"B"}"#, "'PIPVastgesteld'"),
        (#"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leeroute":"B","leerroute":"B"}"#, "'leerroute'"),
        (#"{"soort":"PIPVastgesteld","leerroute":"B"}"#, "dagtekening"),
        (#"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leerroute":"X"}"#, "'B', 'O', 'Z'"),
        (#"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","geldigOp":"2024-03-16","leerroute":"B"}"#, "geldigOp"),
        (#"{"soort":"UrenGeregistreerd","peildatum":"2024-03-15","urensoort":"taal","uren":-1}"#, "uren"),
        (#"{"soort":"UrenGeregistreerd","peildatum":"2024-03-15","urensoort":"taal","uren":12345}"#, "9999"),
        (#"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","bsn":"999900032"}"#, "elfproef"),
    ])
    func `een feit dat niet kan wordt geweigerd, met plaats en raad`(_ feit: String, _ raad: String) async throws {
        let map = try Proefmap()
        let pad = try map.schrijf("slecht.json", "[{\"feiten\":[\(Self.plicht),\(feit)]}]")
        let uitkomst = try await map.regie("assess", "--feiten", pad, "--peildatum", "2024-04-01")
        #expect(uitkomst.code == 1)
        #expect(uitkomst.uit.isEmpty)
        #expect(uitkomst.fout.contains("feit 2"), "\(uitkomst.fout)")
        #expect(uitkomst.fout.contains(raad), "\(uitkomst.fout)")
        #expect(!uitkomst.fout.contains("999900032"))
    }

    @Test func `29 februari van een schrikkeljaar bestaat wel`() async throws {
        let feit = Self.pip.replacing("2024-03-15", with: "2024-02-29")
        let uit = try await assess("{\"feiten\":[\(feit)]}", "--peildatum", "2025-03-01")
        let termijn = uit["termijnen"]?.lijst?.first { $0["code"] == "INBURGERINGSTERMIJN" }
        #expect(termijn?["begin"] == "2024-03-01")
    }

    @Test(arguments: [("{", "regel 1"), ("{\"feit\":[]}", "feiten"), ("[1]", "object"), ("", "json-ongeldig")])
    func `een bestand dat geen zaak is`(_ tekst: String, _ raad: String) async throws {
        let map = try Proefmap()
        let pad = try map.schrijf("slecht.json", tekst)
        let uitkomst = try await map.regie("assess", "--feiten", pad)
        #expect(uitkomst.code == 1)
        #expect(uitkomst.fout.contains(raad) && uitkomst.fout.contains("slecht.json"), "\(uitkomst.fout)")
    }

    @Test func `een bestand of wet die er niet is`() async throws {
        let map = try Proefmap()
        let weg = try await map.regie("assess", "--feiten", "weg.json")
        #expect(weg.code == 1)
        #expect(weg.fout.contains("weg.json"))
        let pad = try map.schrijf("zaak.json", Self.zaak)
        let wet = try await map.regie("assess", "--feiten", pad, "--wet", "nergens")
        #expect(wet.code == 2)
        #expect(wet.fout.contains("nergens"))
    }

    @Test func `eigen beleid van een gemeente doet mee, en een fout erin heeft een regelnummer`() async throws {
        let map = try Proefmap()
        let pad = try map.schrijf("zaak.json", Self.zaak)
        let fout = try map.schrijf(
            "0363/beleid.yaml",
            "plugins:\n  - plugin: voortgangsgesprek\n    vanaf: 2024-01-01\n    grondslag: x\n"
        )
        let uitkomst = try await map.regie("assess", "--feiten", pad, "--beleid", fout, "--peildatum", "2024-04-01")
        #expect(uitkomst.code == 2)
        #expect(
            uitkomst.fout.contains("beleid.yaml:2") && uitkomst.fout.contains("voortgangsgesprekken"),
            "\(uitkomst.fout)"
        )
    }
}
