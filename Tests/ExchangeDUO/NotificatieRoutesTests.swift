// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeDUO
import ExchangeDUOTestKit
import ExchangeTestKit
import Inburgering
import Synchronization
import Testing

@Suite struct `DUO belt de Notificatie API` {
    static let body =
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS101","bsn":"999990019"}"#
    static let koppen = [
        ("berichtId", "3f2504e0-4f89-41d3-9a0c-0305e82c3301"), ("bron", Proef.duoOIN), ("doel", Proef.eigenOIN),
    ]

    /// Rings the API with these headers and this body, on a real socket.
    func bel(
        _ koppen: [(String, String)] = koppen,
        _ body: String = body,
        log: Logvanger = Logvanger(),
        keer: Int = 1,
        ontvang: @escaping @Sendable (Gemeentecode, InkomendBericht) async throws -> Ontvangst = { _, _ in .bewaard }
    ) async throws -> [PartnerResponse] {
        let api = try NotificatieAPI(
            duo: Proef.oin(Proef.duoOIN),
            gemeenten: [Proef.gemeente(): Proef.oin(Proef.eigenOIN)]
        )
        return try await Notificatieproef.met(api, logger: log.logger, ontvang: ontvang) { url in
            let client = try PartnerClient(.duo, at: PartnerEndpoint(url: url), logger: Logvanger().logger)
            var uit: [PartnerResponse] = []
            for _ in 0..<keer {
                let verzoek = PartnerRequest(
                    .post,
                    path: "/notificaties",
                    template: "/notificaties",
                    berichtId: "x",
                    headers: koppen.map { (name: $0.0, value: $0.1) },
                    body: Array(body.utf8)
                )
                switch await client.send(verzoek) {
                case .success(let antwoord): uit.append(antwoord)
                case .failure(let fout): Issue.record("\(fout)")
                }
            }
            await client.shutdown()
            return uit
        }
    }

    @Test func `201 komt pas als het bericht is opgeslagen, en ook bij een dubbele`() async throws {
        let opgeslagen = Mutex<[String]>([])
        let antwoorden = try await bel(keer: 2) { gemeente, bericht in
            opgeslagen.withLock { $0.append("\(gemeente) \(bericht.sleutel.berichtId) \(bericht.soort)") }
            return .bewaard
        }
        #expect(antwoorden.map(\.status) == [201, 201])
        #expect(antwoorden.allSatisfy { $0.header("API-Version") == "1.8.0" })
        let lijst = opgeslagen.withLock { $0 }
        #expect(lijst == Array(repeating: "0363 3f2504e0-4f89-41d3-9a0c-0305e82c3301 SS101", count: 2))
    }

    @Test func `de statussen van de specificatie, elk met API-Version`() async throws {
        func zonder(_ naam: String) -> [(String, String)] { Self.koppen.filter { $0.0 != naam } }
        let gevallen: [(Int, [(String, String)], String)] = [
            (400, zonder("berichtId"), Self.body), (400, zonder("bron"), Self.body), (400, Self.koppen, "{}"),
            (400, Self.koppen, String(repeating: "x", count: NotificatieAPI.grootsteBody + 1)),
            (401, zonder("bron") + [("bron", Proef.eigenOIN)], Self.body),
            (403, zonder("doel") + [("doel", Proef.duoOIN)], Self.body),
        ]
        for (status, koppen, body) in gevallen {
            let antwoord = try await bel(koppen, body) { _, _ in
                Issue.record("toch opgeslagen")
                return .bewaard
            }
            #expect(antwoord.map(\.status) == [status])
            #expect(antwoord.first?.header("API-Version") == "1.8.0")
        }
    }

    @Test func `een bezette opslag is 503 met Retry-After, elke andere fout 500`() async throws {
        let bezet = try await bel { _, _ in throw RegieFout(.opslagBezet, "bezet") }
        #expect(bezet.first?.status == 503)
        #expect(bezet.first?.header("retry-after") == "30")
        #expect(bezet.first?.header("API-Version") == "1.8.0")
        let fout = try await bel { _, _ in throw RegieFout(.opslagFaalt, "stuk") }
        #expect(fout.first?.status == 500)
        #expect(fout.first?.header("API-Version") == "1.8.0")
    }

    @Test func `een berichtId dat al iets anders zei is 400, en DUO leest wat het moet doen`() async throws {
        let log = Logvanger()
        let antwoord = try await bel(log: log) { _, _ in .botst }
        #expect(antwoord.first?.status == 400)
        #expect(antwoord.first?.header("API-Version") == "1.8.0")
        let fouttekst = try JSON.lees(antwoord.first?.bytes ?? [])["fouttekst"]?.tekst ?? ""
        #expect(fouttekst.contains("nieuw berichtId") && fouttekst.count <= 200, "\(fouttekst)")
        let regel = try #require(log.alles.first { $0.contains("eerder gebruikt") })
        #expect(regel.contains("3f2504e0-4f89-41d3-9a0c-0305e82c3301") && !regel.contains(Proef.bsn))
    }

    @Test func `in het log staat geen BSN en geen inhoud`() async throws {
        let log = Logvanger()
        _ = try await bel(log: log) { _, _ in throw RegieFout(.opslagFaalt, "stuk") }
        _ = try await bel(Self.koppen, Self.body.replacing("SS101", with: "ss101"), log: log)
        #expect(log.alles.count >= 2)
        #expect(!log.alles.joined().contains(Proef.bsn))
        #expect(log.alles.joined().contains("3f2504e0-4f89-41d3-9a0c-0305e82c3301"))
    }
}
