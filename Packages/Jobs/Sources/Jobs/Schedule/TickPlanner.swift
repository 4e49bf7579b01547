// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Decides which ticks of a schedule become jobs now. Pure: state and time in, a plan out.
struct TickPlan: Hashable, Sendable {
    /// Ticks to make, oldest first.
    var ticks: [Tijdstip] = []
    /// Write this instant as the one from which the schedule counts; nil to leave it.
    var countFrom: Tijdstip?
    /// When to look again at the latest; nil when the schedule never runs again.
    var next: Tijdstip?

    /// After a long stop no more than this many ticks at a time; the next look makes the rest.
    static let mostAtOnce = 1000
    /// With catch-up `geen`, a tick that is no older than this counts as on time: a look can come a little late.
    static let grace: Int64 = 60_000
    /// A last tick further ahead of the clock than this can only come from a clock that was wrong.
    static let clockError: Int64 = 3_600_000

    /// - Parameters:
    ///   - state: what is stored; nil when the schedule was never seen.
    ///   - once: `regied --once`: a schedule that never ran is due.
    static func plan(_ schedule: Schedule, _ state: ScheduleState?, now: Tijdstip, once: Bool = false) -> TickPlan {
        var plan = TickPlan(next: schedule.cron.volgende(na: now))
        guard let state else {
            if once, let due = schedule.cron.laatste(totEnMet: now) {
                plan.ticks = [due]
            } else {
                // From the store and not from memory: a weekly job runs even when the process restarts every day.
                plan.countFrom = now
            }
            return plan
        }
        guard !state.gepauzeerd else { return plan }
        guard state.laatste <= now else {
            // The clock went back. A little: wait until it has caught up, so that no tick comes twice. A lot: the
            // former time was wrong, and waiting for it would leave the schedule dead.
            if state.laatste.milliseconden - now.milliseconden > Self.clockError { plan.countFrom = now }
            return plan
        }
        switch schedule.inhalen {
        case .alle:
            var tick = state.laatste
            while plan.ticks.count < Self.mostAtOnce, let due = schedule.cron.volgende(na: tick), due <= now {
                plan.ticks.append(due)
                tick = due
            }
            if plan.ticks.count == Self.mostAtOnce { plan.next = now }
        case .laatste:
            if let due = schedule.cron.laatste(totEnMet: now), due > state.laatste { plan.ticks = [due] }
        case .geen:
            if let due = schedule.cron.laatste(totEnMet: now), due > state.laatste,
                now.milliseconden - due.milliseconden <= Self.grace
            {
                plan.ticks = [due]
            }
        }
        return plan
    }
}
