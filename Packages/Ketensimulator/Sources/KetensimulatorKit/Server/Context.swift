// SPDX-License-Identifier: EUPL-1.2

import Hummingbird
import NIOCore

/// The connection behind a request: needed to cut it, and to know whether it comes from this machine.
struct Verbindingscontext: InitializableFromSource {
    let kanaal: any Channel

    init(source: ApplicationRequestContextSource) {
        kanaal = source.channel
    }

    /// Whether the caller is on the loopback interface.
    var isLokaal: Bool {
        guard let adres = kanaal.remoteAddress?.ipAddress else { return false }
        return adres == "::1" || adres.hasPrefix("127.") || adres.hasPrefix("::ffff:127.")
    }
}
