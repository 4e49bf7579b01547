// SPDX-License-Identifier: EUPL-1.2

public import Exchange
public import Inburgering
public import Logging

/// How the gemeenten of this installation are linked to DUO.
///
/// Made once by the daemon; gives per gemeente what reads, sends and receives. All gemeenten share one client and so
/// one certificate: DUO tells them apart by the `bron` header.
public struct DUOKoppeling: Sendable {
    /// DUO's OIN: `doel` of what we send, `bron` of what we receive.
    public let duo: OIN
    /// The OIN of each gemeente that is served here.
    public let gemeenten: [Gemeentecode: OIN]
    /// The connections to DUO.
    public let client: PartnerClient
    private let klok: any Klok

    /// Throws `config-ongeldig` when the endpoint names no OIN, two gemeenten share one, or a TLS file cannot be used.
    /// - Parameters:
    ///   - endpoint: DUO's address, OIN, certificate files and bounds.
    ///   - gemeenten: the OIN of each gemeente.
    ///   - klok: for `bekendOp` and Retry-After.
    ///   - logger: gets one line per request.
    public init(
        endpoint: PartnerEndpoint,
        gemeenten: [Gemeentecode: OIN],
        klok: any Klok = Systeemklok(),
        logger: Logger
    ) throws(RegieFout) {
        guard let duo = endpoint.partnerOIN else {
            throw RegieFout(.configOngeldig, "Het OIN van DUO ontbreekt.", waar: "ketenpartners.duo.oin")
        }
        guard Set(gemeenten.values).count == gemeenten.count else {
            throw RegieFout(.configOngeldig, "Twee gemeenten hebben hetzelfde OIN.", waar: "gemeenten")
        }
        self.duo = duo
        self.gemeenten = gemeenten
        self.klok = klok
        client = try PartnerClient(.duo, at: endpoint, logger: logger)
    }

    /// What reads on behalf of a gemeente; nil when it is not served here.
    public func lezer(voor gemeente: Gemeentecode) -> DUOLezer? {
        vrager(voor: gemeente).map { DUOLezer($0, gemeente: gemeente, klok: klok) }
    }

    /// What sends on behalf of a gemeente; nil when it is not served here.
    public func verzender(voor gemeente: Gemeentecode) -> DUOVerzender? {
        vrager(voor: gemeente).map { DUOVerzender($0, klok: klok) }
    }

    /// What asks DUO's lists (instellingen, verlengingsgronden) on behalf of a gemeente; nil when it is not served.
    public func lijsten(voor gemeente: Gemeentecode) -> DUOLijsten? { vrager(voor: gemeente).map(DUOLijsten.init) }

    /// What judges incoming notifications for all gemeenten.
    public var notificaties: NotificatieAPI { NotificatieAPI(duo: duo, gemeenten: gemeenten) }

    /// Closes the connections.
    public func sluit() async { await client.shutdown() }

    private func vrager(voor gemeente: Gemeentecode) -> DUOVrager? {
        gemeenten[gemeente].map { DUOVrager(client: client, bron: $0, doel: duo) }
    }
}
