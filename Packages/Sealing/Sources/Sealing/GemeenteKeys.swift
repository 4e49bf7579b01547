// SPDX-License-Identifier: EUPL-1.2

public import Crypto
public import Foundation
public import Inburgering

/// The keys of one gemeente: every version of its master key, and what is derived of each (HKDF-SHA-256 per purpose).
public struct GemeenteKeys: Sendable {
    /// Whose keys.
    public let gemeente: Gemeentecode
    /// Ids of the versions that open, oldest first.
    public let ids: [UInt32]
    /// From when each of those seals, newest first.
    private let sealing: [(id: UInt32, vanaf: TimeInterval)]
    private let derived: [UInt32: [Purpose: SymmetricKey]]

    /// - Parameters:
    ///   - gemeente: whose.
    ///   - masters: key id → 32 random bytes; throws `verzegeling-faalt` when empty or of another length.
    public init(_ gemeente: Gemeentecode, masters: [UInt32: Data]) throws(RegieFout) {
        try self.init(gemeente, versions: masters.mapValues { .full($0, vanaf: nil) })
    }

    /// - Parameters:
    ///   - gemeente: whose.
    ///   - versions: key id → version; throws `verzegeling-faalt` when none opens or one has another length.
    public init(_ gemeente: Gemeentecode, versions: [UInt32: MasterKey]) throws(RegieFout) {
        let full = versions.filter { $0.value.isFull }
        guard !full.isEmpty, versions.values.allSatisfy({ $0.bytes.count == 32 }), versions[0] == nil else {
            throw RegieFout(.verzegelingFaalt, "De sleutel van gemeente \(gemeente) heeft niet de juiste lengte.")
        }
        self.gemeente = gemeente
        ids = full.keys.sorted()
        sealing = full.sorted { $0.key > $1.key }.map { id, key in
            guard case .full(_, let vanaf?) = key else { return (id, -.infinity) }
            return (id, Double(vanaf.milliseconden) / 1000)
        }
        derived = versions.mapValues { $0.derived(gemeente) }
    }

    /// The id of the key that seals now: the newest that has begun; the oldest when none has.
    public var newest: UInt32 {
        if let first = sealing.first, first.vanaf == -.infinity { return first.id }
        let now = Date().timeIntervalSince1970
        return sealing.first { $0.vanaf <= now }?.id ?? ids.first ?? 0
    }

    /// A version as the key file has it.
    public struct Version: Hashable, Sendable {
        /// Its number.
        public let id: UInt32
        /// Whether it opens and seals; of one that was taken away only the codes of the audit log are checked.
        public let isFull: Bool
        /// From when it seals; nil when that was always so.
        public let vanaf: Tijdstip?
        /// Whether that has come.
        public let hasBegun: Bool
    }

    /// Every version, oldest first, those that were taken away included.
    public var versions: [Version] {
        let now = Date().timeIntervalSince1970
        return derived.keys.sorted().map { id in
            let begin = sealing.first { $0.id == id }?.vanaf
            return Version(
                id: id,
                isFull: begin != nil,
                vanaf: begin.flatMap { $0 == -.infinity ? nil : Tijdstip(milliseconden: Int64($0 * 1000)) },
                hasBegun: begin.map { $0 <= now } ?? false
            )
        }
    }

    /// The derived key of a version; throws `verzegeling-faalt` when that version is not in the key file.
    public func key(_ purpose: Purpose, id: UInt32) throws(RegieFout) -> SymmetricKey {
        guard let key = derived[id]?[purpose] else {
            throw RegieFout(
                .verzegelingFaalt,
                "Sleutel \(id) van gemeente \(gemeente) staat niet in het sleutelbestand.",
                watTeDoen:
                    "Zet het sleutelbestand terug waarin deze sleutel stond; een sleutel mag pas weg als niets er"
                    + " nog onder verzegeld is."
            )
        }
        return key
    }

    /// Seals what belongs to no dossier.
    public func seal(_ plain: some DataProtocol, for purpose: Purpose, context: [UInt8]) throws(RegieFout) -> Data {
        let id = newest
        return try Envelope.seal(plain, with: try key(purpose, id: id), id: id, context: context)
    }

    /// Opens what `seal` sealed, under whichever version that was.
    public func open(_ envelope: Data, for purpose: Purpose, context: [UInt8]) throws(RegieFout) -> Data {
        let id = Envelope.keyID(of: envelope) ?? newest
        return try Envelope.open(envelope, with: try key(purpose, id: id), context: context)
    }

    /// Wraps a dossier's key for storage.
    /// - Parameter dossier: whose it is; the wrapped key opens for no other.
    public func wrap(_ dossierKey: DossierKey, of dossier: Int64) throws(RegieFout) -> Data {
        let raw = dossierKey.key.withUnsafeBytes { Data($0) }
        return try seal(raw, for: .wrap, context: wrapContext(dossier))
    }

    /// Unwraps a dossier's key; throws `verzegeling-faalt` when it is another dossier's or was changed.
    public func unwrap(_ wrapped: Data, of dossier: Int64) throws(RegieFout) -> DossierKey {
        DossierKey(SymmetricKey(data: try open(wrapped, for: .wrap, context: wrapContext(dossier))))
    }

    private func wrapContext(_ dossier: Int64) -> [UInt8] {
        var context = ByteWriter(capacity: 32)
        context.write(gemeente.waarde)
        context.write("dossier")
        context.write(dossier)
        return context.bytes
    }
}
