// SPDX-License-Identifier: EUPL-1.2

/// Finds the top-level members of a JSON object in a buffer without decoding them.
///
/// A world file may hold a million persons of some kilobytes each; to index it, and to serve a
/// resource exactly as it was written, only the places of the members are needed.
enum Bovenvelden {
    /// The bytes are not one JSON object.
    struct GeenObject: Error {}

    /// Calls `bezoek` with the range of each key (without quotes) and of its value (as written).
    static func doorloop(
        _ bytes: [UInt8],
        _ bereik: Range<Int>,
        _ bezoek: (Range<Int>, Range<Int>) throws -> Void
    ) throws {
        var plaats = overslaanWit(bytes, bereik.lowerBound, bereik.upperBound)
        guard plaats < bereik.upperBound, bytes[plaats] == UInt8(ascii: "{") else { throw GeenObject() }
        plaats = overslaanWit(bytes, plaats + 1, bereik.upperBound)
        if plaats < bereik.upperBound, bytes[plaats] == UInt8(ascii: "}") { return }
        while plaats < bereik.upperBound {
            guard bytes[plaats] == UInt8(ascii: "\"") else { throw GeenObject() }
            let eindeSleutel = try eindeTekst(bytes, plaats, bereik.upperBound)
            let sleutel = (plaats + 1)..<(eindeSleutel - 1)
            plaats = overslaanWit(bytes, eindeSleutel, bereik.upperBound)
            guard plaats < bereik.upperBound, bytes[plaats] == UInt8(ascii: ":") else { throw GeenObject() }
            let begin = overslaanWit(bytes, plaats + 1, bereik.upperBound)
            let einde = try eindeWaarde(bytes, begin, bereik.upperBound)
            try bezoek(sleutel, begin..<einde)
            plaats = overslaanWit(bytes, einde, bereik.upperBound)
            guard plaats < bereik.upperBound else { throw GeenObject() }
            if bytes[plaats] == UInt8(ascii: "}") { return }
            guard bytes[plaats] == UInt8(ascii: ",") else { throw GeenObject() }
            plaats = overslaanWit(bytes, plaats + 1, bereik.upperBound)
        }
        throw GeenObject()
    }

    /// Whether the bytes in `bereik` are exactly `tekst`.
    static func gelijk(_ bytes: [UInt8], _ bereik: Range<Int>, _ tekst: StaticString) -> Bool {
        guard bereik.count == tekst.utf8CodeUnitCount else { return false }
        return tekst.withUTF8Buffer { verwacht in
            for index in 0..<verwacht.count where bytes[bereik.lowerBound + index] != verwacht[index] { return false }
            return true
        }
    }

    /// The text of a JSON string value that has no escapes, nil otherwise.
    static func tekst(_ bytes: [UInt8], _ bereik: Range<Int>) -> String? {
        guard bereik.count >= 2, bytes[bereik.lowerBound] == UInt8(ascii: "\"") else { return nil }
        let binnen = bytes[(bereik.lowerBound + 1)..<(bereik.upperBound - 1)]
        return binnen.contains(UInt8(ascii: "\\")) ? nil : String(decoding: binnen, as: UTF8.self)
    }

    private static func overslaanWit(_ bytes: [UInt8], _ begin: Int, _ einde: Int) -> Int {
        var plaats = begin
        while plaats < einde, bytes[plaats] == 0x20 || (0x09...0x0D).contains(bytes[plaats]) { plaats += 1 }
        return plaats
    }

    /// The position after the closing quote of the string that opens at `begin`.
    private static func eindeTekst(_ bytes: [UInt8], _ begin: Int, _ einde: Int) throws -> Int {
        var plaats = begin + 1
        while plaats < einde {
            switch bytes[plaats] {
            case UInt8(ascii: "\\"): plaats += 2
            case UInt8(ascii: "\""): return plaats + 1
            default: plaats += 1
            }
        }
        throw GeenObject()
    }

    private static func eindeWaarde(_ bytes: [UInt8], _ begin: Int, _ einde: Int) throws -> Int {
        var plaats = begin
        var diepte = 0
        while plaats < einde {
            switch bytes[plaats] {
            case UInt8(ascii: "\""):
                plaats = try eindeTekst(bytes, plaats, einde)
                if diepte == 0 { return plaats }
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                diepte += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if diepte == 0 { return plaats }
                diepte -= 1
                if diepte == 0 { return plaats + 1 }
            case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
                if diepte == 0 { return plaats }
            default: break
            }
            plaats += 1
        }
        throw GeenObject()
    }
}
