// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Where a partner is reached and within which bounds.
public struct PartnerEndpoint: Hashable, Sendable {
    /// Base of every path, without a slash at the end: `https://host:port/v1`.
    public let url: String
    /// The partner's own OIN; nil for a partner that has none in its headers.
    public let partnerOIN: OIN?
    /// Our certificate; nil for plain HTTP on the loopback (the ketensimulator).
    public let tls: TLSFiles?
    /// Longest time for one try, connecting and reading the whole answer included.
    public let timeout: Duration
    /// Longest time to set up a connection.
    public let connectTimeout: Duration
    /// Largest answer that is read, in bytes.
    public let maxAnswerBytes: Int

    /// Throws `config-ongeldig` when the URL is no http(s) URL, or plain HTTP to another machine.
    /// - Parameters: see the properties.
    public init(
        url: String,
        partnerOIN: OIN? = nil,
        tls: TLSFiles? = nil,
        timeout: Duration = .seconds(20),
        connectTimeout: Duration = .seconds(5),
        maxAnswerBytes: Int = 4 << 20
    ) throws(RegieFout) {
        let https = url.hasPrefix("https://")
        guard https || url.hasPrefix("http://"), !url.contains("?"), !url.contains("#"), !url.contains("@") else {
            throw RegieFout(
                .configOngeldig,
                "De url van de koppeling is geen http(s)-adres.",
                watTeDoen: "Geef een adres als https://host:poort/v1.",
                waar: "ketenpartners"
            )
        }
        let host = url.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }
        guard https || ["127.0.0.1", "localhost", "[::1]"].contains(where: { host == $0 || host.hasPrefix("\($0):") })
        else {
            throw RegieFout(
                .configOngeldig,
                "Zonder TLS mag een koppeling alleen naar deze machine zelf.",
                watTeDoen: "Gebruik https:// en geef tls: certificate, key en ca.",
                waar: "ketenpartners"
            )
        }
        self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
        self.partnerOIN = partnerOIN
        self.tls = tls
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.maxAnswerBytes = maxAnswerBytes
    }
}
