// SPDX-License-Identifier: EUPL-1.2

/// Everything that one step changes: written in one transaction, or not at all.
public struct Stap: Sendable {
    /// A fact to be added; its volgnummer is the place after the last.
    public struct NieuwFeit: Hashable, Sendable {
        /// See `Gebeurtenis`.
        public var geldigOp: Datum
        /// See `Gebeurtenis`.
        public var bekendOp: Tijdstip
        /// See `Gebeurtenis`.
        public var bron: Bron
        /// See `Gebeurtenis`.
        public var berichtId: String?
        /// See `Gebeurtenis`.
        public var feit: Feit

        /// - Parameters: see `Gebeurtenis`.
        public init(geldigOp: Datum, bekendOp: Tijdstip, bron: Bron, berichtId: String? = nil, feit: Feit) {
            self.geldigOp = geldigOp
            self.bekendOp = bekendOp
            self.bron = bron
            self.berichtId = berichtId
            self.feit = feit
        }

        /// The fact in its place.
        public func gebeurtenis(volgnummer: Int) -> Gebeurtenis {
            Gebeurtenis(
                volgnummer: volgnummer,
                geldigOp: geldigOp,
                bekendOp: bekendOp,
                bron: bron,
                berichtId: berichtId,
                feit: feit
            )
        }
    }

    /// The dossier; a new one is made when `laatsteVolgnummer` is 0.
    public var dossier: DossierID
    /// The last volgnummer that the maker of this step saw; the store refuses with `gelijktijdig-gewijzigd` when it is
    /// no longer the last.
    public var laatsteVolgnummer: Int
    /// Facts to add.
    public var feiten: [NieuwFeit]
    /// All keys by which the dossier is to be found from now on; nil leaves them as they are.
    public var zoeksleutels: Set<Zoeksleutel>?
    /// New lines of the werkvoorraad per origin; the former ones of that origin go. Origins not named stay.
    public var werkregels: [Werkregel.Herkomst: [Werkregel]]
    /// Messages to send, in this order.
    public var uitgaand: [UitgaandBericht]
    /// The incoming message that this step has dealt with.
    public var verwerkt: Verwerking?
    /// The outgoing message whose outcome this step records.
    public var verzonden: Verzending?
    /// Whether incoming messages that wait with this dossier are dealt with at once: it learned what they wait for. It is
    /// no try, and the message of `verwerkt` itself keeps its own outcome.
    public var wekt: Bool
    /// The claim on the job that this is part of; nil when a human acts.
    public var greep: JobLease?
    /// The audit line.
    public var audit: AuditRegel

    /// The claim without which nothing of this may be written. That a partner took a message is true whoever says it; all
    /// else is only for who has the job.
    public var voorwaarde: JobLease? {
        if case .verzonden? = verzonden?.status { nil } else { greep }
    }

    /// An incoming message and what became of it.
    public struct Verwerking: Hashable, Sendable {
        /// Which message.
        public var bericht: Berichtsleutel
        /// What became of it.
        public var status: InboxStatus
        /// Whether this try counts towards giving up; see `InboxRegel.vergeefs`.
        public var vergeefs: Bool
        /// - Parameters: see the properties.
        public init(_ bericht: Berichtsleutel, _ status: InboxStatus, vergeefs: Bool = false) {
            self.bericht = bericht
            self.status = status
            self.vergeefs = vergeefs
        }
    }

    /// An outgoing message and what became of it.
    public struct Verzending: Hashable, Sendable {
        /// Its berichtId.
        public var berichtId: String
        /// What became of it.
        public var status: OutboxStatus
        /// - Parameters: see the properties.
        public init(_ berichtId: String, _ status: OutboxStatus) {
            self.berichtId = berichtId
            self.status = status
        }
    }

    /// - Parameters: see the properties.
    public init(
        dossier: DossierID,
        laatsteVolgnummer: Int,
        feiten: [NieuwFeit] = [],
        zoeksleutels: Set<Zoeksleutel>? = nil,
        werkregels: [Werkregel.Herkomst: [Werkregel]] = [:],
        uitgaand: [UitgaandBericht] = [],
        verwerkt: Verwerking? = nil,
        verzonden: Verzending? = nil,
        wekt: Bool = false,
        greep: JobLease? = nil,
        audit: AuditRegel
    ) {
        self.dossier = dossier
        self.laatsteVolgnummer = laatsteVolgnummer
        self.feiten = feiten
        self.zoeksleutels = zoeksleutels
        self.werkregels = werkregels
        self.uitgaand = uitgaand
        self.verwerkt = verwerkt
        self.verzonden = verzonden
        self.wekt = wekt
        self.greep = greep
        self.audit = audit
    }
}
