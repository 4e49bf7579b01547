// SPDX-License-Identifier: EUPL-1.2

/// A recursive-descent reader over UTF-8 bytes; see `JSON.lees`.
struct JSONLezer {
    struct Fout: Error {
        let wat: String
    }

    let bytes: UnsafeBufferPointer<UInt8>
    var plaats = 0
    private static let diepst = 64

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func geheel() throws(Fout) -> JSON {
        let waarde = try waarde(diepte: 0)
        witruimte()
        guard plaats == bytes.count else { throw Fout(wat: "er staat nog iets na het einde van de waarde") }
        return waarde
    }

    func fout(_ fout: Fout) -> RegieFout {
        var regel = 1
        var kolom = 1
        for byte in bytes.prefix(plaats) {
            if byte == 10 {
                regel += 1
                kolom = 1
            } else {
                kolom += 1
            }
        }
        return RegieFout(.jsonOngeldig, "Geen geldige JSON: \(fout.wat).", waar: "regel \(regel), kolom \(kolom)")
    }

    mutating func witruimte() {
        while plaats < bytes.count {
            switch bytes[plaats] {
            case 32, 9, 10, 13: plaats += 1
            default: return
            }
        }
    }

    mutating func waarde(diepte: Int) throws(Fout) -> JSON {
        guard diepte < Self.diepst else { throw Fout(wat: "meer dan \(Self.diepst) niveaus diep") }
        witruimte()
        guard plaats < bytes.count else { throw Fout(wat: "de tekst houdt op waar een waarde hoort") }
        switch bytes[plaats] {
        case UInt8(ascii: "{"): return try object(diepte)
        case UInt8(ascii: "["): return try lijst(diepte)
        case UInt8(ascii: "\""): return .tekst(try tekst())
        case UInt8(ascii: "t"):
            try woord("true")
            return .waarheid(true)
        case UInt8(ascii: "f"):
            try woord("false")
            return .waarheid(false)
        case UInt8(ascii: "n"):
            try woord("null")
            return .null
        case UInt8(ascii: "-"), 48...57: return try getal()
        default: throw Fout(wat: "onverwacht teken")
        }
    }

    private mutating func woord(_ woord: StaticString) throws(Fout) {
        let lengte = woord.utf8CodeUnitCount
        guard plaats + lengte <= bytes.count else { throw Fout(wat: "onverwacht woord") }
        for index in 0..<lengte where bytes[plaats + index] != woord.utf8Start[index] {
            throw Fout(wat: "onverwacht woord")
        }
        plaats += lengte
    }

    private mutating func object(_ diepte: Int) throws(Fout) -> JSON {
        plaats += 1
        var leden: [JSON.Lid] = []
        witruimte()
        if plaats < bytes.count, bytes[plaats] == UInt8(ascii: "}") {
            plaats += 1
            return .object(leden)
        }
        leden.reserveCapacity(8)
        while true {
            witruimte()
            guard plaats < bytes.count, bytes[plaats] == UInt8(ascii: "\"") else {
                throw Fout(wat: "hier hoort een sleutel tussen aanhalingstekens")
            }
            let sleutel = try tekst()
            witruimte()
            guard plaats < bytes.count, bytes[plaats] == UInt8(ascii: ":") else {
                throw Fout(wat: "hier hoort een ':'")
            }
            plaats += 1
            let waarde = try waarde(diepte: diepte + 1)
            leden.append(JSON.Lid(sleutel, waarde))
            witruimte()
            guard plaats < bytes.count else { throw Fout(wat: "de tekst houdt op midden in een object") }
            if bytes[plaats] == UInt8(ascii: ",") {
                plaats += 1
                continue
            }
            guard bytes[plaats] == UInt8(ascii: "}") else { throw Fout(wat: "hier hoort een ',' of '}'") }
            plaats += 1
            guard !Self.dubbel(leden) else { throw Fout(wat: "een sleutel komt twee keer voor") }
            return .object(leden)
        }
    }

    private static func dubbel(_ leden: [JSON.Lid]) -> Bool {
        if leden.count > 16 { return Set(leden.map(\.sleutel)).count != leden.count }
        for index in leden.indices.dropFirst() {
            for eerder in 0..<index where leden[eerder].sleutel == leden[index].sleutel { return true }
        }
        return false
    }

    private mutating func lijst(_ diepte: Int) throws(Fout) -> JSON {
        plaats += 1
        var elementen: [JSON] = []
        witruimte()
        if plaats < bytes.count, bytes[plaats] == UInt8(ascii: "]") {
            plaats += 1
            return .lijst(elementen)
        }
        while true {
            elementen.append(try waarde(diepte: diepte + 1))
            witruimte()
            guard plaats < bytes.count else { throw Fout(wat: "de tekst houdt op midden in een lijst") }
            if bytes[plaats] == UInt8(ascii: ",") {
                plaats += 1
                continue
            }
            guard bytes[plaats] == UInt8(ascii: "]") else { throw Fout(wat: "hier hoort een ',' of ']'") }
            plaats += 1
            return .lijst(elementen)
        }
    }

    private mutating func getal() throws(Fout) -> JSON {
        let begin = plaats
        var heel = true
        if bytes[plaats] == UInt8(ascii: "-") { plaats += 1 }
        let eerste = plaats
        cijfers()
        guard plaats > eerste, bytes[eerste] != 48 || plaats == eerste + 1 else { throw Fout(wat: "geen getal") }
        if plaats < bytes.count, bytes[plaats] == UInt8(ascii: ".") {
            heel = false
            plaats += 1
            let begin = plaats
            cijfers()
            guard plaats > begin else { throw Fout(wat: "geen getal") }
        }
        if plaats < bytes.count, bytes[plaats] | 32 == UInt8(ascii: "e") {
            heel = false
            plaats += 1
            if plaats < bytes.count, bytes[plaats] == 43 || bytes[plaats] == 45 { plaats += 1 }
            let begin = plaats
            cijfers()
            guard plaats > begin else { throw Fout(wat: "geen getal") }
        }
        if heel, plaats - begin <= 18 {
            var uit = 0
            for byte in bytes[eerste..<plaats] { uit = uit * 10 + Int(byte - 48) }
            return .getal(bytes[begin] == UInt8(ascii: "-") ? -uit : uit)
        }
        let geschreven = String(decoding: UnsafeBufferPointer(rebasing: bytes[begin..<plaats]), as: UTF8.self)
        return (heel ? Int(geschreven).map(JSON.getal) : nil) ?? .decimaal(geschreven)
    }

    private mutating func cijfers() {
        while plaats < bytes.count, (48...57).contains(bytes[plaats]) { plaats += 1 }
    }

    private mutating func tekst() throws(Fout) -> String {
        plaats += 1
        let begin = plaats
        var alles: UInt8 = 0
        while plaats < bytes.count {
            let byte = bytes[plaats]
            if byte == UInt8(ascii: "\"") {
                let stuk = UnsafeBufferPointer(rebasing: bytes[begin..<plaats])
                plaats += 1
                // Nearly every text is ASCII, which is always valid; checking it again costs a tenth of a night's pass.
                if alles < 0x80 { return String(decoding: stuk, as: UTF8.self) }
                guard let tekst = String(validating: stuk, as: UTF8.self) else { throw Fout(wat: "geen geldige UTF-8") }
                return tekst
            }
            alles |= byte
            if byte == UInt8(ascii: "\\") { return try tekstMetUitzonderingen(vanaf: begin) }
            guard byte >= 32 else { throw Fout(wat: "een stuurteken in een tekst") }
            plaats += 1
        }
        throw Fout(wat: "een tekst zonder einde")
    }

    private mutating func tekstMetUitzonderingen(vanaf begin: Int) throws(Fout) -> String {
        var uit = Array(bytes[begin..<plaats])
        while plaats < bytes.count {
            let byte = bytes[plaats]
            plaats += 1
            if byte == UInt8(ascii: "\"") {
                guard let tekst = String(validating: uit, as: UTF8.self) else { throw Fout(wat: "geen geldige UTF-8") }
                return tekst
            }
            guard byte >= 32 else { throw Fout(wat: "een stuurteken in een tekst") }
            guard byte == UInt8(ascii: "\\") else {
                uit.append(byte)
                continue
            }
            guard plaats < bytes.count else { break }
            let teken = bytes[plaats]
            plaats += 1
            switch teken {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): uit.append(teken)
            case UInt8(ascii: "b"): uit.append(8)
            case UInt8(ascii: "f"): uit.append(12)
            case UInt8(ascii: "n"): uit.append(10)
            case UInt8(ascii: "r"): uit.append(13)
            case UInt8(ascii: "t"): uit.append(9)
            case UInt8(ascii: "u"): uit.append(contentsOf: Array(String(Character(try unicode())).utf8))
            default: throw Fout(wat: "onbekende uitzondering na '\\'")
            }
        }
        throw Fout(wat: "een tekst zonder einde")
    }

    private mutating func unicode() throws(Fout) -> Unicode.Scalar {
        var code = try vierHex()
        if (0xD800..<0xDC00).contains(code) {
            guard plaats + 1 < bytes.count, bytes[plaats] == UInt8(ascii: "\\"), bytes[plaats + 1] == UInt8(ascii: "u")
            else { throw Fout(wat: "een half teken (surrogate)") }
            plaats += 2
            let laag = try vierHex()
            guard (0xDC00..<0xE000).contains(laag) else { throw Fout(wat: "een half teken (surrogate)") }
            code = 0x10000 + (code - 0xD800) << 10 + (laag - 0xDC00)
        }
        guard let teken = Unicode.Scalar(code) else { throw Fout(wat: "een half teken (surrogate)") }
        return teken
    }

    private mutating func vierHex() throws(Fout) -> UInt32 {
        guard plaats + 4 <= bytes.count else { throw Fout(wat: "'\\u' zonder vier hexadecimale cijfers") }
        var uit: UInt32 = 0
        for byte in bytes[plaats..<(plaats + 4)] {
            guard let cijfer = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw Fout(wat: "'\\u' zonder vier hexadecimale cijfers")
            }
            uit = uit << 4 | UInt32(cijfer)
        }
        plaats += 4
        return uit
    }
}
