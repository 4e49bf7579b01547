// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
public import Inburgering
public import Logging
import NIOCore
import NIOHTTP1

/// HTTP to one partner: mTLS, bounded in time and size, one try per call.
///
/// Trying again is for the job that called: it knows whether the message may still be wanted. Redirects are not
/// followed, for they would carry a BSN to another place. No tracing: a span would hold the path; of a trace that is at
/// work (`TraceContext.current`) only its ids go along.
public final class PartnerClient: Sendable {
    /// Where it goes.
    public let endpoint: PartnerEndpoint
    private let partner: Partner
    private let client: HTTPClient
    private let logger: Logger

    /// Throws `config-ongeldig` when a TLS file cannot be used.
    /// - Parameters:
    ///   - partner: for the log.
    ///   - endpoint: where and within which bounds.
    ///   - logger: gets berichtId, method, path template, status and duration of every try.
    public init(_ partner: Partner, at endpoint: PartnerEndpoint, logger: Logger) throws(RegieFout) {
        var settings = HTTPClient.Configuration()
        settings.redirectConfiguration = .disallow
        settings.httpVersion = .http1Only
        settings.timeout.connect = .nanoseconds(endpoint.connectTimeout.nanoseconds)
        settings.timeout.read = .nanoseconds(endpoint.timeout.nanoseconds)
        settings.connectionPool.retryConnectionEstablishment = false
        settings.tracing.tracer = nil
        if let tls = endpoint.tls { settings.tlsConfiguration = try tls.configuration() }
        self.partner = partner
        self.endpoint = endpoint
        self.logger = logger
        client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: settings)
    }

    /// Closes the connections; must be called once, before the last reference goes.
    public func shutdown() async { try? await client.shutdown() }

    /// One try.
    public func send(_ request: PartnerRequest) async -> Result<PartnerResponse, TransportFailure> {
        let begin = ContinuousClock.now
        let result: Result<PartnerResponse, TransportFailure>
        do {
            result = .success(try await withinTimeout { try await self.exchange(request) })
        } catch {
            result = .failure(TransportFailure(error))
        }
        log(request, result, after: ContinuousClock.now - begin)
        return result
    }

    private func exchange(_ request: PartnerRequest) async throws -> PartnerResponse {
        var wire = HTTPClientRequest(url: endpoint.url + request.path)
        wire.method = HTTPMethod(rawValue: request.method.rawValue)
        for header in request.headers { wire.headers.add(name: header.name, value: header.value) }
        wire.headers.add(name: "accept", value: "application/json")
        if let context = TraceContext.current { wire.headers.add(name: "traceparent", value: context.traceparent) }
        if let body = request.body {
            wire.headers.add(name: "content-type", value: "application/json")
            wire.body = .bytes(ByteBuffer(bytes: body))
        }
        let answer = try await client.execute(wire, timeout: .nanoseconds(endpoint.timeout.nanoseconds))
        let body = try await answer.body.collect(upTo: endpoint.maxAnswerBytes)
        return PartnerResponse(
            status: Int(answer.status.code),
            headers: answer.headers.map { ($0.name, $0.value) },
            bytes: Array(body.readableBytesView)
        )
    }

    /// The library's own deadline ends when the head has come; this one holds for the body too.
    private func withinTimeout(
        _ work: @escaping @Sendable () async throws -> PartnerResponse
    ) async throws -> PartnerResponse {
        let limit = endpoint.timeout
        return try await withThrowingTaskGroup(of: PartnerResponse.self) { group in
            group.addTask(operation: work)
            group.addTask {
                try await Task.sleep(for: limit)
                throw DeadlinePassed()
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw DeadlinePassed() }
            return first
        }
    }

    private func log(
        _ request: PartnerRequest,
        _ result: Result<PartnerResponse, TransportFailure>,
        after duration: Duration
    ) {
        var metadata: Logger.Metadata = [
            "partner": "\(partner)", "berichtId": "\(request.berichtId)", "methode": "\(request.method.rawValue)",
            "pad": "\(request.template)", "ms": "\(duration.nanoseconds / 1_000_000)",
        ]
        switch result {
        case .success(let answer):
            metadata["status"] = "\(answer.status)"
            logger.info("Antwoord van partner", metadata: metadata)
        case .failure(let failure):
            metadata["status"] = "\(failure.kind.rawValue)"
            logger.warning("Geen antwoord van partner", metadata: metadata)
        }
    }
}

extension Duration {
    /// Whole nanoseconds.
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
