// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Ends a poll(2) from another thread.
final class Bell: Sendable {
    let descriptor: Int32
    private let ringer: Int32

    init() throws(PGError) {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw PGError(.connection, "geen pijp: fout \(errno)") }
        for end in ends {
            // Not for programs that somebody starts; and whoever rings never waits.
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        ringer = ends[1]
    }

    deinit {
        close(descriptor)
        close(ringer)
    }

    /// It keeps ringing: what waits now and what waits later is woken.
    func ring() {
        var byte: UInt8 = 1
        _ = write(ringer, &byte, 1)
    }
}
