// SPDX-License-Identifier: EUPL-1.2

/// Destroying dossiers: the key goes, and with it every fact, in every copy that does not hold the key.
public protocol DestructionStore: Sendable {
    /// What `destroyDossier` would do. Throws `niet-gevonden`.
    func inspectDestruction(_ id: DossierID) async throws(RegieFout) -> Vernietiging

    /// Destroys a dossier, in one transaction with its audit line, durable when this returns.
    ///
    /// The key goes, and its bytes where they stood (at the next seal when somebody just now holds that place); what the
    /// dossier was found by and its lines of the werkvoorraad go; the raw text of incoming messages of this dossier goes,
    /// and of those of the same person that were dealt with and belong to no dossier; messages that were still open, in
    /// or out, become `vervallen`. The facts stay as bytes that nobody can open, so that the chain can still be walked,
    /// and the audit lines stay.
    ///
    /// From then on reading and writing it throw `dossier-vernietigd`, no list or look-up shows it, and a message about
    /// the same person makes a new dossier. Destroying it again changes nothing and writes no line.
    /// - Parameter op: when; kept with the dossier's number, so that a restored backup can be told to do it again.
    /// - Throws: `niet-gevonden`.
    @discardableResult
    func destroyDossier(_ id: DossierID, op tijdstip: Tijdstip, audit: AuditRegel) async throws(RegieFout)
        -> Vernietiging

    /// The destroyed dossiers in order, at most `limiet`, those after `na`.
    func listDestroyed(na: DossierID?, limiet: Int) async throws(RegieFout) -> [(dossier: DossierID, op: Tijdstip)]
}

/// What destroying a dossier takes away.
public struct Vernietiging: Hashable, Sendable {
    /// When the dossier was destroyed before; nil when it was not.
    public var eerder: Tijdstip?
    /// Facts that can no longer be read.
    public var feiten: Int
    /// Look-up keys removed.
    public var zoeksleutels: Int
    /// Lines of the werkvoorraad removed.
    public var werkregels: Int
    /// Incoming messages of which the text was removed.
    public var inkomend: Int
    /// Outgoing messages that can no longer be read.
    public var uitgaand: Int

    /// - Parameters: see the properties.
    public init(
        eerder: Tijdstip? = nil,
        feiten: Int = 0,
        zoeksleutels: Int = 0,
        werkregels: Int = 0,
        inkomend: Int = 0,
        uitgaand: Int = 0
    ) {
        self.eerder = eerder
        self.feiten = feiten
        self.zoeksleutels = zoeksleutels
        self.werkregels = werkregels
        self.inkomend = inkomend
        self.uitgaand = uitgaand
    }
}
