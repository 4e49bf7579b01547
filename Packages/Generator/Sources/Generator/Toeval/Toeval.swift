// SPDX-License-Identifier: EUPL-1.2

/// xoshiro256** (Blackman and Vigna, public domain), seeded through SplitMix64.
///
/// Our own, because a population must be the same bytes on every machine and with every toolchain: the standard
/// library promises nothing about how `random(in:using:)` spends its bits.
struct Toeval: RandomNumberGenerator {
    private var a: UInt64
    private var b: UInt64
    private var c: UInt64
    private var d: UInt64

    /// - Parameters:
    ///   - seed: of the whole population.
    ///   - stroom: which independent stream of it, so that a household does not depend on those before it.
    init(seed: UInt64, stroom: UInt64) {
        var toestand = seed ^ Self.meng(stroom &+ 0x632B_E59B_D9B4_E019)
        func volgende() -> UInt64 {
            toestand &+= 0x9E37_79B9_7F4A_7C15
            return Self.meng(toestand)
        }
        (a, b, c, d) = (volgende(), volgende(), volgende(), volgende())
    }

    private static func meng(_ waarde: UInt64) -> UInt64 {
        var z = waarde
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private static func draai(_ waarde: UInt64, _ bits: UInt64) -> UInt64 { waarde << bits | waarde >> (64 - bits) }

    mutating func next() -> UInt64 {
        let uit = Self.draai(b &* 5, 7) &* 9
        let t = b << 17
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= t
        d = Self.draai(d, 45)
        return uit
    }

    /// A number in a range; the bias of multiply-and-shift is below 2⁻⁴⁰ for the ranges used here.
    mutating func geheel(_ bereik: ClosedRange<Int>) -> Int {
        let omvang = UInt64(bereik.upperBound - bereik.lowerBound + 1)
        return bereik.lowerBound + Int(next().multipliedFullWidth(by: omvang).high)
    }

    /// True in `promille` of a thousand cases.
    mutating func kans(_ promille: Int) -> Bool { geheel(0...999) < promille }

    /// One of a list that is not empty.
    mutating func kies<Element>(_ lijst: [Element]) -> Element { lijst[geheel(0...(lijst.count - 1))] }

    /// One of a list that is not empty, each as often as its weight says.
    mutating func kies<Element>(gewogen lijst: [(Element, Int)]) -> Element {
        var rest = geheel(0...(lijst.reduce(0) { $0 + $1.1 } - 1))
        for (element, gewicht) in lijst.dropLast() {
            if rest < gewicht { return element }
            rest -= gewicht
        }
        return lijst[lijst.count - 1].0
    }

    /// A UUID of version 4 in lower case.
    mutating func uuid() -> String {
        let hoog = next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        let laag = next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        func hex(_ waarde: UInt64, _ breedte: Int) -> String {
            let tekst = String(waarde, radix: 16)
            return String(repeating: "0", count: breedte - tekst.utf8.count) + tekst
        }
        return "\(hex(hoog >> 32, 8))-\(hex(hoog >> 16 & 0xFFFF, 4))-\(hex(hoog & 0xFFFF, 4))-"
            + "\(hex(laag >> 48, 4))-\(hex(laag & 0xFFFF_FFFF_FFFF, 12))"
    }
}
