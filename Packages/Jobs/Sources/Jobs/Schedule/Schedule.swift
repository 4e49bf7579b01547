// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// A job that comes back: when, what is done about moments that were missed, and which job each tick becomes.
public struct Schedule: Hashable, Sendable {
    /// Name, as in the config and on the command line: `termijnbewaking`.
    public let naam: String
    /// When.
    public let cron: Cron
    /// What happens with moments that passed while nothing ran.
    public let inhalen: Inhaalbeleid
    /// The kind of job.
    public let soort: String
    /// Lower goes first; 100 is ordinary.
    public let prioriteit: Int
    /// After this many tries a job fails for good.
    public let hoogstens: Int
    /// Whether `regied --once` always runs it: its work is what lies waiting, not what a moment brings.
    public let altijdBijEenmaal: Bool

    /// - Parameters: see the properties; `soort` is the name when not given.
    public init(
        naam: String,
        cron: Cron,
        inhalen: Inhaalbeleid = .laatste,
        soort: String? = nil,
        prioriteit: Int = 100,
        hoogstens: Int = 5,
        altijdBijEenmaal: Bool = false
    ) {
        self.naam = naam
        self.cron = cron
        self.inhalen = inhalen
        self.soort = soort ?? naam
        self.prioriteit = prioriteit
        self.hoogstens = hoogstens
        self.altijdBijEenmaal = altijdBijEenmaal
    }

    /// The job that a tick becomes. One that is still waiting or running is enough, unless each tick counts.
    func job(op tik: Tijdstip) -> NewJob {
        NewJob(
            soort,
            inhoud: .object([.init("schema", .tekst(naam)), .init("tik", .tekst(tik.description))]),
            prioriteit: prioriteit,
            vanaf: tik,
            hoogstens: hoogstens,
            uniek: inhalen == .alle ? "\(soort)@\(tik)" : soort
        )
    }

    /// The job that a wake-up becomes.
    func job(gewektOp nu: Tijdstip) -> NewJob {
        NewJob(soort, prioriteit: prioriteit, vanaf: nu, hoogstens: hoogstens, uniek: soort, meteen: true)
    }
}
