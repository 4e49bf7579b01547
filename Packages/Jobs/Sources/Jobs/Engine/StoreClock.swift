// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

/// What time it is for a store's queue.
///
/// Where the storage has a clock of its own, its last answer and a stopwatch that nobody can set: our own clock may be
/// wrong, and then only we would know. Never ahead of the storage's, for the stopwatch starts when the answer is in.
final class StoreClock: Sendable {
    private let answer = Mutex<(time: Tijdstip, since: ContinuousClock.Instant)?>(nil)

    /// Takes the storage's answer; nil when it has no clock of its own.
    func set(_ time: Tijdstip?) {
        let since = ContinuousClock.now
        answer.withLock { $0 = time.map { ($0, since) } }
    }

    /// The present.
    /// - Parameter own: our clock, for a storage without one.
    func now(_ own: any Klok) -> Tijdstip {
        guard let (time, since) = answer.withLock({ $0 }) else { return own.nu }
        return time.plus(milliseconden: (ContinuousClock.now - since).milliseconden)
    }
}
