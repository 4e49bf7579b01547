// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// The text of a key file: a line per version, oldest first; `#` begins a remark.
///
/// `<id> <64 hexadecimal digits>` is a version; with `vanaf <instant>` behind it, it only opens until then. The newest
/// that has begun seals, the others open. `<id> audit <64 hexadecimal digits>` is what is left of a version that was
/// taken away: it opens nothing, and only checks codes of audit lines and seals. It never stands in the database or its
/// backup.
enum KeyFile {
    static func read(_ text: String, gemeente: Gemeentecode, path: String) throws(RegieFout) -> [UInt32: MasterKey] {
        var masters: [UInt32: MasterKey] = [:]
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard let id = UInt32(first), id > 0, masters[id] == nil, let key = version(words.dropFirst()) else {
                throw RegieFout(
                    .verzegelingFaalt,
                    "Deze regel van het sleutelbestand is geen '<nummer> <64 hexadecimale cijfers>'.",
                    watTeDoen: "Zet een ongeschonden kopie van het sleutelbestand terug.",
                    waar: "\(path):\(index + 1)"
                )
            }
            masters[id] = key
        }
        guard masters.values.contains(where: { $0.seals(at: .distantFuture) }) else {
            throw RegieFout(.verzegelingFaalt, "Het sleutelbestand bevat geen sleutel.", waar: path)
        }
        return masters
    }

    static func text(_ masters: [UInt32: MasterKey], gemeente: Gemeentecode) -> String {
        var out = "# Regie: sleutels van gemeente \(gemeente). Zonder dit bestand gaat geen dossier open.\n"
        out += "# Bewaar een kopie apart van de reservekopie van de database.\n"
        for (id, key) in masters.sorted(by: { $0.key < $1.key }) {
            switch key {
            case .full(let bytes, nil): out += "\(id) \(hex(bytes))\n"
            case .full(let bytes, let vanaf?): out += "\(id) \(hex(bytes)) vanaf \(vanaf)\n"
            case .auditOnly(let bytes): out += "\(id) audit \(hex(bytes))\n"
            }
        }
        return out
    }

    private static func version(_ words: ArraySlice<Substring>) -> MasterKey? {
        let words = Array(words)
        switch words.count {
        case 1: return bytes(words[0]).map { .full($0, vanaf: nil) }
        case 2 where words[0] == "audit": return bytes(words[1]).map { .auditOnly($0) }
        case 3 where words[1] == "vanaf":
            guard let key = bytes(words[0]), let vanaf = Tijdstip(String(words[2])) else { return nil }
            return .full(key, vanaf: vanaf)
        default: return nil
        }
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
