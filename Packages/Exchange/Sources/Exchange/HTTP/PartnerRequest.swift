// SPDX-License-Identifier: EUPL-1.2

/// One request to a partner. Its path may hold a BSN (DUO's do); only the template is ever logged.
public struct PartnerRequest: Sendable {
    /// A method of HTTP.
    public enum Method: String, Sendable {
        /// Read.
        case get = "GET"
        /// Make.
        case post = "POST"
        /// Replace.
        case put = "PUT"
        /// Take away.
        case delete = "DELETE"
    }

    /// The method.
    public let method: Method
    /// The path after the endpoint's base, values filled in.
    public let path: String
    /// The path for logs: placeholders instead of values.
    public let template: String
    /// Names the exchange in the log on both sides.
    public let berichtId: String
    /// Headers, berichtId among them when the partner wants it.
    public let headers: [(name: String, value: String)]
    /// Body; nil for none.
    public let body: [UInt8]?

    /// - Parameters: see the properties.
    public init(
        _ method: Method,
        path: String,
        template: String,
        berichtId: String,
        headers: [(name: String, value: String)] = [],
        body: [UInt8]? = nil
    ) {
        self.method = method
        self.path = path
        self.template = template
        self.berichtId = berichtId
        self.headers = headers
        self.body = body
    }

    /// A value made safe for one segment of a path (RFC 3986 unreserved characters stay).
    public static func segment(_ value: String) -> String {
        var uit = ""
        for byte in value.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: uit.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let hex = String(byte, radix: 16, uppercase: true)
                uit += hex.utf8.count == 1 ? "%0\(hex)" : "%\(hex)"
            }
        }
        return uit
    }
}
