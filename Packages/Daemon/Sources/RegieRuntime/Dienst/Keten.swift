// SPDX-License-Identifier: EUPL-1.2

import Exchange
public import ExchangeDUO
public import Inburgering
public import Logging

/// The links with the partners of an installation, open.
public struct Keten: Sendable {
    /// The link with DUO; nil when the configuration has none.
    public let duo: DUOKoppeling?

    /// Opens the links that the configuration names. Throws `config-ongeldig` when a certificate cannot be used.
    public init(_ config: RegieConfig, klok: any Klok, logger: Logger) throws(RegieFout) {
        guard let partner = config.ketenpartners.duo else {
            duo = nil
            return
        }
        let tls = partner.tls.map { TLSFiles(certificate: $0.certificate, key: $0.key, ca: $0.ca) }
        duo = try DUOKoppeling(
            endpoint: try PartnerEndpoint(url: partner.url, partnerOIN: partner.oin, tls: tls),
            gemeenten: config.gemeenten.mapValues(\.oin),
            klok: klok,
            logger: logger
        )
    }

    /// What reads for a gemeente.
    public func lezers(_ gemeente: Gemeentecode) -> [any Berichtlezer] {
        duo?.lezer(voor: gemeente).map { [$0] } ?? []
    }

    /// What sends for a gemeente.
    public func verzenders(_ gemeente: Gemeentecode) -> [any Berichtverzender] {
        duo?.verzender(voor: gemeente).map { [$0] } ?? []
    }

    /// Closes the connections.
    public func sluit() async { await duo?.sluit() }
}
