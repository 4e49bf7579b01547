// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(3)))
struct OutboxTests {
    private let bsn = TestIdentity.bsn(1)

    private func berichten(_ proef: Ketenproef) async throws -> [String] {
        try await proef.store.listOutbox(status: nil, limiet: 99, overslaan: 0).reversed().map {
            "\($0.bericht.soort) \($0.status.woord)"
        }
    }

    @Test func `een beschadigd dossier houdt de berichten over anderen niet op`() async throws {
        let proef = try await Ketenproef()
        let id = try await proef.dossier(bsn: bsn, [proef.pip(-3)])
        _ = try await proef.dossier(bsn: TestIdentity.bsn(2), [proef.pip(-3)])
        try proef.beschadig(id)
        try await proef.met(duo: { _ in .init(201) }) { duo, server in
            try await proef.verzend(duo)
            #expect(server.verzoeken.count == 1)
        }
        #expect(try await berichten(proef) == ["pip.post mislukt", "pip.post verzonden"])
    }

    @Test(arguments: [500, 503, 401])
    func `hoe lang DUO ook wegblijft, het bericht gaat daarna onder hetzelfde nummer`(status: Int) async throws {
        let proef = try await Ketenproef()
        _ = try await proef.dossier(bsn: bsn, [proef.pip(-3)])
        let stemming = Stemming(status)
        try await proef.met(duo: { _ in .init(stemming.status) }) { duo, server in
            for _ in 0..<70 {
                try await proef.verzend(duo)
                proef.klok.advance(milliseconden: 2 * 3_600_000)
            }
            #expect(try await berichten(proef) == ["pip.post wacht"])
            #expect(try await proef.store.listOutbox(status: "wacht", limiet: 9, overslaan: 0).first?.pogingen == 70)
            stemming.status = 201
            try await proef.verzend(duo)
            #expect(Set(server.verzoeken.map { $0.koppen["berichtid"] }).count == 1)
        }
        #expect(try await berichten(proef) == ["pip.post verzonden"])
    }

    @Test func `een bericht dat is ingehaald gaat niet meer uit, ook niet als het weer klaar is gezet`() async throws {
        let proef = try await Ketenproef()
        let id = try await proef.dossier(bsn: bsn, [proef.pip(-3)])
        let stemming = Stemming(400)
        try await proef.met(duo: { _ in .init(stemming.status) }) { duo, server in
            try await proef.verzend(duo)
            let oud = try #require(try await proef.store.listOutbox(status: "mislukt", limiet: 9, overslaan: 0).first)
            stemming.status = 201
            _ = try await proef.dienst.leg(vast: [proef.pip(-1)], in: id, reden: "proef")
            try await proef.verzend(duo)
            #expect(try await berichten(proef) == ["pip.post mislukt", "pip.post verzonden"])
            // As when a beheerder asked while the newer one was on its way.
            try await proef.store.setOutbox(oud.bericht.berichtId, .klaar)
            try await proef.verzend(duo)
            #expect(server.verzoeken.count == 2)
        }
        #expect(try await berichten(proef) == ["pip.post vervallen", "pip.post verzonden"])
    }

    @Test func `wie zijn taak kwijtraakt terwijl hij verzendt, verzendt de rest niet meer`() async throws {
        let proef = try await Ketenproef()
        // Two more than go out at the same time.
        for plaats in 1...10 { _ = try await proef.dossier(bsn: TestIdentity.bsn(plaats), [proef.pip(-3)]) }
        let store = proef.store
        let nu = proef.klok.nu
        _ = try await store.enqueue([NewJob("verzenden", vanaf: nu)])
        let oud = try #require(try await store.claim(soorten: ["verzenden"], aantal: 1, door: "oud", op: nu).first)
        let overname = Overname(van: store, op: nu)
        try await proef.met(duo: { _ in
            // Taken over by another process, while DUO has not answered yet.
            _ = try? await overname.taak()
            return .init(201)
        }) { duo, server in
            await #expect(throws: RegieFout.self) { try await proef.verzend(duo, als: oud) }
            #expect((1...8).contains(server.verzoeken.count))
            let nieuw = try #require(try await overname.taak())
            try await proef.verzend(duo, als: nieuw)
            // What DUO took was recorded though the job was gone, so nothing goes out twice.
            #expect(Set(server.verzoeken.map { $0.koppen["berichtid"] }).count == 10)
        }
        #expect(try await berichten(proef) == Array(repeating: "pip.post verzonden", count: 10))
    }

    @Test func `wat af is verdwijnt na de bewaartermijn, en geen dag eerder`() async throws {
        let proef = try await Ketenproef()
        let id = try #require(try await proef.store.enqueue([NewJob("auditketen", vanaf: proef.klok.nu)]).first ?? nil)
        let job = try #require(
            try await proef.store.claim(soorten: ["auditketen"], aantal: 1, door: "p", op: proef.klok.nu).first
        )
        _ = try await proef.store.complete(job.id, lease: job.lease, op: proef.klok.nu)
        let onderhoud = Onderhoud(dagen: 30, klok: proef.klok)
        proef.klok.advance(milliseconden: 30 * 86_400_000)
        try await onderhoud.run(job, in: proef.store)
        #expect(try await proef.store.findJob(id) != nil)
        proef.klok.advance(milliseconden: 1)
        try await onderhoud.run(job, in: proef.store)
        #expect(try await proef.store.findJob(id) == nil)
    }
}

/// Another process that takes over the job of the one that sends; once, when it is first asked for.
private actor Overname {
    private let store: any GemeenteStore
    private let nu: Tijdstip
    private var bezig: Task<Job?, any Error>?

    init(van store: any GemeenteStore, op nu: Tijdstip) {
        self.store = store
        self.nu = nu
    }

    func taak() async throws -> Job? {
        let bezig =
            bezig
            ?? Task { [store, nu] in
                try await store.release("oud", op: nu)
                return try await store.claim(soorten: ["verzenden"], aantal: 1, door: "nieuw", op: nu).first
            }
        self.bezig = bezig
        return try await bezig.value
    }
}
