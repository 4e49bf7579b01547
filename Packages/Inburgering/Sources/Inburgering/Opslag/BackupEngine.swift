// SPDX-License-Identifier: EUPL-1.2

/// Copies of a storage, and storages out of copies. Keys are never part of one.
public protocol BackupEngine: Sendable {
    /// Copies the storage of a gemeente as it is at one moment, while others write.
    /// - Parameter map: an existing directory; only files whose names begin with the gemeente's code are made in it,
    ///   on the disk when this returns.
    /// - Returns: their names.
    func backup(_ gemeente: Gemeentecode, naar map: String) async throws(RegieFout) -> [String]

    /// Opens a copy to read and verify it, beside the storage and without touching it.
    /// - Returns: what is wrong with the copy as a file or archive (the storage's own check), and a store on it; nil when
    ///   it does not open.
    func openBackup(_ gemeente: Gemeentecode, uit map: String, als toegang: Toegang) async throws(RegieFout)
        -> (bevindingen: [String], store: (any GemeenteStore)?)

    /// Whether nothing stands in the storage of a gemeente that a copy would be put over.
    func hasRoom(for gemeente: Gemeentecode) async throws(RegieFout) -> Bool

    /// Makes the storage of a gemeente out of a copy: all of it or nothing. Throws `bestaat-al` when there is one
    /// already (`hasRoom`): what is there is never written over.
    func restore(_ gemeente: Gemeentecode, uit map: String) async throws(RegieFout)
}
