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

    /// - Parameters: see the properties.
    public init(number: Int64, wrappedKey: Data, laatste: Int, hash: Data, lines: Data?) {
        self.number = number
        self.wrappedKey = wrappedKey
        self.laatste = laatste
        self.hash = hash
        self.lines = lines
    }

    /// The dossier's key, unwrapped.
    public func key(_ keys: GemeenteKeys) throws(RegieFout) -> DossierKey { try keys.unwrap(wrappedKey, of: number) }
}
