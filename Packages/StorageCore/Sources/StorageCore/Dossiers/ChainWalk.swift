// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering
public import Sealing

/// Walks the hash chain of one dossier without opening anything.
public struct ChainWalk {
    private var chain: DossierChain
    private var expected = 1
    private var broke = false

    /// - Parameter number: the dossier as a number.
    public init(_ gemeente: Gemeentecode, dossier number: Int64) {
        chain = DossierChain(gemeente: gemeente, dossier: number)
    }

    /// Adds the next fact.
    /// - Returns: whether it fits; after one that does not the walk is over.
    public mutating func take(_ link: DossierChain.Link, sealed: UnsafeRawBufferPointer, hash: UnsafeRawBufferPointer)
        -> Bool
    {
        chain.add(link, sealed: sealed)
        guard !broke, Int(link.volgnummer) == expected, chain.ends(with: hash) else {
            broke = true
            return false
        }
        expected += 1
        return true
    }

    /// The first volgnummer that does not fit; nil when the chain holds and ends where the dossier says.
    public func finish(_ head: StoredHead) -> Int? {
        !broke && head.laatste == expected - 1 && head.hash == chain.head ? nil : expected
    }
}
