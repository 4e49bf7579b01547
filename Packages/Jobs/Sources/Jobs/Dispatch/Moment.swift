// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Now, twice: what the clock on the wall says, and what a stopwatch says that nobody can set.
///
/// Schedules and stored instants follow the wall; the engine's own intervals follow the stopwatch, so that setting the
/// clock neither stops a heartbeat nor makes a live process look dead.
struct Moment: Sendable {
    let wall: Tijdstip
    let elapsed: Duration
}
