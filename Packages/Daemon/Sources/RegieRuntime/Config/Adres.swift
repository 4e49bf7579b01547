// SPDX-License-Identifier: EUPL-1.2

/// What the configuration must know of an address.
enum Adres {
    /// Whether only this machine can reach it: 127.0.0.0/8, `::1` or `localhost`.
    static func isLoopback(_ host: String) -> Bool {
        let kaal = host.lowercased()
        if kaal == "localhost" || kaal == "::1" || kaal == "[::1]" { return true }
        let delen = kaal.split(separator: ".", omittingEmptySubsequences: false)
        return delen.count == 4 && delen[0] == "127" && delen.allSatisfy { UInt8($0) != nil }
    }

    /// The host of an http(s) URL, and whether it is https; nil for any other text.
    static func host(van url: String) -> (host: String, https: Bool)? {
        let https = url.hasPrefix("https://")
        guard https || url.hasPrefix("http://") else { return nil }
        let rest = url.dropFirst(https ? 8 : 7).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let plek = rest.split(separator: "@", omittingEmptySubsequences: false).last ?? rest
        let host = plek.hasPrefix("[") ? plek.prefix(while: { $0 != "]" }).dropFirst() : plek.prefix { $0 != ":" }
        return host.isEmpty ? nil : (String(host), https)
    }
}
