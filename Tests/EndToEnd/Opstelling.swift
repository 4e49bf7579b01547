// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import KetensimulatorKit
import KetensimulatorTestKit
import RegieTestKit

/// One gemeente with Regie, and DUO as the ketensimulator plays it: real programs in a folder of their own.
final class Opstelling: Sendable {
    static let gemeente = "0363"

    let map: URL
    let regiepoort: Int
    let duopoort: Int
    let oin: String
    let duo: Programma

    private init(map: URL, regiepoort: Int, duopoort: Int, oin: String, duo: Programma) {
        self.map = map
        self.regiepoort = regiepoort
        self.duopoort = duopoort
        self.oin = oin
        self.duo = duo
    }

    /// Makes an installation with `regie init`, points it at free ports, and starts the simulator on this world.
    static func maak(_ wereld: Wereld) async throws -> Opstelling {
        let basis = FileManager.default.temporaryDirectory.appending(path: "regie-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: basis, withIntermediateDirectories: true)
        let map = basis.appending(path: "installatie")
        let init1 = try await Programma.draai(
            "regie",
            ["init", map.path, "--gemeente", gemeente, "--naam", "Amsterdam"],
            map: basis
        )
        guard init1.code == 0 else { throw TeLaat(description: "regie init: \(init1.fout)") }
        let regiepoort = try Poort.vrij()
        let duopoort = try Poort.vrij()
        let oin = try zetPoorten(map.appending(path: "regie.yaml"), regie: regiepoort, duo: duopoort)
        let bestand = basis.appending(path: "wereld.jsonl")
        try Data(wereld.regels(gemeente: gemeente, oin: oin).utf8).write(to: bestand)
        let duo = try Programma.start(
            "ketensimulator",
            [
                "serve", "--poort", "\(duopoort)", "--wereld", bestand.path,
                "--naar-url", "http://127.0.0.1:\(regiepoort)/v1",
            ],
            map: basis
        )
        try await Wachten.tot("de ketensimulator luistert", toelichting: { duo.foutuitvoer }) {
            duo.foutuitvoer.contains("luistert op")
        }
        return Opstelling(map: map, regiepoort: regiepoort, duopoort: duopoort, oin: oin, duo: duo)
    }

    /// Rewrites the two ports in the configuration that `regie init` made; gives the OIN of the gemeente.
    private static func zetPoorten(_ bestand: URL, regie: Int, duo: Int) throws -> String {
        var tekst = try String(contentsOf: bestand, encoding: .utf8)
        tekst.replace(/(\bport:\s*)\d+/) { "\($0.output.1)\(regie)" }
        tekst.replace(/127\.0\.0\.1:\d+/) { _ in "127.0.0.1:\(duo)" }
        try Data(tekst.utf8).write(to: bestand)
        guard let oin = tekst.firstMatch(of: /oin:\s*"?(\d{20})/) else {
            throw TeLaat(description: "geen OIN in regie.yaml:\n\(tekst)")
        }
        return String(oin.output.1)
    }

    /// The configuration file.
    var config: String { map.appending(path: "regie.yaml").path }

    /// Starts the daemon and waits until it says it is ready.
    func regied(_ extra: [String] = []) async throws -> Programma {
        let regied = try Programma.start("regied", ["--config", config] + extra, map: map)
        try await Wachten.tot("regied is klaar", toelichting: { regied.foutuitvoer }) {
            guard regied.leeft else { throw TeLaat(description: "regied stopte: \(regied.foutuitvoer)") }
            return (try? await regie.beheer("GET", "/health/ready").status) == 200
        }
        return regied
    }

    /// Calls DUO's simulator, its control API too.
    var duoClient: Proefclient { Proefclient(poort: duopoort, bron: oin) }

    /// Calls Regie as DUO does.
    var regie: Regieclient { Regieclient(poort: regiepoort, gemeente: oin) }

    /// Runs the command line on this installation; its JSON.
    @discardableResult
    func regie(_ argumenten: String..., invoer: String? = nil, code: Int32 = 0) async throws -> JSON {
        let uitkomst = try await Programma.draai(
            "regie",
            argumenten + ["--config", config, "--output", "json"],
            map: map,
            invoer: invoer
        )
        guard uitkomst.code == code else {
            throw TeLaat(
                description:
                    "regie \(argumenten.joined(separator: " ")) gaf \(uitkomst.code): \(uitkomst.fout)\(uitkomst.uit)"
            )
        }
        return uitkomst.uit.isEmpty ? .null : try JSON.lees(uitkomst.uit)
    }

    /// The one dossier of a person.
    func dossier(van bsn: String) async throws -> String? {
        try await regie("dossier", "find", "--bsn", "-", invoer: bsn)["dossiers"]?.lijst?.first?["id"]?.tekst
    }

    /// The requests that DUO received, oldest first.
    func verzoeken() async throws -> [JSONWaarde] {
        try await duoClient.beheer("GET", "/verzoeken?aantal=5000").json?["verzoeken"]?.alsLijst ?? []
    }

    /// Stops the simulator and removes the folder.
    func opruimen() async {
        await duo.dood()
        try? FileManager.default.removeItem(at: map.deletingLastPathComponent())
    }
}
