// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

/// What must not leave: numbers of people in output, formulas in CSV, looks without a trace.
@Suite struct `Persoonsgegevens en sporen` {
    private func overal(_ map: Proefmap, _ id: String) async throws -> [(String, Programma.Uitkomst)] {
        var uit: [(String, Programma.Uitkomst)] = []
        let opdrachten: [[String]] = [
            ["dossier", "list"], ["dossier", "history", id], ["dossier", "explain", id], ["werkvoorraad"],
            ["bericht", "list"],
            ["audit", "list"], ["audit", "verify"], ["job", "list"], ["schedule", "list"], ["doctor", "--alles"],
            ["config", "show", "--effective"], ["voortgang", "gesprek", id, "--datum", "2024-06-01", "--reden", "x"],
        ]
        for opdracht in opdrachten {
            for vorm in ["table", "json", "csv"] {
                uit.append((opdracht.joined(separator: " "), try await map.draai(opdracht + ["--output", vorm])))
            }
        }
        return uit
    }

    @Test func `een BSN dat voor een nummer van iets anders wordt gehouden komt niet in het auditlog`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        for opdracht in [
            ["bericht", "show", Proefpersoon.bsn], ["bericht", "retry", Proefpersoon.bsn, "--reden", "proef"],
            ["bericht", "drop", Proefpersoon.bsn, "--reden", "proef"], ["audit", "list", "--object", Proefpersoon.bsn],
        ] {
            let uitkomst = try await map.draai(opdracht)
            #expect(!(uitkomst.uit + uitkomst.fout).contains(Proefpersoon.bsn), "\(opdracht): \(uitkomst.fout)")
        }
        let regels = try #require(try await map.json(["audit", "list"])["regels"]?.lijst)
        #expect(regels.filter { $0["object"] == "*********" }.count == 4, "\(regels)")
        let bericht = "3f2504e0-4f89-41d3-9a0c-123456789abc"
        let weg = try await map.regie("bericht", "show", bericht)
        #expect(weg.code == 1 && weg.fout.contains(bericht))
    }

    @Test func `geen opdracht toont een BSN, behalve dossier show`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        for (opdracht, uitkomst) in try await overal(map, id) {
            #expect(uitkomst.code == 0, "\(opdracht): \(uitkomst.fout)")
            #expect(
                !uitkomst.uit.contains(Proefpersoon.bsn) && !uitkomst.fout.contains(Proefpersoon.bsn),
                "\(opdracht)"
            )
        }
        let zoek = try await map.regie("dossier", "find", "--bsn", "-", invoer: Proefpersoon.bsn)
        #expect(!zoek.uit.contains(Proefpersoon.bsn) && zoek.uit.contains(id))
        let toon = try await map.json(["dossier", "show", id])
        #expect(toon["persoon"]?["bsn"] == .tekst(Proefpersoon.bsn))
        for bestand in try FileManager.default.contentsOfDirectory(atPath: map.url.appending(path: "var/data").path) {
            let inhoud = try Data(contentsOf: map.url.appending(path: "var/data/\(bestand)"))
            #expect(inhoud.range(of: Data(Proefpersoon.bsn.utf8)) == nil, "\(bestand)")
        }
    }

    @Test func `wie kijkt en wie wijzigt staat in het auditlog, met reden`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        _ = try await map.regie("dossier", "show", id)
        _ = try await map.regie("dossier", "history", id)
        _ = try await map.regie("dossier", "explain", id)
        _ = try await map.regie("voortgang", "gesprek", id, "--datum", "2024-06-01", "--reden", "jaarlijks gesprek")
        _ = try await map.regie("voortgang", "gesprek", id, "--datum", "2999-06-01", "--reden", "typefout")
        let regels = try #require(try await map.json(["audit", "list", "--object", id])["regels"]?.lijst)
        let acties = regels.compactMap { $0["actie"]?.tekst }
        for actie in ["dossier.lees", "dossier.historie", "dossier.uitleg", "feit.VoortgangsgesprekGevoerd"] {
            #expect(acties.contains(actie), "\(acties)")
        }
        #expect(regels.contains { $0["reden"] == "jaarlijks gesprek" && $0["resultaat"] == "gelukt" })
        #expect(regels.contains { $0["resultaat"] == "feit-ongeldig" }, "een mislukte poging laat ook een spoor na")
        let gebruiker = try #require(ProcessInfo.processInfo.userName as String?)
        #expect(regels.allSatisfy { $0["actor"]?.tekst?.contains(gebruiker) == true })
        #expect(try await map.json(["audit", "list", "--limiet", "2"])["volgende"] != nil)
    }

    @Test func `een formule in een veld wordt in CSV onschadelijk, en komma's en aanhalingstekens blijven heel`()
        async throws
    {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        _ = try await map.regie(
            "klantmanager",
            "toewijzen",
            id,
            "--klantmanager",
            "=HYPERLINK(\"http://x\",\"y\")",
            "--reden",
            "@proef, \"nu\""
        )
        let csv = try await map.regie("dossier", "list", "--output", "csv")
        #expect(csv.uit.contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""), "\(csv.uit)")
        let audit = try await map.regie("audit", "list", "--output", "csv")
        #expect(audit.uit.contains("\"'@proef, \"\"nu\"\"\""), "\(audit.uit)")
        #expect(csv.uit.hasSuffix("\r\n"))
    }

    @Test func `geen kleurcodes buiten een terminal`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        #expect(try await !map.regie("doctor").uit.contains("\u{1B}"))
    }
}
