// SPDX-License-Identifier: EUPL-1.2

/// What a partner answered, whatever the status.
public struct PartnerResponse: Sendable {
    /// HTTP status.
    public let status: Int
    /// Headers as they came.
    public let headers: [(name: String, value: String)]
    /// The body, never larger than the endpoint allows.
    public let bytes: [UInt8]

    /// - Parameters: see the properties.
    public init(status: Int, headers: [(name: String, value: String)] = [], bytes: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.bytes = bytes
    }

    /// The first header with a name, upper and lower case alike.
    public func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// What the status means for trying again.
    public var kind: StatusKind { StatusKind(status) }
}

/// What a status means for trying again.
public enum StatusKind: Hashable, Sendable {
    /// 2xx: done.
    case success
    /// 401: the partner does not know who we are (a certificate not yet, or no longer, registered). That is mended at the
    /// link and not in the message, so it waits.
    case unauthenticated
    /// 403: the partner understood and refuses.
    case refused
    /// 404: the partner does not know it.
    case notFound
    /// Any other 3xx or 4xx: we asked wrongly; asking again will not help.
    case ourFault
    /// 408, 425, 429 and 5xx: later.
    case transient

    /// - Parameter status: HTTP status.
    public init(_ status: Int) {
        self =
            switch status {
            case 200..<300: .success
            case 401: .unauthenticated
            case 403: .refused
            case 404: .notFound
            case 408, 425, 429, 500...: .transient
            default: .ourFault
            }
    }
}
