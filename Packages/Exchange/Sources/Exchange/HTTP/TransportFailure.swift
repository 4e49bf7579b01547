// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Why a try gave no answer. Says nothing of the path or the body: those may name a person.
public struct TransportFailure: Error, Hashable, Sendable {
    /// What went wrong.
    public enum Kind: String, Hashable, Sendable {
        /// No answer in time.
        case timeout
        /// Nobody listens, or the machine cannot be found.
        case unreachable
        /// The connection broke before the answer was whole.
        case cut
        /// The handshake failed: certificate, key or root.
        case tls
        /// The answer is larger than allowed, or no HTTP.
        case malformed
        /// We are stopping.
        case cancelled
    }

    /// What went wrong.
    public let kind: Kind

    /// - Parameter kind: what went wrong.
    public init(_ kind: Kind) { self.kind = kind }

    /// One Dutch sentence for a beheerder.
    public var words: String {
        switch kind {
        case .timeout: "Er kwam op tijd geen antwoord."
        case .unreachable: "De partner is niet bereikbaar."
        case .cut: "De verbinding brak af voordat het antwoord compleet was."
        case .tls: "De beveiligde verbinding kwam niet tot stand: controleer certificaat, sleutel en CA."
        case .malformed: "Het antwoord is te groot of geen HTTP."
        case .cancelled: "De verzending is onderbroken omdat het programma stopt."
        }
    }

    init(_ error: any Error) {
        kind =
            switch error {
            case is CancellationError: .cancelled
            case is DeadlinePassed: .timeout
            case is NIOTooManyBytesError: .malformed
            case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError: .tls
            case is NIOConnectionError: .unreachable
            case let error as IOError where Self.nobodyThere.contains(error.errnoCode): .unreachable
            case let error as HTTPClientError: Self.kind(error)
            default: .cut
            }
    }

    /// Connecting failed before anything was sent.
    private static let nobodyThere: Set<CInt> = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EHOSTDOWN]

    private static func kind(_ error: HTTPClientError) -> Kind {
        switch error {
        case .readTimeout, .writeTimeout, .deadlineExceeded, .getConnectionFromPoolTimeout: .timeout
        case .connectTimeout: .unreachable
        case .tlsHandshakeTimeout: .tls
        case .cancelled, .alreadyShutdown, .requestStreamCancelled: .cancelled
        case .remoteConnectionClosed, .uncleanShutdown: .cut
        default: .malformed
        }
    }
}

/// Our own clock ran out.
struct DeadlinePassed: Error {}
