// SPDX-License-Identifier: EUPL-1.2

/// The proof of one gemeente's storage: what nobody can change, cut off or take away unseen.
public protocol ProofStore: Sendable {
    /// Makes a seal over every chain as it stands, in one transaction; audit lines that were loose are linked first, all
    /// of them.
    ///
    /// Remembers the head of every dossier, so that later something can be said of each of them. Throws
    /// `verzegeling-faalt`, and seals nothing, when what the seal before vouches for is no longer there: a new seal
    /// would hide that.
    func seal(op tijdstip: Tijdstip) async throws(RegieFout) -> Zegel

    /// Seals in order, those after number `na`, at most `limiet`.
    func listSeals(na: Int, limiet: Int) async throws(RegieFout) -> [Zegel]

    /// Walks all there is on one steady snapshot and says what does not fit: the chain of the audit log and numbers that
    /// are missing at its end, the chain and the head of every dossier (destroyed ones too), every sealed byte that no
    /// longer opens, look-up keys and lines of the werkvoorraad that are not those of their dossier, the seals, and the
    /// heads that the last seal remembers. Changes nothing.
    /// - Parameters:
    ///   - hoogstens: how many breaks to report; the rest is only counted.
    ///   - voortgang: told now and then how many dossiers were walked.
    func verify(hoogstens: Int, voortgang: @escaping @Sendable (Int) -> Void) async throws(RegieFout) -> Bewijsuitkomst
}

/// What a walk over the proof found.
public struct Bewijsuitkomst: Hashable, Sendable {
    /// One thing that does not fit.
    public struct Breuk: Hashable, Sendable {
        /// `auditregel 12`, `dossier 01h…`, `zegel 3`, `inbox duo/…`: never personal data.
        public let waar: String
        /// What does not fit, one Dutch sentence.
        public let wat: String

        /// - Parameters: see the properties.
        public init(_ waar: String, _ wat: String) {
            self.waar = waar
            self.wat = wat
        }
    }

    /// What does not fit, as many as were asked for.
    public var breuken: [Breuk] = []
    /// How many there are in all.
    public var aantal = 0
    /// Dossiers walked, those that were destroyed included.
    public var dossiers = 0
    /// Facts walked.
    public var feiten = 0
    /// Audit lines in the chain.
    public var geketend = 0
    /// Audit lines not yet in the chain.
    public var nogLos = 0
    /// Seals walked.
    public var zegels = 0
    /// SHA-256 over the head of every dossier, as in `Zegel.koppen`: equal for two storages with the same facts.
    public var koppen: [UInt8] = []
    /// The number and the code of the last audit line in the chain.
    public var auditNummer: Int64 = 0
    /// See `auditNummer`.
    public var auditCode: [UInt8] = []

    /// Nothing found yet.
    public init() {}
}
