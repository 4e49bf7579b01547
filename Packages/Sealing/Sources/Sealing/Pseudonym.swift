// SPDX-License-Identifier: EUPL-1.2

import Crypto
import Foundation
public import Inburgering

/// Names for people in a log that leaves the storage: HMAC-SHA-256 cut to 128 bits, under a key for that alone.
///
/// Not the blind index: whoever has the log and the storage must not be able to lay one beside the other. As with the
/// index, a key that leaks gives all away, for a BSN has but some 9·10⁷ possible values.
extension GemeenteKeys {
    /// The pseudonym under the key that seals now, with the number of that key: `1.0f3c…`. What is written.
    /// - Parameters:
    ///   - kind: what sort of number it is, so that two sorts with equal digits have different pseudonyms.
    ///   - number: the number.
    public func pseudonym(of kind: String, _ number: String) throws(RegieFout) -> String {
        try pseudonym(of: kind, number, under: newest)
    }

    /// The pseudonym under every version that opens: what is looked for, so that lines of before a rotation are found.
    public func pseudonyms(of kind: String, _ number: String) throws(RegieFout) -> [String] {
        var all: [String] = []
        for id in ids { all.append(try pseudonym(of: kind, number, under: id)) }
        return all
    }

    private func pseudonym(of kind: String, _ number: String, under id: UInt32) throws(RegieFout) -> String {
        var input = ByteWriter()
        input.write(kind)
        input.write(number)
        let code = HMAC<SHA256>.authenticationCode(for: input.bytes, using: try key(.logboek, id: id))
        var text = "\(id)."
        for byte in code.prefix(16) {
            text.unicodeScalars.append(Self.digit(byte >> 4))
            text.unicodeScalars.append(Self.digit(byte & 15))
        }
        return text
    }

    private static func digit(_ value: UInt8) -> Unicode.Scalar { Unicode.Scalar(value < 10 ? 48 + value : 87 + value) }
}
