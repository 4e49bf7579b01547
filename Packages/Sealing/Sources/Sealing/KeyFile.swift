// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// The text of a key file: a line per version, `<id> <64 hexadecimal digits>`, oldest first; `#` begins a remark.
///
/// The last version seals, the others only open. It never stands in the database or its backup.
enum KeyFile {
    static func read(_ text: String, gemeente: Gemeentecode, path: String) throws(RegieFout) -> [UInt32: Data] {
        var masters: [UInt32: Data] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard words.count == 2, let id = UInt32(first), id > 0, masters[id] == nil, let key = bytes(words[1]) else {
                throw RegieFout(
                    .verzegelingFaalt,
                    "Deze regel van het sleutelbestand is geen '<nummer> <64 hexadecimale cijfers>'.",
                    watTeDoen: "Zet een ongeschonden kopie van het sleutelbestand terug.",
                    waar: "\(path):\(index + 1)"
                )
            }
            masters[id] = key
        }
        guard !masters.isEmpty else {
            throw RegieFout(.verzegelingFaalt, "Het sleutelbestand bevat geen sleutel.", waar: path)
        }
        return masters
    }

    static func text(_ masters: [UInt32: Data], gemeente: Gemeentecode) -> String {
        var out = "# Regie: sleutels van gemeente \(gemeente). Zonder dit bestand gaat geen dossier open.\n"
        out += "# Bewaar een kopie apart van de reservekopie van de database.\n"
        for (id, key) in masters.sorted(by: { $0.key < $1.key }) { out += "\(id) \(hex(key))\n" }
        return out
    }

    private static func bytes(_ hex: Substring) -> Data? {
        guard hex.utf8.count == 64 else { return nil }
        var out = Data(capacity: 32)
        var rest = hex[...]
        while let high = rest.popFirst()?.hexDigitValue, let low = rest.popFirst()?.hexDigitValue {
            out.append(UInt8(high << 4 | low))
        }
        return out.count == 32 ? out : nil
    }

    private static func hex(_ key: Data) -> String {
        let digits = Array("0123456789abcdef")
        return String(key.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
