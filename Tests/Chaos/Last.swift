// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import RegieTestKit
import Synchronization

/// DUO that goes on sending notifications to both daemons, at a steady pace. As DUO does, it offers one again under the same
/// berichtId, at the other address, until it was acknowledged.
final class Last: Sendable {
    private struct Stand {
        var aangeboden: [String: String] = [:]
        var bevestigd: Set<String> = []
        var perDaemon = [0, 0]
        var niet = 0
        var gestopt = false
        var taken: [Task<Void, Never>] = []
    }

    private static let banen = 4
    private let stad: Stad
    private let stand = Mutex(Stand())

    init(_ stad: Stad) { self.stad = stad }

    /// Everything that was ever offered.
    var aangeboden: Set<String> { stand.withLock { Set($0.aangeboden.keys) } }
    /// Those about whom something was offered.
    var personen: Set<String> { stand.withLock { Set($0.aangeboden.values) } }
    /// What a daemon said 201 to: promised to be kept.
    var bevestigd: Set<String> { stand.withLock { $0.bevestigd } }
    /// How often a daemon gave no answer, or another one than 201.
    var nietBevestigd: Int { stand.withLock { $0.niet } }
    /// What each daemon acknowledged.
    var perDaemon: [Int] { stand.withLock { $0.perDaemon } }

    /// Begins.
    func start() {
        let taken = (0..<Self.banen).map { baan in Task { await self.loop(baan) } }
        stand.withLock { $0.taken = taken }
    }

    /// Offers nothing new, and returns when everything that was offered is acknowledged.
    func stop() async throws {
        let taken = stand.withLock { stand in
            stand.gestopt = true
            return stand.taken
        }
        for taak in taken { await taak.value }
        guard aangeboden == bevestigd else {
            throw TeLaat(
                description: "\(aangeboden.count - bevestigd.count) berichten bleven zonder antwoord. \(stad.logs)"
            )
        }
    }

    private func loop(_ baan: Int) async {
        var nummer = baan
        let klok = ContinuousClock()
        var moment = klok.now
        while !stand.withLock({ $0.gestopt }) {
            let id = UUID().uuidString.lowercased()
            let bsn = Stad.bsns[nummer % Stad.bsns.count]
            stand.withLock { $0.aangeboden[id] = bsn }
            await lever(id, bsn, eerst: nummer / Self.banen % 2)
            nummer += Self.banen
            // A steady pace; what was late is not made up for.
            moment = max(moment + .seconds(1) * Self.banen / Instelling.tempo, klok.now - .seconds(1))
            try? await klok.sleep(until: moment)
        }
    }

    private func lever(_ id: String, _ bsn: String, eerst: Int) async {
        let grens = ContinuousClock.now + .seconds(Instelling.geduld)
        var daemon = eerst
        while ContinuousClock.now < grens {
            if await stuur(id, bsn, naar: daemon) == 201 {
                stand.withLock { stand in
                    stand.bevestigd.insert(id)
                    stand.perDaemon[daemon] += 1
                }
                return
            }
            stand.withLock { $0.niet += 1 }
            daemon = 1 - daemon
            await Wachten.even()
        }
    }

    private func stuur(_ id: String, _ bsn: String, naar daemon: Int) async -> Int? {
        var verzoek = HTTPClientRequest(url: "http://127.0.0.1:\(stad.poorten[daemon])/v1/notificaties")
        verzoek.method = .POST
        verzoek.headers = [
            "content-type": "application/json", "berichtId": id, "bron": Stad.duo, "doel": Stad.oin,
        ]
        let body = #"{"registratieDatumTijd":"2026-03-02T10:00:00Z","bsn":"\#(bsn)","gebeurtenisId":"SS101"}"#
        verzoek.body = .bytes(ByteBuffer(string: body))
        // Who is silent for so long is not waited for: the other one is there.
        guard let antwoord = try? await HTTPClient.shared.execute(verzoek, timeout: .seconds(5)) else { return nil }
        _ = try? await antwoord.body.collect(upTo: 1 << 16)
        return Int(antwoord.status.code)
    }
}

extension Last {
    /// Works again: both daemons acknowledge, and what was acknowledged until now is dealt with.
    func loopt() async throws {
        let voor = perDaemon
        try await Wachten.tot("beide daemons bevestigen", binnen: Instelling.geduld, toelichting: { stad.logs }) {
            zip(perDaemon, voor).allSatisfy { $0 >= $1 + 3 }
        }
        try await verwerkt()
    }

    /// What was acknowledged until now is dealt with, whoever does it.
    func verwerkt() async throws {
        let aantal = bevestigd.count
        try await Wachten.tot(
            "\(aantal) berichten zijn verwerkt",
            binnen: Instelling.geduld,
            toelichting: { stad.logs },
            elke: .milliseconds(200)
        ) { try await Int(stad.sql("SELECT count(*) FROM regie.inbox WHERE status = 2")) ?? 0 >= aantal }
    }

    /// A daemon, or the database behind it, lets DUO down.
    func hapert() async throws {
        let voor = nietBevestigd
        try await Wachten.tot("DUO merkt het", binnen: Instelling.geduld, toelichting: { stad.logs }) {
            nietBevestigd > voor
        }
    }
}
