// SPDX-License-Identifier: EUPL-1.2

import Jobs

/// The schedules that every installation has, with what holds when `schedules` does not name them.
public enum Standaardschema {
    /// Name, cron line and catch-up. The name is also the kind of job.
    static let regels: [(naam: String, cron: String, inhalen: Inhaalbeleid)] = [
        // A notification wakes its handler at once; these ticks are what remains when a wake-up was lost.
        ("inbox", "*/1 * * * *", .laatste),
        ("outbox", "*/1 * * * *", .laatste),
        ("termijnbewaking", "15 2 * * *", .laatste),
        ("auditketen", "*/5 * * * *", .laatste),
        ("onderhoud", "45 3 * * *", .laatste),
        ("verzegeling", "30 4 * * *", .laatste),
    ]

    /// All names.
    public static var namen: [String] { regels.map(\.naam) }

    /// One of them; nil for a name that is not there.
    static func standaard(_ naam: String) -> (cron: String, inhalen: Inhaalbeleid)? {
        regels.first { $0.naam == naam }.map { ($0.cron, $0.inhalen) }
    }
}
