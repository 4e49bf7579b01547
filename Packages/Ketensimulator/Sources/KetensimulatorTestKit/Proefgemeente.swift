// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
public import KetensimulatorKit
import Logging
import NIOCore
import ServiceLifecycle
import Synchronization

/// A gemeente's Notificatie API on a port of its own: remembers what DUO posted.
public final class Proefgemeente: Sendable {
    /// One notification as it came in.
    public struct Ontvangen: Sendable {
        /// The header `berichtId`.
        public let berichtId: String?
        /// The header `bron`.
        public let bron: String?
        /// The header `doel`.
        public let doel: String?
        /// The path it was posted to.
        public let pad: String
        /// What was posted.
        public let body: JSONWaarde?
    }

    private let lijst = Mutex<[Ontvangen]>([])
    private let statussen: Mutex<[Int]>

    private init(statussen: [Int]) {
        self.statussen = Mutex(statussen)
    }

    /// Everything received so far, in order.
    public var ontvangen: [Ontvangen] { lijst.withLock { $0 } }

    /// Listens while `proef` runs, which gets the gemeente and the base URL to push to.
    ///
    /// - Parameter statussen: the answers to the first requests; 201 after those.
    public static func met<Uitslag: Sendable>(
        statussen: [Int] = [],
        _ proef: @Sendable (Proefgemeente, String) async throws -> Uitslag
    ) async throws -> Uitslag {
        let gemeente = Proefgemeente(statussen: statussen)
        let (poorten, meld) = AsyncStream<Int>.makeStream()
        let app = Application(
            responder: CallbackResponder<BasicRequestContext> { request, _ in await gemeente.antwoord(request) },
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { meld.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }
        )
        // Not by cancelling: see Proefserver, NIO ends the process when an accepted connection is dropped.
        var beheer = ServiceGroupConfiguration(services: [app], logger: app.logger)
        beheer.maximumGracefulShutdownDuration = .milliseconds(500)
        let dienst = ServiceGroup(configuration: beheer)
        return try await withThrowingTaskGroup(of: Void.self) { groep in
            groep.addTask {
                defer { meld.finish() }
                try? await dienst.run()
            }
            let poort = await poorten.first { _ in true } ?? 0
            do {
                let uitslag = try await proef(gemeente, "http://127.0.0.1:\(poort)/v1")
                await dienst.triggerGracefulShutdown()
                return uitslag
            } catch {
                await dienst.triggerGracefulShutdown()
                throw error
            }
        }
    }

    /// Waits until at least `aantal` were received; false when that takes longer than `binnen`.
    public func wacht(op aantal: Int, binnen: Duration = .seconds(20)) async throws -> Bool {
        let uiterlijk = ContinuousClock.now + binnen
        while ContinuousClock.now < uiterlijk {
            if lijst.withLock({ $0.count }) >= aantal { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    private func antwoord(_ request: Request) async -> Response {
        var request = request
        let body = try? await request.collectBody(upTo: 1 << 20)
        func kop(_ naam: String) -> String? { request.headers.first { $0.name.canonicalName == naam }?.value }
        lijst.withLock {
            $0.append(
                Ontvangen(
                    berichtId: kop("berichtid"),
                    bron: kop("bron"),
                    doel: kop("doel"),
                    pad: request.uri.path,
                    body: body.flatMap { try? JSONWaarde(bytes: Array($0.readableBytesView)) }
                )
            )
        }
        let status = statussen.withLock { $0.isEmpty ? 201 : $0.removeFirst() }
        return Response(status: .init(code: status))
    }
}
