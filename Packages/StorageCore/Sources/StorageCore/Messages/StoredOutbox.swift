// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// An outgoing message as it is stored, sealed under the key of its dossier.
public struct StoredOutbox: Sendable {
    /// See `UitgaandBericht`.
    public var berichtId: String
    /// See `UitgaandBericht`.
    public var partner: String
    /// See `UitgaandBericht`.
    public var soort: String
    /// As a number.
    public var dossier: Int64
    /// In milliseconds.
    public var gemaaktOp: Int64
    /// The number of the status.
    public var status: Int
    /// In milliseconds.
    public var tot: Int64?
    /// The words of the status, sealed.
    public var toelichting: Data?
    /// See `OutboxRegel`.
    public var pogingen: Int
    /// Sealed.
    public var inhoud: Data
    /// The key of the dossier, wrapped.
    public var wrappedKey: Data

    /// - Parameters: see the properties.
    public init(
        berichtId: String,
        partner: String,
        soort: String,
        dossier: Int64,
        gemaaktOp: Int64,
        status: Int,
        tot: Int64?,
        toelichting: Data?,
        pogingen: Int,
        inhoud: Data,
        wrappedKey: Data
    ) {
        self.berichtId = berichtId
        self.partner = partner
        self.soort = soort
        self.dossier = dossier
        self.gemaaktOp = gemaaktOp
        self.status = status
        self.tot = tot
        self.toelichting = toelichting
        self.pogingen = pogingen
        self.inhoud = inhoud
        self.wrappedKey = wrappedKey
    }

    /// What a message says, sealed.
    public static func seal(_ bericht: UitgaandBericht, _ gemeente: Gemeentecode, _ key: DossierKey) throws(RegieFout)
        -> Data
    {
        try key.seal(
            bericht.inhoud.bytes,
            context: SealContext.outbox(gemeente, bericht.berichtId, column: "inhoud")
        )
    }

    /// The words of a status, sealed; nil when it has none.
    public static func words(
        _ status: OutboxStatus,
        _ berichtId: String,
        _ gemeente: Gemeentecode,
        _ key: DossierKey
    ) throws(RegieFout) -> Data? {
        guard let words = status.words else { return nil }
        return try key.seal(
            Data(words.utf8),
            context: SealContext.outbox(gemeente, berichtId, column: "toelichting")
        )
    }

    /// The message, opened.
    public func regel(_ keys: GemeenteKeys) throws(RegieFout) -> OutboxRegel {
        let key = try keys.unwrap(wrappedKey, of: dossier)
        let plain = try key.open(inhoud, context: SealContext.outbox(keys.gemeente, berichtId, column: "inhoud"))
        var words: String?
        if let toelichting {
            let context = SealContext.outbox(keys.gemeente, berichtId, column: "toelichting")
            words = String(decoding: try key.open(toelichting, context: context), as: UTF8.self)
        }
        return try regel(try JSON.lees(plain), words: words)
    }

    /// As a list shows it when it does not open.
    public func closed() throws(RegieFout) -> OutboxRegel {
        let refused = status == OutboxStatus.geweigerd(woorden: []).code
        return try regel(.null, words: refused ? nil : Unreadable.words)
    }

    private func regel(_ inhoud: JSON, words: String?) throws(RegieFout) -> OutboxRegel {
        OutboxRegel(
            bericht: UitgaandBericht(
                berichtId: berichtId,
                partner: Partner(rawValue: partner),
                soort: soort,
                dossier: try DossierID(number: dossier),
                inhoud: inhoud,
                gemaaktOp: Tijdstip(milliseconden: gemaaktOp)
            ),
            status: try OutboxStatus(code: status, until: tot, words: words),
            pogingen: pogingen
        )
    }
}
