// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
public import Inburgering

/// SHA-256 of a file, read in pieces.
public enum FileDigest {
    /// The digest and the length. Throws `opslag-faalt` when the file cannot be read.
    public static func sha256(_ path: String) throws(RegieFout) -> (digest: [UInt8], bytes: Int) {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            var hasher = SHA256()
            var length = 0
            while let bytes = try file.read(upToCount: 1 << 20), !bytes.isEmpty {
                hasher.update(data: bytes)
                length += bytes.count
            }
            return (Array(hasher.finalize()), length)
        } catch {
            throw RegieFout(.opslagFaalt, "Het bestand kan niet worden gelezen.", waar: path)
        }
    }
}
