// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// Free TCP ports on the loopback.
public enum Poort {
    /// Below what the kernel hands out by itself: a program that a test kills and starts again finds its port as it left
    /// it, and not taken by a connection or a server of another test.
    private static let reeks = 12_000...31_000
    private static let uitgegeven = Mutex<Set<Int>>([])

    /// A port that nobody listens on now, and that no other test of this process was given.
    public static func vrij() throws -> Int {
        for _ in 0..<1_000 {
            let poort = Int.random(in: reeks)
            let nieuw = uitgegeven.withLock { $0.insert(poort).inserted }
            if nieuw, try isVrij(poort) { return poort }
        }
        throw TeLaat(description: "geen poort")
    }

    private static func isVrij(_ poort: Int) throws -> Bool {
        // Closed on exec: a program that another test starts at this moment would hold the port for as long as it lives.
        let greep = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard greep >= 0 else { throw TeLaat(description: "geen socket") }
        defer { close(greep) }
        var adres = sockaddr_in()
        adres.sin_family = sa_family_t(AF_INET)
        adres.sin_port = UInt16(poort).bigEndian
        adres.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let lengte = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &adres) { plek in
            plek.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(greep, $0, lengte) }
        } == 0
    }
}
