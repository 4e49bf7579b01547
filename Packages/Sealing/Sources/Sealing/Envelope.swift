// SPDX-License-Identifier: EUPL-1.2

import Crypto
public import Foundation
import Inburgering

/// AES-256-GCM envelope: version (1) | key id (4, big-endian) | nonce (12) | ciphertext | tag (16).
///
/// The version names the algorithm (BIO2 8.24.02: a register of cryptography), so that another one can come beside it.
public enum Envelope {
    /// AES-256-GCM, random nonce of 96 bits.
    public static let version: UInt8 = 1
    /// Bytes that an envelope is longer than what it holds.
    public static let overhead = 33

    /// Seals bytes.
    /// - Parameters:
    ///   - plain: what to seal.
    ///   - key: 256 bits.
    ///   - id: under which key; 0 for a key that stands beside the row (a dossier's own).
    ///   - context: what the envelope belongs to (gemeente, table, row); it opens nowhere else.
    static func seal(
        _ plain: some DataProtocol,
        with key: SymmetricKey,
        id: UInt32,
        context: [UInt8]
    ) throws(RegieFout) -> Data {
        do {
            let box = try AES.GCM.seal(plain, using: key, authenticating: context)
            guard let combined = box.combined else { throw RegieFout(.verzegelingFaalt, "Verzegelen lukte niet.") }
            var out = Data(capacity: combined.count + 5)
            out.append(version)
            withUnsafeBytes(of: id.bigEndian) { out.append(contentsOf: $0) }
            out.append(combined)
            return out
        } catch let fout as RegieFout {
            throw fout
        } catch {
            throw RegieFout(.verzegelingFaalt, "Verzegelen lukte niet.")
        }
    }

    /// Opens an envelope; throws `verzegeling-faalt` when key or context are others, or a byte was changed.
    static func open(_ envelope: Data, with key: SymmetricKey, context: [UInt8]) throws(RegieFout) -> Data {
        let opened = envelope.withUnsafeBytes { bytes -> Result<Data, RegieFout> in
            Result { () throws(RegieFout) in try open(bytes, with: key, context: context) }
        }
        return try opened.get()
    }

    /// The same, where the bytes lie: what a storage lends needs no object of its own.
    static func open(
        _ envelope: UnsafeRawBufferPointer,
        with key: SymmetricKey,
        context: [UInt8]
    ) throws(RegieFout) -> Data {
        guard envelope.count >= overhead, envelope[0] == version else {
            throw RegieFout(
                .verzegelingFaalt,
                "Een verzegeld gegeven heeft een onbekende vorm.",
                watTeDoen: "Is het programma ouder dan de opslag? Herstel anders een reservekopie."
            )
        }
        do {
            let box = try AES.GCM.SealedBox(combined: UnsafeRawBufferPointer(rebasing: envelope[5...]))
            return try AES.GCM.open(box, using: key, authenticating: context)
        } catch {
            throw RegieFout(
                .verzegelingFaalt,
                "Een verzegeld gegeven gaat niet open: de sleutel is een andere, of het is buiten Regie om veranderd.",
                watTeDoen: "Controleer het sleutelbestand; draai 'regie audit verify'."
            )
        }
    }

    /// The id of the key under which an envelope was sealed; nil when this is no envelope.
    public static func keyID(of envelope: Data) -> UInt32? {
        guard envelope.count >= overhead, envelope.first == version else { return nil }
        return envelope.dropFirst().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
