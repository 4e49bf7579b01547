// SPDX-License-Identifier: EUPL-1.2

/// A message to a partner, written with the decision it follows from.
public struct UitgaandBericht: Hashable, Sendable {
    /// Never changes between tries, so that the partner can see that it is the same; a UUID in lower case.
    public let berichtId: String
    /// To whom.
    public let partner: Partner
    /// What it does, in the adapter's words: `pip.post`, `map.put` …
    public let soort: String
    /// The dossier it is about.
    public let dossier: DossierID
    /// What the adapter needs to make the request; a store seals it. Holds no BSN: that is read from the dossier when
    /// the message is sent.
    public let inhoud: JSON
    /// When it was written.
    public let gemaaktOp: Tijdstip

    /// - Parameters: see the properties.
    public init(
        berichtId: String,
        partner: Partner,
        soort: String,
        dossier: DossierID,
        inhoud: JSON,
        gemaaktOp: Tijdstip
    ) {
        self.berichtId = berichtId
        self.partner = partner
        self.soort = soort
        self.dossier = dossier
        self.inhoud = inhoud
        self.gemaaktOp = gemaaktOp
    }
}

/// Where an outgoing message stands.
public enum OutboxStatus: Hashable, Sendable {
    /// To be sent.
    case klaar
    /// To be tried again at an instant; why (Dutch, no personal data).
    case wacht(tot: Tijdstip, waarom: String)
    /// The partner took it.
    case verzonden
    /// The partner's rules refuse it: its own words, for the klantmanager.
    case geweigerd(woorden: [String])
    /// The partner says it is malformed, or it kept failing: our defect, for the beheerder (dead letter).
    case mislukt(waarom: String)
    /// Put aside by a beheerder.
    case vervallen(waarom: String)

    /// One word: `klaar`, `wacht`, `verzonden`, `geweigerd`, `mislukt`, `vervallen`.
    public var woord: String {
        switch self {
        case .klaar: "klaar"
        case .wacht: "wacht"
        case .verzonden: "verzonden"
        case .geweigerd: "geweigerd"
        case .mislukt: "mislukt"
        case .vervallen: "vervallen"
        }
    }
}

/// An outgoing message with what became of it.
public struct OutboxRegel: Hashable, Sendable {
    /// The message.
    public let bericht: UitgaandBericht
    /// Where it stands.
    public let status: OutboxStatus
    /// How often it was tried.
    public let pogingen: Int
    /// - Parameters: see the properties.
    public init(bericht: UitgaandBericht, status: OutboxStatus, pogingen: Int) {
        self.bericht = bericht
        self.status = status
        self.pogingen = pogingen
    }
}

extension UitgaandBericht {
    /// What at the partner the message sets: its kind without the verb, with the instelling where it names one
    /// (`uren.instelling 0000000123`). Of two messages on one onderwerp the later one holds.
    public var onderwerp: String {
        let delen = soort.split(separator: ".")
        let zaak = delen.count > 1 ? delen.dropLast().joined(separator: ".") : soort
        return inhoud["instellingsnummer"]?.tekst.map { "\(zaak) \($0)" } ?? zaak
    }
}
