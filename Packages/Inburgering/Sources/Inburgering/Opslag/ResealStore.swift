// SPDX-License-Identifier: EUPL-1.2

/// Bringing everything under a new version of the gemeente's key, while others read and write.
public protocol ResealStore: Sendable {
    /// How much is sealed under each version, per kind. What stays under an old version for good, because only its
    /// authenticity is checked with it (codes of audit lines and seals), is not counted.
    func countSealed() async throws(RegieFout) -> [Sleutelgebruik]

    /// Seals at most `hoogstens` rows anew under the version that seals now, in one short transaction: wrapped keys of
    /// dossiers with their marks and look-up keys, incoming messages, jobs, reasons of audit lines. Safe to break off
    /// and to run twice at once; whoever reads meanwhile finds everything under the old version or the new one.
    ///
    /// A row that cannot be opened is passed over, so that it holds up nobody else; it stays counted.
    /// - Parameter na: where the call before ended; nil to begin.
    /// - Returns: how many rows were sealed anew, and where to go on; nil when the end was reached.
    func reseal(na: Herzegelplaats?, hoogstens: Int) async throws(RegieFout) -> (
        herzegeld: Int, verder: Herzegelplaats?
    )
}

/// How far a pass came.
public struct Herzegelplaats: Hashable, Sendable {
    /// The kind of row it is at.
    public let soort: Verzegelsoort
    /// The last row of that kind that was seen.
    public let nummer: Int64

    /// - Parameters: see the properties.
    public init(_ soort: Verzegelsoort, na nummer: Int64) {
        self.soort = soort
        self.nummer = nummer
    }
}

/// What is sealed under the gemeente's own key, in the order in which it is sealed anew.
public enum Verzegelsoort: String, CaseIterable, Sendable {
    /// Wrapped keys of dossiers: with these the facts, the werkvoorraad and the outbox follow.
    case dossiersleutel
    /// Blind look-up keys.
    case zoeksleutel
    /// Incoming messages.
    case inbox
    /// What jobs carry.
    case taak
    /// Reasons beside audit lines.
    case reden
}

/// How many rows of a kind are sealed under a version.
public struct Sleutelgebruik: Hashable, Sendable {
    /// The version.
    public let versie: UInt32
    /// The kind.
    public let soort: Verzegelsoort
    /// How many; never 0.
    public let aantal: Int

    /// - Parameters: see the properties.
    public init(versie: UInt32, soort: Verzegelsoort, aantal: Int) {
        self.versie = versie
        self.soort = soort
        self.aantal = aantal
    }
}
