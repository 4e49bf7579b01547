// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Synchronization

/// Pushes notifications to the gemeenten, as DUO does: those that follow from a request on its own, others when asked.
final class Duwer: Service {
    /// How often a notification that follows from a request is tried, with a pause that doubles from a second.
    private static let pogingen = 6

    private let url: String?
    private let keten: Keten
    private let storingen: Storingenlijst
    private let client: HTTPClient
    private let bijStart: Wereldbestand?
    private let wachtrij: AsyncStream<Notificatie>
    private let inWachtrij: AsyncStream<Notificatie>.Continuation
    private let perStatus = Mutex<[String: Int]>([:])

    /// `naarURL` is the base, for instance `http://127.0.0.1:8080/v1`; without it nothing is pushed.
    init(naarURL: String?, keten: Keten, storingen: Storingenlijst, client: HTTPClient, bijStart: Wereldbestand?) {
        url = naarURL.map { $0.hasSuffix("/") ? "\($0)notificaties" : "\($0)/notificaties" }
        self.keten = keten
        self.storingen = storingen
        self.client = client
        self.bijStart = bijStart
        (wachtrij, inWachtrij) = AsyncStream.makeStream()
    }

    /// How many pushes got which answer since the start.
    var tellingen: [String: Int] { perStatus.withLock { $0 } }

    /// Pushes what is queued, until a graceful shutdown.
    func run() async {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { groep in
                if let bijStart {
                    groep.addTask { _ = await self.duw(uit: bijStart, inTempo: true) }
                }
                for await notificatie in wachtrij {
                    await duwMetHerhaling(notificatie)
                }
                groep.cancelAll()
            }
        } onGracefulShutdown: {
            self.inWachtrij.finish()
        }
    }

    /// Queues a notification that follows from a request.
    func plaats(_ notificaties: [Notificatie]) {
        for notificatie in notificaties { inWachtrij.yield(notificatie) }
    }

    /// Pushes these once each, in order; gives how many got which answer.
    func duw(_ notificaties: [Notificatie]) async -> [String: Int] {
        var tellingen: [String: Int] = [:]
        for notificatie in notificaties where !Task.isCancelled {
            for status in await verstuur(notificatie) { tellingen[status, default: 0] += 1 }
        }
        return tellingen
    }

    /// Pushes the notifications of a world file in their order, with or without the pauses it asks for.
    func duw(uit bestand: Wereldbestand, inTempo: Bool) async -> [String: Int] {
        var tellingen: [String: Int] = [:]
        for index in 0..<bestand.aantalNotificaties {
            guard !Task.isCancelled, let notificatie = try? bestand.notificatie(index) else { continue }
            if inTempo, notificatie.na > 0 {
                try? await Task.sleep(for: .seconds(notificatie.na))
            }
            tellingen.merge(await duw([notificatie])) { $0 + $1 }
        }
        return tellingen
    }

    private func duwMetHerhaling(_ notificatie: Notificatie) async {
        var pauze = Duration.seconds(1)
        for poging in 1...Self.pogingen where !Task.isCancelled && !Task.isShuttingDownGracefully {
            let statussen = await verstuur(notificatie)
            if statussen.allSatisfy({ $0.hasPrefix("2") }) || url == nil || poging == Self.pogingen { return }
            try? await cancelWhenGracefulShutdown { [pauze] in try await Task.sleep(for: pauze) }
            pauze *= 2
        }
    }

    /// One push, or two when the fault `dubbel` is on.
    private func verstuur(_ notificatie: Notificatie) async -> [String] {
        let dubbel = storingen.neem(methode: "POST", pad: "/v1/notificaties", duw: true) != nil
        var statussen: [String] = []
        for _ in 0..<(dubbel ? 2 : 1) {
            let status = await verstuurEenmaal(notificatie)
            perStatus.withLock { $0[status, default: 0] += 1 }
            statussen.append(status)
        }
        return statussen
    }

    private func verstuurEenmaal(_ notificatie: Notificatie) async -> String {
        guard let url else { return "geen-url" }
        guard let oin = await keten.oin(gemeentecode: notificatie.gemeentecode) else { return "geen-oin" }
        var verzoek = HTTPClientRequest(url: url)
        verzoek.method = .POST
        verzoek.headers = [
            "content-type": "application/json", "berichtId": notificatie.berichtId,
            "bron": await keten.kop.duoOin, "doel": oin,
        ]
        verzoek.body = .bytes(ByteBuffer(bytes: notificatie.body()))
        do {
            let antwoord = try await client.execute(verzoek, timeout: .seconds(30))
            _ = try? await antwoord.body.collect(upTo: 1 << 16)
            return String(antwoord.status.code)
        } catch {
            return "geen-verbinding"
        }
    }
}
