// SPDX-License-Identifier: EUPL-1.2

/// One line of the werkvoorraad: a signal of a dossier, on the desk of a klantmanager.
public struct Werkregel: Hashable, Sendable {
    /// Where a line comes from; a step replaces the lines of one origin at a time.
    public enum Herkomst: Hashable, Sendable {
        /// From the assessment.
        case beoordeling
        /// From an outgoing message that the partner refused; its berichtId.
        case bericht(String)
    }

    /// The dossier.
    public let dossier: DossierID
    /// Where it comes from.
    public let herkomst: Herkomst
    /// The signal.
    public let signaal: Signaal
    /// Who directs the dossier; nil when nobody was assigned.
    public let klantmanager: String?

    /// - Parameters: see the properties.
    public init(dossier: DossierID, herkomst: Herkomst, signaal: Signaal, klantmanager: String?) {
        self.dossier = dossier
        self.herkomst = herkomst
        self.signaal = signaal
        self.klantmanager = klantmanager
    }
}
