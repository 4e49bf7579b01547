// SPDX-License-Identifier: EUPL-1.2

/// An installation's storage. Opens stores, each for one gemeente and one access; there is no other way in.
public protocol StorageEngine: BackupEngine {
    /// Opens the store of one gemeente. Throws `opslag-nieuwer` when the schema is of a newer version,
    /// `opslag-bezet`, `opslag-faalt` (also when the storage is not there or not up to date: `migrate` first),
    /// `verzegeling-faalt` (no key for this gemeente).
    func open(_ gemeente: Gemeentecode, als toegang: Toegang) async throws(RegieFout) -> any GemeenteStore

    /// Brings the schema of a gemeente up to date; safe when several start at once.
    /// - Returns: the names of the migrations that were applied now; empty when it was up to date.
    func migrate(_ gemeente: Gemeentecode) async throws(RegieFout) -> [String]

    /// What `regie doctor` must know of the storage of a gemeente: durability as read back, schema, free space.
    func inspect(_ gemeente: Gemeentecode) async throws(RegieFout) -> StorageInspection

    /// Closes everything; waits for what runs.
    func close() async
}

/// The store of one gemeente, opened with one access.
public typealias GemeenteStore = DossierStore & InboxStore & OutboxStore & WorklistStore & AuditStore & JobStore
    & ProofStore & DestructionStore & ResealStore

/// How a storage stands, read back from the storage itself.
public struct StorageInspection: Hashable, Sendable {
    /// `sqlite` or `postgresql`.
    public var kind: String
    /// The migrations that were applied, oldest first.
    public var migrations: [String]
    /// The migrations this program has and the storage lacks.
    public var pending: [String]
    /// Settings that durability depends on, as read back: `synchronous` = `2` …
    public var settings: [String: String]
    /// What is wrong with them, in Dutch; empty when an acknowledged write survives `kill -9` and power loss.
    public var findings: [String]
    /// Free space for the storage in bytes; nil when it cannot be told.
    public var freeBytes: Int64?
    /// With less free space than this somebody should look: a busy night can fill the disk.
    public static let enoughFreeBytes: Int64 = 1 << 30

    /// - Parameters: see the properties.
    public init(
        kind: String,
        migrations: [String],
        pending: [String],
        settings: [String: String],
        findings: [String],
        freeBytes: Int64?
    ) {
        self.kind = kind
        self.migrations = migrations
        self.pending = pending
        self.settings = settings
        self.findings = findings
        self.freeBytes = freeBytes
    }
}
