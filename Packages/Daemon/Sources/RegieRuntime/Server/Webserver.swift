// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Inburgering
public import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// Makes the listeners of the daemon.
public struct Webserver: Sendable {
    private let logger: Logger

    /// - Parameter logger: where requests are reported.
    public init(logger: Logger) { self.logger = logger }

    /// The listener that partners reach.
    /// - Parameters:
    ///   - listener: where; over TLS a certificate of the CA is asked of whoever calls, and its OIN must be the sender's.
    ///   - beheer: health and metrics, when they are served here; see `beheer(_:_:opened:)` for a listener of their own.
    ///   - routes: adds what partners call.
    ///   - opened: called when it listens.
    func partners(
        _ listener: RegieConfig.Listener,
        beheer: Beheerroutes?,
        routes: (Router<Verzoekcontext>) -> Void,
        opened: @escaping @Sendable () async -> Void
    ) throws(RegieFout) -> any Service {
        let router = Router(context: Verzoekcontext.self)
        router.add(middleware: VerkeerMiddleware(logger: logger))
        // Before the certificate is asked for the sender: whoever looks at health sends no message.
        beheer?.mount(on: router)
        if listener.tls != nil { router.add(middleware: BronMiddleware(logger: logger)) }
        router.add(middleware: SpoorMiddleware())
        routes(router)
        return try application(router, listener, opened)
    }

    /// The listener that the beheerder reaches.
    func beheer(
        _ listener: RegieConfig.Listener,
        _ routes: Beheerroutes,
        opened: @escaping @Sendable () async -> Void
    ) throws(RegieFout) -> any Service {
        let router = Router(context: Verzoekcontext.self)
        router.add(middleware: VerkeerMiddleware(logger: logger))
        routes.mount(on: router)
        return try application(router, listener, opened)
    }

    private func application(
        _ router: Router<Verzoekcontext>,
        _ listener: RegieConfig.Listener,
        _ opened: @escaping @Sendable () async -> Void
    ) throws(RegieFout) -> any Service {
        // A connection that says nothing for so long is closed: nobody holds one open to keep others out.
        let http = HTTPServerBuilder.http1(configuration: .init(idleTimeout: .seconds(60)))
        let server: HTTPServerBuilder
        if let tls = listener.tls {
            do {
                server = try .tls(http, tlsConfiguration: try Self.configuration(tls))
            } catch {
                throw Self.unusable(tls)
            }
        } else {
            server = http
        }
        return Application(
            responder: router.buildResponder(),
            server: server,
            configuration: .init(address: .hostname(listener.address, port: listener.port), serverName: nil),
            onServerRunning: { _ in await opened() },
            logger: logger
        )
    }

    /// TLS 1.2 or later, and a certificate of the other side that the CA gave out; its name is no host's.
    static func configuration(_ tls: RegieConfig.TLS) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(tls.certificate).map { NIOSSLCertificateSource.certificate($0) }
        let key = try NIOSSLPrivateKey(file: tls.key, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain,
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(tls.ca))
        return configuration
    }

    private static func unusable(_ tls: RegieConfig.TLS) -> RegieFout {
        RegieFout(
            .configOngeldig,
            "Het certificaat, de sleutel of de CA kan niet worden gebruikt.",
            watTeDoen: "Controleer of het leesbare PEM-bestanden zijn en of de sleutel bij het certificaat hoort.",
            waar: tls.certificate
        )
    }
}
