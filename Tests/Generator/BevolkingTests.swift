// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Generator
import Inburgering
import Testing

/// A population that a demo or a benchmark can be repeated with.
@Suite struct `Een bevolking verzinnen` {
    private func opdracht(_ personen: Int, seed: UInt64 = 7, gemeente: String = "0363") throws -> Bevolkingsopdracht {
        try Bevolkingsopdracht(personen: personen, seed: seed, gemeente: try #require(Gemeentecode(gemeente)))
    }

    private func bytes(_ opdracht: Bevolkingsopdracht) -> [String] {
        Bevolking(opdracht).map {
            "\($0.dossierregel)\n\($0.wereldregel)\n\($0.notificatieregels)\n\($0.persoonsregel)"
        }
    }

    @Test func `dezelfde seed geeft dezelfde bytes, een andere seed andere`() throws {
        let een = bytes(try opdracht(200))
        #expect(een == bytes(try opdracht(200)))
        #expect(een != bytes(try opdracht(200, seed: 8)))
        #expect(een != bytes(try opdracht(200, gemeente: "0599")))
    }

    @Test func `de bytes van seed 1 zijn die van vandaag, ook met een volgende compiler`() throws {
        var som: UInt64 = 0xcbf2_9ce4_8422_2325
        for tekst in bytes(try opdracht(50, seed: 1)) {
            for byte in tekst.utf8 { som = (som ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        }
        #expect(som == Vast.vingerafdruk, "FNV-1a is nu \(som)")
    }

    @Test func `een grotere bevolking begint met dezelfde mensen`() throws {
        let klein = bytes(try opdracht(60))
        #expect(Array(bytes(try opdracht(300)).prefix(60)) == klein)
    }

    @Test func `ieder BSN voldoet aan de elfproef en komt één keer voor`() throws {
        let bsns = Bevolking(try opdracht(12_000)).compactMap(\.persoonsgegevens.bsn)
        #expect(bsns.count == 12_000)
        #expect(Set(bsns).count == 12_000)
        // `Bsn` itself refuses a number that fails; here it is worked out once more, by hand.
        for bsn in bsns {
            let cijfers = bsn.cijfers.utf8.map { Int($0) - 48 }
            let som = cijfers.prefix(8).enumerated().reduce(0) { $0 + $1.element * (9 - $1.offset) } - cijfers[8]
            #expect(som % 11 == 0)
        }
        let begin = bsns.prefix(9000).allSatisfy { $0.cijfers.hasPrefix("9999") }
        #expect(begin, "de eerste negenduizend beginnen met 9999")
        #expect(bsns.suffix(2000).allSatisfy { $0.cijfers.hasPrefix("90") })
    }

    @Test func `een opdracht buiten de grenzen wordt geweigerd`() throws {
        let gemeente = try #require(Gemeentecode("0363"))
        for personen in [0, -1, 9_000_001] {
            #expect(throws: RegieFout.self) { try Bevolkingsopdracht(personen: personen, seed: 1, gemeente: gemeente) }
        }
        let vroeg = try #require(Datum("2022-01-01"))
        #expect(throws: RegieFout.self) {
            try Bevolkingsopdracht(personen: 1, seed: 1, gemeente: gemeente, peildatum: vroeg)
        }
    }

    @Test func `dertigduizend personen blijven binnen weinig geheugen`() throws {
        let voor = Geheugen.bezet
        var feiten = 0
        for inburgeraar in Bevolking(try opdracht(30_000, seed: 3)) { feiten += inburgeraar.gebeurtenissen.count }
        #expect(feiten > 300_000)
        // What thirty thousand dossiers would take at the least, were they kept.
        #expect(Geheugen.bezet - voor < 40 << 20)
    }
}

/// Resident memory of this process in bytes, from /proc.
private enum Geheugen {
    static var bezet: Int {
        let tekst = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let delen = tekst.split(separator: " ")
        return delen.count > 1 ? (Int(delen[1]) ?? 0) * 4096 : 0
    }
}

enum Vast {
    static let vingerafdruk: UInt64 = 17_240_215_869_469_971_305
}
