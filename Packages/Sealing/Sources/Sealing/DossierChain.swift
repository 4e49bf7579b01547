// SPDX-License-Identifier: EUPL-1.2

import Crypto
public import Foundation
public import Inburgering

/// The hash chain of one dossier: each fact's hash is SHA-256 over the one before it, its envelope and its sealed bytes.
///
/// Over the ciphertext and not over the text, so that the chain can still be walked when the dossier's key is destroyed.
public struct DossierChain: Sendable {
    /// The hash of the last fact; kept as it lies in memory, for a walk over millions of facts makes no object of each.
    private var last: [UInt8]
    /// The hash before a fact and its envelope, in bytes; one buffer for all.
    private var fields = ByteWriter(capacity: 160)

    /// The hash of the last fact that was added; 32 bytes.
    public var head: Data { Data(last) }

    /// The chain before the first fact. Bound to gemeente and dossier, so that a whole chain cannot be moved.
    public init(gemeente: Gemeentecode, dossier: Int64) {
        var start = ByteWriter()
        start.write("regie-keten-1")
        start.write(gemeente.waarde)
        start.write(dossier)
        last = Array(SHA256.hash(data: start.bytes))
    }

    /// A chain of which the head was stored.
    public init(head: Data) { last = Array(head) }

    /// Adds a fact.
    /// - Parameters:
    ///   - gebeurtenis: everything of its envelope.
    ///   - sealed: the payload as stored.
    public mutating func add(_ gebeurtenis: Link, sealed: Data) {
        sealed.withUnsafeBytes { add(gebeurtenis, sealed: $0) }
    }

    /// The same, where the payload lies: what a storage lends needs no object of its own.
    public mutating func add(_ gebeurtenis: Link, sealed: UnsafeRawBufferPointer) {
        fields.clear()
        fields.append(last)
        fields.write(gebeurtenis.volgnummer)
        fields.write(gebeurtenis.geldigOp)
        fields.write(gebeurtenis.bekendOp)
        fields.write(gebeurtenis.bron)
        fields.write(gebeurtenis.berichtId)
        fields.write(gebeurtenis.versie)
        var hasher = SHA256()
        fields.bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        hasher.update(bufferPointer: sealed)
        // A stored head of another length was tampered with; what follows it is a hash like any other.
        if last.count != SHA256.byteCount { last = [UInt8](repeating: 0, count: SHA256.byteCount) }
        hasher.finalize().withUnsafeBytes { digest in last.withUnsafeMutableBytes { $0.copyMemory(from: digest) } }
    }

    /// Whether the chain ends with this hash, where it lies.
    public func ends(with hash: UnsafeRawBufferPointer) -> Bool {
        last.withUnsafeBytes { own in
            guard let own = own.baseAddress, let other = hash.baseAddress, hash.count == last.count else {
                return false
            }
            return memcmp(own, other, hash.count) == 0
        }
    }

    /// The envelope of a fact in the form in which it is stored and hashed.
    public struct Link: Sendable {
        /// Place in the dossier.
        public let volgnummer: Int32
        /// Day number of `geldigOp`.
        public let geldigOp: Int32
        /// Milliseconds of `bekendOp`.
        public let bekendOp: Int64
        /// Who it comes from.
        public let bron: String
        /// The message that brought it.
        public let berichtId: String?
        /// Version of the payload.
        public let versie: Int32

        /// - Parameters: see the properties.
        public init(
            volgnummer: Int32,
            geldigOp: Int32,
            bekendOp: Int64,
            bron: String,
            berichtId: String?,
            versie: Int32
        ) {
            self.volgnummer = volgnummer
            self.geldigOp = geldigOp
            self.bekendOp = bekendOp
            self.bron = bron
            self.berichtId = berichtId
            self.versie = versie
        }
    }
}
