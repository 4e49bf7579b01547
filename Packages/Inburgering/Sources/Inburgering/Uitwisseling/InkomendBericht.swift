// SPDX-License-Identifier: EUPL-1.2

/// A message as it came in.
public struct InkomendBericht: Hashable, Sendable {
    /// Partner and id.
    public let sleutel: Berichtsleutel
    /// What it is about, in the partner's words: DUO's gebeurtenisId `SS101`.
    public let soort: String
    /// When it was received.
    public let ontvangenOp: Tijdstip
    /// The person, when the message names one by BSN.
    public let bsn: Bsn?
    /// The person, when the message names one by V-nummer.
    public let vnummer: VNummer?
    /// The message to the byte; a store seals it.
    public let ruw: [UInt8]

    /// - Parameters: see the properties.
    public init(
        sleutel: Berichtsleutel,
        soort: String,
        ontvangenOp: Tijdstip,
        bsn: Bsn?,
        vnummer: VNummer?,
        ruw: [UInt8]
    ) {
        self.sleutel = sleutel
        self.soort = soort
        self.ontvangenOp = ontvangenOp
        self.bsn = bsn
        self.vnummer = vnummer
        self.ruw = ruw
    }
}

/// Where an incoming message stands.
public enum InboxStatus: Hashable, Sendable {
    /// Received; still to be dealt with.
    case ontvangen
    /// To be tried again at an instant; why (Dutch, no personal data).
    case wacht(tot: Tijdstip, waarom: String)
    /// Dealt with.
    case verwerkt
    /// Cannot be dealt with by itself; a beheerder must look (dead letter).
    case mislukt(waarom: String)
    /// Put aside by a beheerder.
    case vervallen(waarom: String)

    /// One word: `ontvangen`, `wacht`, `verwerkt`, `mislukt`, `vervallen`.
    public var woord: String {
        switch self {
        case .ontvangen: "ontvangen"
        case .wacht: "wacht"
        case .verwerkt: "verwerkt"
        case .mislukt: "mislukt"
        case .vervallen: "vervallen"
        }
    }
}

/// An incoming message with what became of it.
public struct InboxRegel: Hashable, Sendable {
    /// The message.
    public let bericht: InkomendBericht
    /// Where it stands.
    public let status: InboxStatus
    /// How often it was tried.
    public let pogingen: Int
    /// How many of these tries count towards giving up: the partner answered, and had nothing.
    public let vergeefs: Int
    /// The dossier it led to; nil while unknown.
    public let dossier: DossierID?
    /// - Parameters: see the properties.
    public init(
        bericht: InkomendBericht,
        status: InboxStatus,
        pogingen: Int,
        vergeefs: Int = 0,
        dossier: DossierID?
    ) {
        self.vergeefs = vergeefs
        self.bericht = bericht
        self.status = status
        self.pogingen = pogingen
        self.dossier = dossier
    }
}
