// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Tells systemd how the process stands (sd_notify): a datagram to the socket that `NOTIFY_SOCKET` names.
struct Systemd: Sendable {
    private let path: String?
    /// How often systemd wants a sign of life, halved to be on the safe side; nil when it wants none.
    let watchdog: Duration?

    init(environment: [String: String]) {
        path = environment["NOTIFY_SOCKET"].flatMap { $0.hasPrefix("/") || $0.hasPrefix("@") ? $0 : nil }
        // The watchdog may be meant for another process than this one.
        let isMine = environment["WATCHDOG_PID"].map { $0 == "\(ProcessInfo.processInfo.processIdentifier)" } ?? true
        watchdog = environment["WATCHDOG_USEC"].flatMap { Int64($0) }.flatMap {
            isMine && $0 > 1 ? .microseconds($0 / 2) : nil
        }
    }

    /// Sends a state, `READY=1`. A message that does not arrive is not worth stopping for.
    func notify(_ state: String) {
        guard let path else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(path.utf8)
        // A name that begins with @ is abstract: the first byte is zero.
        if bytes.first == 64 { bytes[0] = 0 }
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < room else { return }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size - room + bytes.count)
        let handle = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard handle >= 0 else { return }
        defer { close(handle) }
        let message = Array(state.utf8)
        _ = withUnsafePointer(to: &address) { place in
            place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(handle, message, message.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
    }
}
