// SPDX-License-Identifier: EUPL-1.2

import CLibpq
import Foundation
import Synchronization

/// Hears NOTIFY on a channel, over a connection of its own that it makes again by itself.
///
/// A notification says "look", never what to look at: after a lost connection nobody knows what was missed, so each time
/// it starts to listen it calls as if it heard something. It does not work through PgBouncer in transaction mode.
package final class PGListener: Sendable {
    private let bell: Bell
    private let stopping: Stopping

    /// - Parameters:
    ///   - settings: of the server itself.
    ///   - channel: name of the channel.
    ///   - onNotify: called on the listener's own thread; it must return quickly.
    package init(
        _ settings: PGSettings,
        channel: String,
        onNotify: @escaping @Sendable () -> Void
    ) throws(PGError) {
        bell = try Bell()
        stopping = Stopping()
        // The loop does not hold the listener itself, so that one that nobody keeps ends.
        let loop = ListenLoop(settings: settings, channel: channel, onNotify: onNotify, bell: bell, stopping: stopping)
        let thread = Thread { loop.run() }
        thread.name = "regie.luister"
        thread.start()
    }

    deinit { stop() }

    /// Ends it; the thread follows on its own.
    package func stop() {
        stopping.flag.store(true, ordering: .releasing)
        bell.ring()
    }
}

final class Stopping: Sendable {
    let flag = Atomic<Bool>(false)
}
