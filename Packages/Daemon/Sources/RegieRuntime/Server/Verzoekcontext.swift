// SPDX-License-Identifier: EUPL-1.2

public import Hummingbird
public import NIOCore

/// What is known of a request while it is dealt with.
public struct Verzoekcontext: RequestContext {
    /// Largest body that a route may gather, bytes; DUO's notifications are some 150.
    public static let grootsteBody = 1 << 20

    /// Hummingbird's own part.
    public var coreContext: CoreRequestContextStorage
    /// The connection: for the certificate of the other side.
    public let channel: any Channel
    /// See `grootsteBody`.
    public var maxUploadSize: Int { Self.grootsteBody }

    /// See `RequestContext`.
    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}
