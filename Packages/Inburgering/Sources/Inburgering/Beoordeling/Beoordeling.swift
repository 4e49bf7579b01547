// SPDX-License-Identifier: EUPL-1.2

/// What the law and the gemeente's policy make of a dossier on one day.
public struct Beoordeling: Hashable, Sendable {
    /// Where the person stands.
    public struct Stand: Hashable, Sendable {
        /// Whether the plicht holds on the peildatum.
        public var inburgeringsplichtig: Bool
        /// The group on the peildatum; nil when unknown.
        public var doelgroep: Doelgroep?
        /// The route of the PIP in force; nil without a PIP.
        public var leerroute: Leerroute?
        /// Whether the plicht is met.
        public var voldaan: Bool

        /// - Parameters: see the properties.
        public init(
            inburgeringsplichtig: Bool = false,
            doelgroep: Doelgroep? = nil,
            leerroute: Leerroute? = nil,
            voldaan: Bool = false
        ) {
            self.inburgeringsplichtig = inburgeringsplichtig
            self.doelgroep = doelgroep
            self.leerroute = leerroute
            self.voldaan = voldaan
        }
    }

    /// The day of which this speaks.
    public var peildatum: Datum
    /// The act that applies.
    public var wet: Stelsel
    /// Where the person stands.
    public var stand: Stand
    /// The terms.
    public var termijnen: [Termijn]
    /// What is counted.
    public var voortgang: [Voortgang]
    /// What must be done.
    public var signalen: [Signaal]

    /// - Parameters: see the properties.
    public init(
        peildatum: Datum,
        wet: Stelsel,
        stand: Stand,
        termijnen: [Termijn] = [],
        voortgang: [Voortgang] = [],
        signalen: [Signaal] = []
    ) {
        self.peildatum = peildatum
        self.wet = wet
        self.stand = stand
        self.termijnen = termijnen
        self.voortgang = voortgang
        self.signalen = signalen
    }
}
