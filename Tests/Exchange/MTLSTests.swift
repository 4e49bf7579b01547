// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeTestKit
import Foundation
import Inburgering
import RegieTestKit
import Testing

@Suite(.enabled(if: Certificaten.openssl != nil, "geen openssl op deze machine: mTLS niet beproefd"))
struct `Wederzijds TLS` {
    @Test func `met ons certificaat komen we binnen`() async throws {
        let map = try Certificaten()
        try await Proefserver.met(tls: map.server, antwoord: { _ in .init(200, "ok") }) { server in
            let antwoord = try await stuur(server.url, tls: map.klant()).get()
            #expect(antwoord.status == 200)
        }
    }

    @Test func `zonder certificaat van een bekende uitgever niet`() async throws {
        let map = try Certificaten()
        let vreemd = try Certificaten()
        try await Proefserver.met(tls: map.server, antwoord: { _ in .init(200, "ok") }) { server in
            let tls = TLSFiles(
                certificate: vreemd.pad("klant.pem"),
                key: vreemd.pad("klant.key"),
                ca: map.pad("ca.pem")
            )
            guard case .failure(let fout) = await stuur(server.url, tls: tls) else {
                Issue.record("de server nam een vreemd certificaat aan")
                return
            }
            // In TLS 1.3 the server's alert comes after our handshake is done, so it may show as a broken connection.
            #expect([.tls, .cut].contains(fout.kind))
            #expect(server.verzoeken.isEmpty)
        }
    }

    @Test func `een server met een certificaat van een ander vertrouwen we niet`() async throws {
        let map = try Certificaten()
        let vreemd = try Certificaten()
        try await Proefserver.met(tls: map.server, antwoord: { _ in .init(200, "ok") }) { server in
            #expect(
                await stuur(server.url, tls: map.klant(ca: vreemd.pad("ca.pem"))) == .failure(TransportFailure(.tls))
            )
            #expect(server.verzoeken.isEmpty)
        }
    }

    @Test func `een certificaat dat er niet is wordt genoemd`() throws {
        let endpoint = try PartnerEndpoint(
            url: "https://127.0.0.1/v1",
            tls: TLSFiles(certificate: "/bestaat/niet.pem", key: "/bestaat/niet.key")
        )
        let fout = #expect(throws: RegieFout.self) {
            try PartnerClient(.duo, at: endpoint, logger: Logvanger().logger)
        }
        #expect(fout?.code == .configOngeldig)
        #expect(fout?.waar == "/bestaat/niet.pem")
    }
}

/// A CA with a certificate for a server and one for a client, in a folder that goes with it.
final class Certificaten: Sendable {
    static let openssl = ["/usr/bin/openssl", "/usr/local/bin/openssl", "/opt/homebrew/bin/openssl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }
    private let map: String

    init() throws {
        map = NSTemporaryDirectory() + "mtls-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: map, withIntermediateDirectories: true)
        try Data("subjectAltName=IP:127.0.0.1".utf8).write(to: URL(fileURLWithPath: pad("san.cnf")))
        try doe("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Proef-CA -keyout ca.key -out ca.pem")
        for naam in ["server", "klant"] {
            try doe("req -newkey rsa:2048 -nodes -subj /CN=\(naam) -keyout \(naam).key -out \(naam).csr")
            try doe(
                "x509 -req -in \(naam).csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile san.cnf -out \(naam).pem"
            )
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: map) }

    func pad(_ naam: String) -> String { "\(map)/\(naam)" }

    var server: Proefserver.TLS {
        Proefserver.TLS(certificaat: pad("server.pem"), sleutel: pad("server.key"), ca: pad("ca.pem"))
    }

    func klant(ca: String? = nil) -> TLSFiles {
        TLSFiles(certificate: pad("klant.pem"), key: pad("klant.key"), ca: ca ?? pad("ca.pem"))
    }

    private struct Mislukt: Error {}

    private func doe(_ opdracht: String) throws {
        let proces = Process()
        proces.executableURL = URL(fileURLWithPath: Self.openssl ?? "")
        proces.arguments = opdracht.split(separator: " ").map(String.init)
        proces.currentDirectoryURL = URL(fileURLWithPath: map)
        proces.standardError = FileHandle.nullDevice
        proces.standardOutput = FileHandle.nullDevice
        try Processtart.run(proces)
        proces.waitUntilExit()
        guard proces.terminationStatus == 0 else { throw Mislukt() }
    }
}
