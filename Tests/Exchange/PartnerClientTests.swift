// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeTestKit
import Foundation
import Inburgering
import Testing

@Suite struct `Bellen met een partner` {
    static let vraag = PartnerRequest(
        .put,
        path: "/personen/999990019/map",
        template: "/personen/{bsn}/map",
        berichtId: "b-1",
        headers: [("berichtId", "b-1")],
        body: Array(#"{"a":1}"#.utf8)
    )

    @Test func `het verzoek komt zo aan als het is`() async throws {
        try await Proefserver.met(antwoord: { _ in .init(200, "ok", koppen: ["berichtId": "b-1"]) }) { server in
            let antwoord = try await stuur(server.url).get()
            #expect(antwoord.status == 200)
            #expect(antwoord.bytes == Array("ok".utf8))
            #expect(antwoord.header("BERICHTID") == "b-1")
            let gezien = try #require(server.verzoeken.first)
            #expect(server.verzoeken.count == 1)
            #expect(gezien.methode == "PUT")
            #expect(gezien.pad == "/v1/personen/999990019/map")
            #expect(gezien.koppen["berichtid"] == "b-1")
            #expect(gezien.koppen["content-type"] == "application/json")
            #expect(gezien.body == Array(#"{"a":1}"#.utf8))
        }
    }

    @Test func `een poging is een poging, ook bij een fout`() async throws {
        try await Proefserver.met(antwoord: { _ in .init(500) }) { server in
            let antwoord = try await stuur(server.url).get()
            #expect(antwoord.kind == .transient)
            #expect(server.verzoeken.count == 1)
        }
    }

    @Test func `een doorverwijzing wordt niet gevolgd`() async throws {
        try await Proefserver.met(antwoord: { _ in .init(302, koppen: ["location": "/elders"]) }) { server in
            let antwoord = try await stuur(server.url).get()
            #expect(antwoord.status == 302)
            #expect(server.verzoeken.count == 1)
        }
    }

    @Test func `een partner die zwijgt houdt ons niet vast`() async throws {
        try await Proefserver.met(antwoord: { _ in
            try? await Task.sleep(for: .seconds(30))
            return .init(200)
        }) { server in
            let begin = ContinuousClock.now
            #expect(await stuur(server.url, timeout: .milliseconds(300)) == .failure(TransportFailure(.timeout)))
            #expect(ContinuousClock.now - begin < .seconds(60))
        }
    }

    @Test(arguments: ["", "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"])
    func `een afgebroken verbinding is geen antwoord`(tekst: String) async throws {
        try await Breekserver.met(tekst) { url in
            #expect(await stuur(url) == .failure(TransportFailure(.cut)))
        }
    }

    @Test func `wat geen HTTP is, is geen antwoord`() async throws {
        try await Breekserver.met("hallo daar\r\n\r\n") { url in
            guard case .failure = await stuur(url) else {
                Issue.record("er kwam een antwoord")
                return
            }
        }
    }

    /// An address of ours at which nobody listens; held, for a port that is free again another test can get.
    private func metDichtePoort<Uitkomst>(_ werk: (String) async throws -> Uitkomst) async throws -> Uitkomst {
        let greep = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(greep) }
        var adres = sockaddr_in()
        adres.sin_family = sa_family_t(AF_INET)
        adres.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var grootte = socklen_t(MemoryLayout<sockaddr_in>.size)
        let gelukt = withUnsafeMutablePointer(to: &adres) { plek in
            plek.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(greep, $0, grootte) == 0 && getsockname(greep, $0, &grootte) == 0
            }
        }
        try #require(gelukt)
        return try await werk("http://127.0.0.1:\(UInt16(bigEndian: adres.sin_port))")
    }

    @Test func `een partner die er niet is`() async throws {
        let uitkomst = try await metDichtePoort { await stuur($0) }
        #expect(uitkomst == .failure(TransportFailure(.unreachable)))
    }

    @Test func `een te groot antwoord wordt niet ingelezen`() async throws {
        try await Proefserver.met(antwoord: { _ in .init(200, String(repeating: "x", count: 5000)) }) { server in
            #expect(await stuur(server.url, grootste: 4096) == .failure(TransportFailure(.malformed)))
        }
    }

    @Test func `het log noemt het sjabloon en nooit het pad, de inhoud of het BSN`() async throws {
        let log = Logvanger()
        try await Proefserver.met(antwoord: { _ in .init(403, #"[{"fouttekst":"geheim"}]"#) }) { server in
            _ = await stuur(server.url, log: log)
        }
        _ = try await metDichtePoort { await stuur($0, log: log) }
        let alles = log.alles.joined(separator: "\n")
        #expect(log.alles.count == 2)
        for deel in ["b-1", "PUT", "/personen/{bsn}/map", "403", "unreachable"] { #expect(alles.contains(deel)) }
        for geheim in ["999990019", "geheim", #""a""#] { #expect(!alles.contains(geheim)) }
    }

    @Test func `zonder TLS alleen naar de eigen machine`() throws {
        #expect(throws: RegieFout.self) { try PartnerEndpoint(url: "http://duo.example/v1") }
        #expect(throws: RegieFout.self) { try PartnerEndpoint(url: "http://127.0.0.1.example/v1") }
        #expect(throws: RegieFout.self) { try PartnerEndpoint(url: "ftp://127.0.0.1/v1") }
        #expect(throws: RegieFout.self) { try PartnerEndpoint(url: "https://a@b.example/v1") }
        let https = try PartnerEndpoint(url: "https://duo.example:1234/v1/")
        #expect(https.url == "https://duo.example:1234/v1")
        #expect(throws: Never.self) { try PartnerEndpoint(url: "http://localhost:9080/v1") }
    }

    @Test func `een waarde in een pad kan het pad niet verlaten`() {
        #expect(PartnerRequest.segment("1234567890") == "1234567890")
        #expect(PartnerRequest.segment("../a b?é") == "..%2Fa%20b%3F%C3%A9")
    }
}

extension Result where Success == PartnerResponse, Failure == TransportFailure {
    static func == (links: Self, rechts: Self) -> Bool {
        switch (links, rechts) {
        case (.failure(let links), .failure(let rechts)): links == rechts
        default: false
        }
    }
}

/// One try with a client of its own.
func stuur(
    _ url: String,
    timeout: Duration = .seconds(10),
    grootste: Int = 1 << 20,
    tls: TLSFiles? = nil,
    log: Logvanger = Logvanger()
) async -> Result<PartnerResponse, TransportFailure> {
    do {
        let endpoint = try PartnerEndpoint(url: url, tls: tls, timeout: timeout, maxAnswerBytes: grootste)
        let client = try PartnerClient(.duo, at: endpoint, logger: log.logger)
        let uitkomst = await client.send(`Bellen met een partner`.vraag)
        await client.shutdown()
        return uitkomst
    } catch {
        Issue.record("\(error)")
        return .failure(TransportFailure(.cancelled))
    }
}
