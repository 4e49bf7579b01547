// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// A file of lines, written through a buffer.
struct Regelbestand: ~Copyable {
    private let handle: FileHandle
    private let naam: String
    private var buffer: [UInt8] = []
    private static let omvang = 1 << 18

    /// Empties the file or makes it.
    init(_ pad: URL) throws(RegieFout) {
        naam = pad.lastPathComponent
        guard FileManager.default.createFile(atPath: pad.path, contents: nil),
            let handle = FileHandle(forWritingAtPath: pad.path)
        else {
            throw RegieFout(
                .opslagFaalt,
                "Het bestand kan niet worden gemaakt.",
                watTeDoen: "Bekijk de rechten van de map.",
                waar: pad.path
            )
        }
        self.handle = handle
        buffer.reserveCapacity(Self.omvang + 65_536)
    }

    mutating func schrijf(_ regel: JSON) throws(RegieFout) {
        buffer.append(contentsOf: regel.bytes)
        buffer.append(10)
        if buffer.count >= Self.omvang { try leeg() }
    }

    mutating func sluit() throws(RegieFout) {
        try leeg()
        do { try handle.close() } catch { throw fout(error) }
    }

    private mutating func leeg() throws(RegieFout) {
        do { try handle.write(contentsOf: buffer) } catch { throw fout(error) }
        buffer.removeAll(keepingCapacity: true)
    }

    private func fout(_ error: any Error) -> RegieFout {
        RegieFout(.opslagFaalt, "Het schrijven lukt niet: \(error.localizedDescription).", waar: naam)
    }
}
