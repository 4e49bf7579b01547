// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// The row of a dossier: its wrapped key, where its chain ends, and the digest of its assessment lines.
public struct StoredHead: Sendable {
    /// The DossierID as a number.
    public let number: Int64
    /// The key, wrapped under the gemeente's.
    public let wrappedKey: Data
    /// The volgnummer of the last fact.
    public let laatste: Int
    /// The hash of the last fact.
    public let hash: Data
    /// Digest of the assessment lines; nil when there are none.
    public let lines: Data?
    /// Shows that Regie wrote the head; nil when nobody did.
    public let mark: Data?
    /// When the dossier's key was destroyed, in milliseconds; nil when it was not.
    public let destroyedAt: Int64?

    /// - Parameters: see the properties.
    public init(
        number: Int64,
        wrappedKey: Data,
        laatste: Int,
        hash: Data,
        lines: Data?,
        mark: Data? = nil,
        destroyedAt: Int64? = nil
    ) {
        self.number = number
        self.wrappedKey = wrappedKey
        self.laatste = laatste
        self.hash = hash
        self.lines = lines
        self.mark = mark
        self.destroyedAt = destroyedAt
    }

    /// The dossier's key, unwrapped; throws `dossier-vernietigd` when it was destroyed.
    public func key(_ keys: GemeenteKeys) throws(RegieFout) -> DossierKey {
        if let destroyedAt {
            throw RegieFout(
                .dossierVernietigd,
                "Dossier \(try DossierID(number: number)) is vernietigd op \(Tijdstip(milliseconden: destroyedAt)).",
                watTeDoen: "Er is niets meer van te lezen; wie het deed en waarom staat in 'regie audit list'."
            )
        }
        return try keys.unwrap(wrappedKey, of: number)
    }

    /// Whether the head is the one that Regie wrote.
    public func isMarked(_ keys: GemeenteKeys) -> Bool {
        keys.isMark(mark, of: number, laatste: laatste, hash: hash, vernietigdOp: destroyedAt)
    }
}
