// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Policy
import Testing

@Suite struct `Beleid van een gemeente` {
    private func laad(_ yaml: String) throws -> Beleid {
        let map = FileManager.default.temporaryDirectory.appendingPathComponent("beleid-\(UUID().uuidString)/0363")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map.deletingLastPathComponent()) }
        let bestand = map.appendingPathComponent("beleid.yaml")
        try yaml.write(to: bestand, atomically: true, encoding: .utf8)
        return try BeleidLader.laad(bestand)
    }

    private static let goed = """
        plugins:
          - plugin: voortgangsgesprekken
            vanaf: 2024-01-01
            tot: 2024-12-31
            grondslag: Beleidsregels 2024, art. 4
            parameters: { maandenTussenGesprekken: 3 }
          - plugin: voortgangsgesprekken
            vanaf: 2025-01-01
            grondslag: Beleidsregels 2025, art. 4
            parameters: { maandenTussenGesprekken: 6 }
        """

    /// The assessment of a dossier with a PIP of 15 March 2024 and these talks.
    private func gesprek(_ gesprekken: [(String, Bool)], op peildatum: String) throws -> (Termijn?, Signaal?) {
        let wet = try WetLader.laad(
            map: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appendingPathComponent("config/wet")
        )
        let feiten: [JSON] =
            [
                [
                    "soort": "InburgeringsplichtVastgesteld", "begindatum": "2024-01-10",
                    "datumKennisgeving": "2024-01-15",
                    "doelgroep": "Gezinsmigrant en overige migrant",
                ],
                ["soort": "PIPVastgesteld", "dagtekening": "2024-03-15", "leerroute": "B"],
            ]
            + gesprekken.map {
                ["soort": "VoortgangsgesprekGevoerd", "datum": .tekst($0.0), "aanwezig": .waarheid($0.1)]
            }
        let casus = try #require(try Casus.lees(JSON.lijst(feiten).bytes).casussen.first)
        let beoordelaar = Beoordelaar(wet: wet, beleid: try laad(Self.goed))
        let uit = beoordelaar.beoordeel(casus.dossier, op: try #require(Datum(peildatum)))
        let code = Beoordelingscode(rawValue: "voortgangsgesprekken:GESPREK")
        return (uit.termijnen.first { $0.code == code }, uit.signalen.first { $0.code == code })
    }

    @Test func `het eerste gesprek is drie maanden na het PIP, en het signaal komt vier weken eerder`() throws {
        let (termijn, geenSignaal) = try gesprek([], op: "2024-05-17")
        #expect(termijn?.laatsteDag == Datum("2024-06-15"))
        #expect(termijn?.begin == Datum("2024-03-16"))
        #expect(termijn?.grondslag == ["Beleidsregels 2024, art. 4"])
        #expect(geenSignaal == nil)
        let (_, signaal) = try gesprek([], op: "2024-05-18")
        #expect(signaal?.voor == Datum("2024-06-15"))
        #expect(signaal?.ernst == .letOp)
    }

    @Test func `na een gesprek loopt een nieuwe tijd, na een gesprek zonder inburgeraar niet`() throws {
        let (gehouden, _) = try gesprek([("2024-06-01", true)], op: "2024-06-16")
        #expect(gehouden?.laatsteDag == Datum("2024-09-01"))
        let (afwezig, signaal) = try gesprek([("2024-06-01", false)], op: "2024-06-16")
        #expect(afwezig?.status == .overschreden)
        #expect(signaal?.ernst == .overschreden)
    }

    @Test func `op elke dag geldt het beleid van die dag`() throws {
        let (oud, _) = try gesprek([("2024-12-01", true)], op: "2024-12-31")
        #expect(oud?.laatsteDag == Datum("2025-03-01"))
        let (nieuw, _) = try gesprek([("2024-12-01", true)], op: "2025-01-01")
        #expect(nieuw?.laatsteDag == Datum("2025-06-01"))
        let (voor, _) = try gesprek([], op: "2024-03-15")
        #expect(voor == nil)
    }

    @Test func `zonder lopende termijn is er geen gesprek`() throws {
        let (termijn, signaal) = try gesprek([("2027-02-01", true)], op: "2027-03-16")
        #expect(termijn == nil)
        #expect(signaal == nil)
    }

    @Test func `een leeg bestand is geen beleid`() throws {
        #expect(try laad("").regels.isEmpty)
        #expect(try laad("plugins: []\n").regels.isEmpty)
        #expect(try laad(Self.goed).regels.count == 2)
    }

    @Test(arguments: [
        (
            "plugins:\n  - plugin: voortgangsgesprek\n    vanaf: 2024-01-01\n    grondslag: x\n", 2,
            "Bedoelde u 'voortgangsgesprekken'?"
        ),
        (
            "plugins:\n  - plugin: voortgangsgesprekken\n    vanaf: 2024-01-01\n    grondslag: x\n    parameters:\n      maandenTusenGesprekken: 3\n",
            6, "Bedoelde u 'maandenTussenGesprekken'?"
        ),
        ("plugins:\n  - plugin: voortgangsgesprekken\n    vanf: 2024-01-01\n", 3, "Bedoelde u 'vanaf'?"),
        ("pluginss: []\n", 1, "Bedoelde u 'plugins'?"),
        (
            "plugins:\n  - plugin: voortgangsgesprekken\n    vanaf: 2024-01-01\n    grondslag: x\n    parameters: {maandenTussenGesprekken: veel}\n",
            5, "Geef een aantal maanden van 1 tot en met 36."
        ),
        (
            "plugins:\n  - plugin: voortgangsgesprekken\n    vanaf: 2024-02-30\n    grondslag: x\n    parameters: {maandenTussenGesprekken: 3}\n",
            3, "Schrijf de dag als 2022-01-01."
        ),
        (
            "plugins:\n  - plugin: extern\n    programma: plugins/eigen-regel\n    sha256: \"00\"\n", 2,
            "Haal deze plugin weg, of schrijf hem als Swift-package in Plugins/."
        ),
    ])
    func `wat niet klopt wordt geweigerd met bestand, regel en raad`(_ yaml: String, _ regel: Int, _ raad: String)
        throws
    {
        let fout = try #require(throws: RegieFout.self) { try laad(yaml) }
        #expect(fout.code == .configOngeldig)
        #expect(fout.waar?.contains("0363/beleid.yaml:\(regel)") == true, "\(fout)")
        #expect(fout.watTeDoen == raad, "\(fout)")
    }

    @Test func `een plugin die op een dag twee keer geldt wordt geweigerd`() throws {
        let dubbel = Self.goed.replacingOccurrences(of: "    tot: 2024-12-31\n", with: "")
        let fout = try #require(throws: RegieFout.self) { try laad(dubbel) }
        #expect(fout.wat.contains("twee keer"))
    }
}
