// SPDX-License-Identifier: EUPL-1.2

/// A member of a JSON object of which a plain text is left where it lies.
///
/// Nearly all that facts hold are dates and codes; a String for each, and one for each name, would take longer than all
/// else that a night does with a fact. Lives no longer than the bytes it was read from.
struct Ruwlid {
    enum Waarde {
        /// ASCII without exceptions, between the quotes.
        case tekst(UnsafeBufferPointer<UInt8>)
        case anders(JSON)
    }

    /// ASCII without exceptions.
    let sleutel: UnsafeBufferPointer<UInt8>
    let waarde: Waarde
}

extension JSONLezer {
    /// The members of the object that the whole text is; nil for whatever is not plainly that, right or wrong: then
    /// `geheel` reads it, and says what is wrong.
    mutating func ruweLeden() -> [Ruwlid]? {
        var leden: [Ruwlid] = []
        guard neem(UInt8(ascii: "{")) else { return nil }
        leden.reserveCapacity(12)
        repeat {
            witruimte()
            guard let sleutel = kaleTekst(), neem(UInt8(ascii: ":")) else { return nil }
            witruimte()
            if let tekst = kaleTekst() {
                leden.append(Ruwlid(sleutel: sleutel, waarde: .tekst(tekst)))
            } else if let waarde = try? waarde(diepte: 1) {
                leden.append(Ruwlid(sleutel: sleutel, waarde: .anders(waarde)))
            } else {
                return nil
            }
        } while neem(UInt8(ascii: ","))
        guard neem(UInt8(ascii: "}")), leden.count <= 16, !Self.dubbel(leden) else { return nil }
        witruimte()
        return plaats == bytes.count ? leden : nil
    }

    private mutating func neem(_ teken: UInt8) -> Bool {
        witruimte()
        guard plaats < bytes.count, bytes[plaats] == teken else { return false }
        plaats += 1
        return true
    }

    /// A text of ASCII without exceptions; nil, and nothing taken, for any other.
    private mutating func kaleTekst() -> UnsafeBufferPointer<UInt8>? {
        guard plaats < bytes.count, bytes[plaats] == UInt8(ascii: "\"") else { return nil }
        var einde = plaats + 1
        while einde < bytes.count {
            let byte = bytes[einde]
            if byte == UInt8(ascii: "\"") {
                defer { plaats = einde + 1 }
                return UnsafeBufferPointer(rebasing: bytes[(plaats + 1)..<einde])
            }
            guard byte >= 32, byte < 0x80, byte != UInt8(ascii: "\\") else { return nil }
            einde += 1
        }
        return nil
    }

    private static func dubbel(_ leden: [Ruwlid]) -> Bool {
        for index in leden.indices.dropFirst() {
            for eerder in 0..<index where leden[eerder].sleutel.zelfde(leden[index].sleutel) { return true }
        }
        return false
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the same bytes stand there.
    func zelfde(_ ander: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == ander.count else { return false }
        for plek in 0..<count where self[plek] != ander[plek] { return false }
        return true
    }
}
