// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import Testing

@Suite struct EnvelopeTests {
    let keys: GemeenteKeys

    init() throws { keys = try GemeenteKeys(TestData.gemeente, masters: [1: Data(repeating: 7, count: 32)]) }

    @Test(arguments: [0, 1, 15, 16, 17, 4096, 100_000])
    func `wat verzegeld is, gaat open zoals het was`(size: Int) throws {
        var random = SeededGenerator(seed: UInt64(size))
        let plain = Data((0..<size).map { _ in UInt8.random(in: .min ... .max, using: &random) })
        let key = DossierKey()
        let sealed = try key.seal(plain, context: [1, 2])
        #expect(sealed.count == plain.count + Envelope.overhead)
        #expect(try key.open(sealed, context: [1, 2]) == plain)
        #expect(try key.seal(plain, context: [1, 2]) != sealed)
    }

    @Test func `elke veranderde bit wordt gezien`() throws {
        let key = DossierKey()
        let sealed = try key.seal(Data("leerroute B".utf8), context: [1])
        for place in sealed.indices {
            for bit in 0..<8 where !(1..<5).contains(place) {
                var changed = sealed
                changed[place] ^= 1 << UInt8(bit)
                #expect(throws: RegieFout.self) { _ = try key.open(changed, context: [1]) }
            }
        }
        for size in 0..<sealed.count {
            #expect(throws: RegieFout.self) { _ = try key.open(sealed.prefix(size), context: [1]) }
        }
    }

    @Test func `een envelop gaat op een andere plaats of met een andere sleutel niet open`() throws {
        let key = DossierKey()
        let sealed = try key.seal(Data([1]), context: [1])
        #expect(throws: RegieFout.self) { _ = try key.open(sealed, context: [2]) }
        #expect(throws: RegieFout.self) { _ = try DossierKey().open(sealed, context: [1]) }
        let text = try keys.seal(Data([1]), for: .text, context: [1])
        #expect(throws: RegieFout.self) { _ = try keys.open(text, for: .inbox, context: [1]) }
        let same = try GemeenteKeys(TestData.otherGemeente, masters: [1: Data(repeating: 7, count: 32)])
        #expect(throws: RegieFout.self) { _ = try same.open(text, for: .text, context: [1]) }
    }

    @Test func `de sleutel van een dossier gaat alleen voor dat dossier open`() throws {
        let key = DossierKey()
        let wrapped = try keys.wrap(key, of: 42)
        let sealed = try key.seal(Data([9]), context: [])
        #expect(try keys.unwrap(wrapped, of: 42).open(sealed, context: []) == Data([9]))
        #expect(throws: RegieFout.self) { _ = try keys.unwrap(wrapped, of: 43) }
    }

    @Test func `een sleutel van de verkeerde lengte wordt geweigerd`() {
        #expect(throws: RegieFout.self) { _ = try GemeenteKeys(TestData.gemeente, masters: [:]) }
        #expect(throws: RegieFout.self) { _ = try GemeenteKeys(TestData.gemeente, masters: [1: Data(count: 31)]) }
        #expect(throws: RegieFout.self) { _ = try GemeenteKeys(TestData.gemeente, masters: [0: Data(count: 32)]) }
    }
}
