// SPDX-License-Identifier: EUPL-1.2

import Synchronization

/// The faults that are switched on, in the order in which they were asked for.
final class Storingenlijst: Sendable {
    private let storingen = Mutex<[Storing]>([])

    var alle: [Storing] { storingen.withLock { $0 } }

    func voegToe(_ storing: Storing) { storingen.withLock { $0.append(storing) } }

    func wis() { storingen.withLock { $0.removeAll() } }

    /// The first fault that applies; it counts as used once.
    func neem(methode: String, pad: String, duw: Bool) -> Storing? {
        storingen.withLock { storingen in
            let index = storingen.firstIndex { storing in
                (storing.soort == .dubbel) == duw && pad.hasPrefix(storing.pad ?? "")
                    && (storing.methode ?? methode) == methode
            }
            guard let index else { return nil }
            let storing = storingen[index]
            if let aantal = storing.aantal {
                storingen[index].aantal = aantal - 1
                if aantal <= 1 { storingen.remove(at: index) }
            }
            return storing
        }
    }
}
