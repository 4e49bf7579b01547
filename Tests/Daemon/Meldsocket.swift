// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Synchronization

/// The socket on which systemd listens to a service.
final class Meldsocket: Sendable {
    let pad: String
    private let greep: Int32
    private let gehoord = Mutex<[String]>([])

    init(_ pad: String) throws {
        self.pad = pad
        greep = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var adres = sockaddr_un()
        adres.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &adres.sun_path) { $0.copyBytes(from: Array(pad.utf8)) }
        let greep = greep
        let gelukt = withUnsafePointer(to: &adres) { plek in
            plek.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(greep, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard gelukt == 0 else { throw Proeffout(description: "geen socket op \(pad)") }
    }

    deinit { close(greep) }

    var berichten: [String] { gehoord.withLock { $0 } }

    /// Takes in what arrived.
    func lees() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let lengte = recv(greep, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard lengte > 0 else { return }
            let tekst = String(decoding: buffer.prefix(lengte), as: UTF8.self)
            gehoord.withLock { $0.append(tekst) }
        }
    }
}
