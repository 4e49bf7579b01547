// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Reads a file line by line in pieces of a mebibyte; never more than one piece plus one line is in memory.
struct Regellezer {
    /// One line: the buffer it stands in, its place there (without the newline) and its place in the file.
    struct Regel {
        let bytes: [UInt8]
        let bereik: Range<Int>
        let plaatsInBestand: UInt64
        let nummer: Int
    }

    private static let stuk = 1 << 20

    let pad: String

    /// Calls `bezoek` for each line that is not empty; line numbers start at 1.
    func doorloop(_ bezoek: (Regel) throws -> Void) throws {
        guard let bestand = FileHandle(forReadingAtPath: pad) else {
            throw Wereldfout(code: "wereld.onleesbaar", uitleg: "Het wereldbestand \(pad) kan niet worden geopend.")
        }
        defer { try? bestand.close() }
        var rest: [UInt8] = []
        var begin: UInt64 = 0
        var nummer = 0
        while let nieuw = try bestand.read(upToCount: Self.stuk), !nieuw.isEmpty {
            var buffer = rest
            buffer.append(contentsOf: nieuw)
            var plaats = 0
            // A line cannot end in the part that was already searched.
            var zoekVanaf = rest.count
            while let einde = buffer[zoekVanaf...].firstIndex(of: UInt8(ascii: "\n")) {
                nummer += 1
                try bezoekNietLeeg(buffer, plaats..<einde, begin, nummer, bezoek)
                plaats = einde + 1
                zoekVanaf = plaats
            }
            rest = Array(buffer[plaats...])
            begin += UInt64(plaats)
        }
        if !rest.isEmpty {
            try bezoekNietLeeg(rest, 0..<rest.count, begin, nummer + 1, bezoek)
        }
    }

    private func bezoekNietLeeg(
        _ bytes: [UInt8],
        _ bereik: Range<Int>,
        _ begin: UInt64,
        _ nummer: Int,
        _ bezoek: (Regel) throws -> Void
    ) throws {
        let leeg = bytes[bereik].allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
        guard !leeg else { return }
        try bezoek(
            Regel(
                bytes: bytes,
                bereik: bereik,
                plaatsInBestand: begin + UInt64(bereik.lowerBound),
                nummer: nummer
            )
        )
    }
}
