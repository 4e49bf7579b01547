// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Free TCP ports on the loopback.
public enum Poort {
    /// A port that nobody listens on now, handed out by the kernel.
    public static func vrij() throws -> Int {
        let greep = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard greep >= 0 else { throw TeLaat(description: "geen socket") }
        defer { close(greep) }
        var adres = sockaddr_in()
        adres.sin_family = sa_family_t(AF_INET)
        adres.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let lengte = socklen_t(MemoryLayout<sockaddr_in>.size)
        let gelukt = withUnsafeMutablePointer(to: &adres) { plek in
            plek.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(greep, $0, lengte) }
        }
        guard gelukt == 0 else { throw TeLaat(description: "geen poort") }
        var teruggelezen = lengte
        _ = withUnsafeMutablePointer(to: &adres) { plek in
            plek.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(greep, $0, &teruggelezen) }
        }
        return Int(UInt16(bigEndian: adres.sin_port))
    }
}
