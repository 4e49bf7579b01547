// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A DossierID is sixty bits: it fits a 64-bit key, and the order of the numbers is that of the texts.
extension DossierID {
    /// 0 … 2⁶⁰ − 1.
    public var number: Int64 {
        var out: Int64 = 0
        for byte in tekst.utf8 { out = out << 5 | Int64(Self.values[Int(byte & 127)]) }
        return out
    }

    /// The id of a number; throws `opslag-faalt` when it is none.
    public init(number: Int64) throws(RegieFout) {
        var text = ""
        for place in stride(from: 55, through: 0, by: -5) {
            text.unicodeScalars.append(Unicode.Scalar(Self.alphabet[Int(number >> Int64(place) & 31)]))
        }
        guard (0..<1 << 60).contains(number), let id = DossierID(text) else {
            throw RegieFout(.opslagFaalt, "De opslag bevat een dossiernummer dat niet kan bestaan.")
        }
        self = id
    }

    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0, count: 128)
        for (value, byte) in alphabet.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()
}
