// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

/// Remembers the first moment at which something must be tried again, so that nobody waits for the next tick.
final class Vervolg: Sendable {
    private let eerste = Mutex<Tijdstip?>(nil)

    /// Something waits until this moment.
    func wacht(tot tijdstip: Tijdstip) { eerste.withLock { $0 = min($0 ?? tijdstip, tijdstip) } }

    /// Puts the job for that moment in the queue, when there is one.
    func plan(_ soort: String, in store: any GemeenteStore) async throws(RegieFout) {
        guard let moment = eerste.withLock({ $0 }) else { return }
        // A key of its own: the running job still holds that of its kind.
        _ = try await store.enqueue([
            NewJob(soort, vanaf: moment, uniek: "\(soort)-later@\(moment.milliseconden / 1000)")
        ])
    }
}
