// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import Testing

@Suite struct ChainTests {
    private func link(_ number: Int32, bron: String = "DUO", berichtId: String? = nil) -> DossierChain.Link {
        DossierChain.Link(
            volgnummer: number,
            geldigOp: 19_800,
            bekendOp: 1,
            bron: bron,
            berichtId: berichtId,
            versie: 1
        )
    }

    @Test func `de keten hangt af van elk veld, elke byte en de volgorde`() {
        let start = DossierChain(gemeente: TestData.gemeente, dossier: 1)
        func head(_ work: (inout DossierChain) -> Void) -> Data {
            var chain = start
            work(&chain)
            return chain.head
        }
        let heads = [
            start.head, DossierChain(gemeente: TestData.gemeente, dossier: 2).head,
            DossierChain(gemeente: TestData.otherGemeente, dossier: 1).head,
            head { $0.add(link(1), sealed: Data([1])) }, head { $0.add(link(1), sealed: Data([2])) },
            head { $0.add(link(2), sealed: Data([1])) }, head { $0.add(link(1, bron: "COA"), sealed: Data([1])) },
            head { $0.add(link(1, berichtId: ""), sealed: Data([1])) },
            head { $0.add(link(1, berichtId: "a"), sealed: Data([1])) },
            head {
                $0.add(link(1), sealed: Data([1]))
                $0.add(link(2), sealed: Data([2]))
            },
            head {
                $0.add(link(2), sealed: Data([2]))
                $0.add(link(1), sealed: Data([1]))
            },
        ]
        #expect(Set(heads).count == heads.count)
    }

    @Test func `de auditketen is zonder sleutel niet na te maken`() throws {
        let regel = AuditRegel("a", object: "o", door: TestData.toegang, op: TestData.moment)
        let ours = try GemeenteKeys(TestData.gemeente, masters: [1: Data(repeating: 1, count: 32)])
        let theirs = try GemeenteKeys(TestData.gemeente, masters: [1: Data(repeating: 2, count: 32)])
        var first = AuditChain(ours)
        var second = AuditChain(theirs)
        #expect(first.head == second.head)
        try first.add(1, regel, reden: nil, keyID: 1)
        try second.add(1, regel, reden: nil, keyID: 1)
        #expect(first.head != second.head)
        #expect(throws: RegieFout.self) { try first.add(2, regel, reden: nil, keyID: 9) }
    }

    @Test func `twee verschillende reeksen geven nooit dezelfde bytes`() {
        func bytes(_ texts: [String?]) -> [UInt8] {
            var writer = ByteWriter()
            for text in texts { writer.write(text) }
            return writer.bytes
        }
        let all = [["ab", "c"], ["a", "bc"], ["abc", nil], [nil, "abc"], ["abc", ""], ["", "abc"]].map(bytes)
        #expect(Set(all).count == all.count)
    }
}
