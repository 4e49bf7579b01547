// SPDX-License-Identifier: EUPL-1.2

public import Hummingbird
public import Inburgering
public import Jobs

/// What the daemon runs: the work itself, without anything of the process around it.
public struct Onderdelen: Sendable {
    /// Says that there is work of a kind for a gemeente.
    public typealias Wekker = @Sendable (Gemeentecode, String) -> Void

    /// What runs each kind of job.
    public var handlers: [any JobHandler]
    /// What comes back by itself.
    public var schedules: [Schedule]
    /// Adds what partners call; given the router, and what wakes a kind of job when something came in.
    public var routes: @Sendable (Router<Verzoekcontext>, @escaping Wekker) -> Void
    /// Closes what was opened for it.
    public var sluit: @Sendable () async -> Void

    /// - Parameters: see the properties.
    public init(
        handlers: [any JobHandler],
        schedules: [Schedule],
        routes: @escaping @Sendable (Router<Verzoekcontext>, @escaping Wekker) -> Void = { _, _ in },
        sluit: @escaping @Sendable () async -> Void = {}
    ) {
        self.handlers = handlers
        self.schedules = schedules
        self.routes = routes
        self.sluit = sluit
    }
}

extension RegieConfig {
    /// The schedules that every installation has, at the times that the configuration gives them.
    ///
    /// The order is that of a round: first what came in, then the assessment, then what goes out because of it, and
    /// last the chain over what was logged meanwhile.
    public var standaardschemas: [Schedule] {
        let rangen: [(naam: String, prioriteit: Int, altijd: Bool)] = [
            ("inbox", 10, true), ("termijnbewaking", 40, false), ("outbox", 50, true), ("auditketen", 90, true),
            ("onderhoud", 95, false), ("verzegeling", 99, false),
        ]
        return rangen.compactMap { naam, prioriteit, altijd in
            schedules[naam].map { schema in
                Schedule(
                    naam: naam,
                    cron: schema.cron,
                    inhalen: schema.inhalen,
                    prioriteit: prioriteit,
                    altijdBijEenmaal: altijd
                )
            }
        }
    }
}
