// SPDX-License-Identifier: EUPL-1.2

import Foundation

enum Socket {
    /// Waits until one of the events is there.
    /// - Returns: the events; zero when the deadline passed.
    static func wait(_ descriptor: Int32, _ events: Int16, _ deadline: Deadline) throws(PGError) -> Int16 {
        var descriptors = [pollfd(fd: descriptor, events: events, revents: 0)]
        return try wait(&descriptors, deadline) ? descriptors[0].revents : 0
    }

    /// The same for more than one; false when the deadline passed.
    static func wait(_ descriptors: inout [pollfd], _ deadline: Deadline) throws(PGError) -> Bool {
        while true {
            let found = poll(&descriptors, nfds_t(descriptors.count), deadline.remaining)
            if found > 0 { return true }
            if found == 0 { return false }
            guard errno == EINTR || errno == EAGAIN else { throw PGError(.connection, "poll gaf fout \(errno)") }
        }
    }
}
