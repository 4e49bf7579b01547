// SPDX-License-Identifier: EUPL-1.2

import Crypto
public import Foundation
public import Inburgering

/// The key of one dossier, under which everything of that person is sealed. It is stored wrapped under the gemeente's
/// key; destroying the wrapped key destroys the dossier everywhere, backups included (architecture decision 5).
public struct DossierKey: Sendable {
    let key: SymmetricKey

    /// A new one, 256 random bits.
    public init() { key = SymmetricKey(size: .bits256) }

    init(_ key: SymmetricKey) { self.key = key }

    /// Seals bytes of this dossier.
    /// - Parameter context: gemeente, table and row, written with `ByteWriter`.
    public func seal(_ plain: some DataProtocol, context: [UInt8]) throws(RegieFout) -> Data {
        try Envelope.seal(plain, with: key, id: 0, context: context)
    }

    /// Opens what was sealed with the same context; throws `verzegeling-faalt` otherwise.
    public func open(_ envelope: Data, context: [UInt8]) throws(RegieFout) -> Data {
        try Envelope.open(envelope, with: key, context: context)
    }

    /// The same, where the bytes lie.
    public func open(_ envelope: UnsafeRawBufferPointer, context: [UInt8]) throws(RegieFout) -> Data {
        try Envelope.open(envelope, with: key, context: context)
    }

    /// A short keyed digest (HMAC-SHA-256 cut to 128 bits), to see whether something changed without keeping it.
    public func digest(_ bytes: [UInt8]) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Array("digest|".utf8) + bytes, using: key).prefix(16))
    }
}
