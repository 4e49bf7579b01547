// SPDX-License-Identifier: EUPL-1.2

import Foundation
import KetensimulatorKit
import KetensimulatorTestKit
import RegieTestKit
import Testing

@Suite("Over TLS met certificaten aan beide kanten")
struct TLSTests {
    private static let openssl = "/usr/bin/openssl"

    /// A CA with one certificate for 127.0.0.1, made for this test and thrown away after it.
    private struct Uitgever: ~Copyable {
        let map = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")

        init() throws {
            try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
            try Data("subjectAltName=IP:127.0.0.1,DNS:localhost\n".utf8).write(to: map.appending(path: "san"))
            try doe("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Proef-CA -keyout ca.key -out ca.pem")
            try doe("req -newkey rsa:2048 -nodes -subj /CN=proef -keyout eigen.key -out eigen.csr")
            try doe(
                "x509 -req -in eigen.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile san -out eigen.pem"
            )
        }

        deinit { try? FileManager.default.removeItem(at: map) }

        func bestand(_ naam: String) -> String { map.appending(path: naam).path() }

        /// The certificate, with the CA that the other side must have.
        func bestanden(ca: String? = nil) -> TLSBestanden {
            TLSBestanden(
                certificaat: bestand("eigen.pem"),
                sleutel: bestand("eigen.key"),
                ca: ca ?? bestand("ca.pem")
            )
        }

        private func doe(_ opdracht: String) throws {
            let woorden = opdracht.split(separator: " ").map(String.init)
            try #require(try Programma.doe(TLSTests.openssl, woorden, map: map).code == 0)
        }
    }

    private func instellingen(_ tls: TLSBestanden, wereld: String? = nil, naarURL: String? = nil)
        -> Simulatorinstellingen
    {
        var instellingen = Simulatorinstellingen()
        instellingen.poort = 0
        instellingen.tls = tls
        instellingen.wereld = wereld
        instellingen.naarURL = naarURL
        instellingen.duwBijStart = naarURL != nil
        instellingen.kop =
            wereld == nil
            ? Wereldkop(gemeenten: [Gemeente(gemeentecode: "0363", oin: Proefwereld.amsterdam)]) : nil
        return instellingen
    }

    @Test(
        "Alleen wie een certificaat van de juiste uitgever heeft komt binnen, en duwen gaat er ook overheen",
        .enabled(if: FileManager.default.isExecutableFile(atPath: openssl), "openssl ontbreekt: overgeslagen")
    )
    func wederzijds() async throws {
        let goed = try Uitgever()
        let vreemd = try Uitgever()
        let tls = goed.bestanden()
        // Trusts the server, but shows a certificate that the server does not trust.
        let vreemdeTLS = vreemd.bestanden(ca: goed.bestand("ca.pem"))
        let wereld = goed.bestand("wereld.jsonl")
        let notificatie: JSONWaarde = ["soort": "notificatie", "gemeentecode": "0363", "gebeurtenisId": "SS101"]
        try Data((Proefwereld.kop.bytes() + [10] + notificatie.bytes())).write(to: URL(filePath: wereld))
        try await Proefsimulator.met(instellingen(tls)) { poort async throws in
            let duo = Proefclient(poort: poort, bron: Proefwereld.amsterdam, tls: tls)
            #expect(try await duo.vraag("GET", "/instellingen").status == 200)
            let buitenstaander = Proefclient(poort: poort, bron: Proefwereld.amsterdam, tls: vreemdeTLS)
            await #expect(throws: (any Error).self) { try await buitenstaander.vraag("GET", "/instellingen") }
            let zonder = Proefclient(poort: poort, bron: Proefwereld.amsterdam)
            await #expect(throws: (any Error).self) { try await zonder.vraag("GET", "/instellingen") }

            // The simulator serves no notifications: a 404 shows that the push got through the handshake.
            let url = "https://127.0.0.1:\(poort)/v1"
            let last = try Lastduwer(bestand: Wereldbestand(pad: wereld), naarURL: url, verbindingen: 1, tls: tls)
            #expect(await last.duw().perStatus == ["404": 1])
            try await Proefsimulator.met(instellingen(tls, wereld: wereld, naarURL: url)) { poort in
                let tweede = Proefclient(poort: poort, bron: Proefwereld.amsterdam, tls: tls)
                let uiterlijk = ContinuousClock.now + .seconds(20)
                var geduwd: JSONWaarde?
                while geduwd != ["404": 1], ContinuousClock.now < uiterlijk {
                    geduwd = try await tweede.beheer("GET", "/stand").json?["geduwdPerStatus"]
                }
                #expect(geduwd == ["404": 1])
            }
        }
    }

    @Test("Een https-doel zonder certificaten is een fout vooraf")
    func zonderCertificaten() throws {
        let pad = FileManager.default.temporaryDirectory.appending(path: "wereld-\(UUID().uuidString).jsonl")
        try Data(Proefwereld.kop.bytes()).write(to: pad)
        defer { try? FileManager.default.removeItem(at: pad) }
        let bestand = try Wereldbestand(pad: pad.path())
        #expect(throws: Lastduwer.OngeldigeURL.self) { _ = try Lastduwer(bestand: bestand, naarURL: "https://x/v1") }
    }
}
