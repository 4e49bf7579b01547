// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
public import Logging
public import ServiceLifecycle

/// How a simulator is started.
public struct Simulatorinstellingen: Sendable {
    /// The address to listen on.
    public var adres = "127.0.0.1"
    /// The port; 0 lets the system choose.
    public var poort = 9080
    /// The world file; without one the world is empty and persons come through the control API.
    public var wereld: String?
    /// Takes the place of the first line of the world file, when given.
    public var kop: Wereldkop?
    /// What day it is.
    public var kalender = Kalender.echt
    /// Base URL of the gemeente's Notificatie API, for instance `http://127.0.0.1:8080/v1`.
    public var naarURL: String?
    /// Push the notifications of the world file as soon as the simulator listens.
    public var duwBijStart = false
    /// Mutual TLS, for serving and pushing.
    public var tls: TLSBestanden?

    /// The defaults.
    public init() {}
}

/// DUO's side of the exchange as a service: listens until a graceful shutdown.
public struct Ketensimulator: Service {
    private let instellingen: Simulatorinstellingen
    private let logger: Logger
    private let luistert: @Sendable (Int) -> Void

    /// - Parameter luistert: called once with the port, as soon as requests are taken.
    public init(
        _ instellingen: Simulatorinstellingen,
        logger: Logger,
        luistert: @escaping @Sendable (Int) -> Void
    ) {
        self.instellingen = instellingen
        self.logger = logger
        self.luistert = luistert
    }

    /// Loads the world and serves it. Throws `Wereldfout` for a world that cannot be used.
    public func run() async throws {
        let bestand = try instellingen.wereld.map { try Wereldbestand(pad: $0) }
        let keten = Keten(
            kop: instellingen.kop ?? bestand?.kop ?? Wereldkop(),
            bestand: bestand,
            kalender: instellingen.kalender
        )
        var clientconfiguratie = HTTPClient.Configuration(decompression: .disabled)
        clientconfiguratie.tlsConfiguration = try instellingen.tls?.client()
        // A gemeente that is down must show at once: trying again is the pusher's decision.
        clientconfiguratie.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: clientconfiguratie)
        do {
            try await dien(keten, bestand, client)
        } catch {
            try? await client.shutdown()
            throw error
        }
        try await client.shutdown()
    }

    private func dien(_ keten: Keten, _ bestand: Wereldbestand?, _ client: HTTPClient) async throws {
        let storingen = Storingenlijst()
        let log = Verzoekenlog()
        let duwer = Duwer(
            naarURL: instellingen.naarURL,
            keten: keten,
            storingen: storingen,
            client: client,
            bijStart: instellingen.duwBijStart ? bestand : nil
        )
        let beheer = Beheer(keten: keten, bestand: bestand, storingen: storingen, log: log, duwer: duwer)
        let server: HTTPServerBuilder =
            try instellingen.tls.map { try .tls(.http1(), tlsConfiguration: $0.server()) } ?? .http1()
        let app = Application(
            responder: Antwoorder(keten: keten, storingen: storingen, log: log, duwer: duwer, beheer: beheer),
            server: server,
            configuration: .init(address: .hostname(instellingen.adres, port: instellingen.poort)),
            services: [duwer],
            onServerRunning: { [luistert] kanaal in luistert(kanaal.localAddress?.port ?? 0) },
            logger: logger
        )
        try await app.run()
    }
}
