// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
public import Hummingbird
public import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle
import Synchronization

/// A real HTTP server on a port of its own that answers as a test says and records what it was asked.
public final class Proefserver: Sendable {
    /// What it was asked.
    public struct Verzoek: Sendable {
        /// `GET`, `POST` …
        public let methode: String
        /// Path as it came.
        public let pad: String
        /// Headers by lower case name.
        public let koppen: [String: String]
        /// Body.
        public let body: [UInt8]
    }

    /// What it answers.
    public struct Antwoord: Sendable {
        /// HTTP status.
        public var status: Int
        /// Headers besides those of HTTP itself.
        public var koppen: [String: String]
        /// Body.
        public var body: String
        /// - Parameters: see the properties.
        public init(_ status: Int, _ body: String = "", koppen: [String: String] = [:]) {
            self.status = status
            self.body = body
            self.koppen = koppen
        }
    }

    /// Certificate files of the server, and the roots its clients must come from (mTLS).
    public struct TLS: Sendable {
        let certificaat: String
        let sleutel: String
        let ca: String
        /// - Parameters: paths of PEM files.
        public init(certificaat: String, sleutel: String, ca: String) {
            self.certificaat = certificaat
            self.sleutel = sleutel
            self.ca = ca
        }
    }

    /// `http://127.0.0.1:port/v1`, or https.
    public let url: String
    private let gevraagd: Vangst

    private init(url: String, gevraagd: Vangst) {
        self.url = url
        self.gevraagd = gevraagd
    }

    /// Every request so far, in order of arrival.
    public var verzoeken: [Verzoek] { gevraagd.alles }

    /// Runs a server, hands it to `proef`, and stops it.
    public static func met<Uitslag: Sendable>(
        tls: TLS? = nil,
        antwoord: @escaping @Sendable (Verzoek) async -> Antwoord,
        _ proef: @Sendable (Proefserver) async throws -> Uitslag
    ) async throws -> Uitslag {
        let vangst = Vangst()
        let responder = CallbackResponder<BasicRequestContext> { verzoek, _ in
            let body = try await verzoek.body.collect(upTo: 1 << 20)
            let gevraagd = Verzoek(
                methode: verzoek.method.rawValue,
                pad: verzoek.uri.path,
                koppen: Dictionary(
                    verzoek.headers.map { ($0.name.rawName.lowercased(), $0.value) },
                    uniquingKeysWith: { eerste, _ in eerste }
                ),
                body: Array(body.readableBytesView)
            )
            vangst.neem(gevraagd)
            return Response(await antwoord(gevraagd))
        }
        let server: HTTPServerBuilder =
            try tls.map { try .tls(.http1(), tlsConfiguration: $0.configuratie()) } ?? .http1()
        return try await draai(responder, server) { poort in
            try await proef(
                Proefserver(url: "\(tls == nil ? "http" : "https")://127.0.0.1:\(poort)/v1", gevraagd: vangst)
            )
        }
    }

    /// Runs any responder on a port of its own for the length of a test.
    public static func draai<Uitslag: Sendable, Responder: HTTPResponder>(
        _ responder: Responder,
        _ server: HTTPServerBuilder = .http1(),
        _ proef: @Sendable (Int) async throws -> Uitslag
    ) async throws -> Uitslag where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        let (poorten, meld) = AsyncStream<Int>.makeStream()
        let app = Application(
            responder: responder,
            server: server,
            configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { kanaal in meld.yield(kanaal.localAddress?.port ?? 0) },
            logger: Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }
        )
        // Never by cancelling: a connection that was accepted but not yet taken up is then dropped with its writer
        // open, and NIO ends the whole process for that. Once the port is closed, what still hangs is given up.
        var beheer = ServiceGroupConfiguration(services: [app], logger: app.logger)
        beheer.maximumGracefulShutdownDuration = .milliseconds(500)
        let dienst = ServiceGroup(configuration: beheer)
        return try await withThrowingTaskGroup(of: Void.self) { groep in
            groep.addTask {
                defer { meld.finish() }
                try? await dienst.run()
            }
            guard let poort = await poorten.first(where: { _ in true }) else { throw NietGestart() }
            do {
                let uitslag = try await proef(poort)
                await dienst.triggerGracefulShutdown()
                return uitslag
            } catch {
                await dienst.triggerGracefulShutdown()
                throw error
            }
        }
    }

    /// It stopped before it listened.
    public struct NietGestart: Error {}
}

/// What came in, shared with the server's tasks.
private final class Vangst: Sendable {
    private let lijst = Mutex<[Proefserver.Verzoek]>([])
    var alles: [Proefserver.Verzoek] { lijst.withLock { $0 } }
    func neem(_ verzoek: Proefserver.Verzoek) { lijst.withLock { $0.append(verzoek) } }
}

extension Proefserver.TLS {
    fileprivate func configuratie() throws -> TLSConfiguration {
        var uit = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMFile(certificaat).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(file: sleutel, format: .pem))
        )
        uit.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(ca))
        uit.certificateVerification = .noHostnameVerification
        return uit
    }
}

extension Response {
    fileprivate init(_ antwoord: Proefserver.Antwoord) {
        var koppen = HTTPFields()
        for (naam, waarde) in antwoord.koppen {
            if let naam = HTTPField.Name(naam) { koppen[naam] = waarde }
        }
        self.init(
            status: HTTPResponse.Status(code: antwoord.status),
            headers: koppen,
            body: antwoord.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(string: antwoord.body))
        )
    }
}
