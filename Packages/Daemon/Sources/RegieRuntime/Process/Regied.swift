// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
import Jobs
import Logging
import Metrics
import Sealing
import ServiceLifecycle
import StorageSQLite
import UnixSignals

/// The daemon: one process on a SQLite storage, one of several on PostgreSQL.
public struct Regied: Sendable {
    private let config: RegieConfig
    private let systemd: Systemd
    private let klok: any Klok
    private let logger: Logger
    private let registry: PrometheusRegistry

    /// Makes the daemon of a configuration, and its log and metrics those of the process: once per process.
    public init(
        _ config: RegieConfig,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        klok: any Klok = Systeemklok()
    ) {
        self.config = config
        self.klok = klok
        systemd = Systemd(environment: environment)
        RegieLogHandler.bootstrap(config.logLevel)
        registry = PrometheusRegistry()
        MetricsSystem.bootstrap(registry)
        logger = Logger(label: "regied")
    }

    /// Runs until SIGTERM or SIGINT, or with `once` until nothing is due. Throws `opslag-bezet` when another daemon
    /// runs on this storage, and whatever keeps it from starting.
    public func run(once: Bool) async throws {
        let lock = try alone()
        defer { withExtendedLifetime(lock) {} }
        let installatie = try await Installatie.open(config, klok: klok)
        let stores = try await open(installatie)
        let keten = try Keten(config, klok: klok, logger: logger)
        let onderdelen = Onderdelen.bouw(installatie, keten, stores: stores, logger: logger)
        let engine = JobEngine(
            stores: stores,
            handlers: onderdelen.handlers,
            schedules: onderdelen.schedules,
            // Under the lock nobody else can be at work: what is held is left from a process that died.
            settings: .init(workers: config.workers, exclusive: lock != nil),
            klok: klok,
            logger: logger
        )
        let oor = once ? nil : try await installatie.luister { engine.look() }
        defer { withExtendedLifetime(oor) {} }
        do {
            let services = try once ? round(engine) : self.services(engine, onderdelen, installatie, stores)
            var group = ServiceGroupConfiguration(
                services: services,
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
            group.maximumGracefulShutdownDuration = .seconds(40)
            try await ServiceGroup(configuration: group).run()
        } catch {
            await onderdelen.sluit()
            await installatie.sluit()
            throw error
        }
        await onderdelen.sluit()
        await installatie.sluit()
        logger.notice("gestopt")
    }

    /// The lock on a storage that one daemon may use; nil where several share the work.
    private func alone() throws(RegieFout) -> DaemonLock? {
        guard case .sqlite(let path) = config.storage else { return nil }
        return try DaemonLock.acquire(path)
    }

    /// The stores, brought up to date. A database that is not there is not made here: a mistake in a path would look
    /// like an empty installation.
    private func open(_ installatie: Installatie) async throws -> [any GemeenteStore] {
        let access = Toegang(
            actor: "regied",
            rol: .systeem,
            doel: "taken",
            oorsprong: ProcessInfo.processInfo.hostName
        )
        var stores: [any GemeenteStore] = []
        // All are asked before one is brought up to date: where gemeenten share a schema, the others would seem to be so too.
        var behind: Set<Gemeentecode> = []
        for gemeente in config.gemeentecodes {
            let found = try await installatie.inspect(gemeente)
            if !found.migrations.isEmpty, !found.pending.isEmpty { behind.insert(gemeente) }
        }
        for gemeente in config.gemeentecodes {
            if behind.contains(gemeente) {
                let applied = try await installatie.migrate(gemeente)
                let metadata: Logger.Metadata = [
                    "gemeente": "\(gemeente)", "stappen": "\(applied.joined(separator: ", "))",
                ]
                logger.notice("opslag bijgewerkt", metadata: metadata)
            }
            stores.append(try await installatie.store(gemeente, als: access))
        }
        return stores
    }

    private func round(_ engine: JobEngine) -> [ServiceGroupConfiguration.ServiceConfiguration] {
        let ronde = Eenmaal {
            let report = try await engine.runOnce()
            let metadata: Logger.Metadata = ["gedaan": "\(report.done)", "mislukt": "\(report.failed)"]
            logger.notice(report.interrupted ? "ronde afgebroken" : "ronde klaar", metadata: metadata)
        } stop: {
            engine.stopRound()
        }
        return [.init(service: ronde, successTerminationBehavior: .gracefullyShutdownGroup)]
    }

    private func services(
        _ engine: JobEngine,
        _ onderdelen: Onderdelen,
        _ installatie: Installatie,
        _ stores: [any GemeenteStore]
    ) throws -> [ServiceGroupConfiguration.ServiceConfiguration] {
        let sleutelwacht = Sleutelwacht(ring: installatie.sleutels, logger: logger) { () async throws(RegieFout) in
            try await installatie.herleesSleutels()
        }
        let health = Health(
            .init(
                stores: stores,
                schedules: onderdelen.schedules,
                inspect: { gemeente throws(RegieFout) in try await installatie.inspect(gemeente) },
                keys: { [config] () throws(RegieFout) in
                    try sleutelwacht.controleer()
                    return Set(try KeyRing.load(from: config.keys.path).gemeenten)
                },
                isResponsive: { engine.isResponsive },
                isStoring: { engine.isStoring($0) },
                freeBytes: { [config] in Schijfruimte.vrij(config.storage) },
                logboek: installatie.logboekproef
            ),
            klok: klok
        )
        let beheer = Beheerroutes(health: health, registry: registry)
        let ready = Gereedmelding(luisteraars: config.beheer == nil ? 1 : 2) { [config, logger, systemd] in
            health.setReady(true)
            systemd.notify("READY=1")
            logger.notice("gereed", metadata: ["luistert": "\(config.listen.address):\(config.listen.port)"])
        }
        if config.beheer == nil, !config.listen.isLoopback {
            logger.warning("gezondheid en metrieken zijn nergens te bereiken: stel 'beheer' in")
        }
        let web = Webserver(logger: logger)
        let partners = try web.partners(
            config.listen,
            beheer: config.beheer == nil && config.listen.isLoopback ? beheer : nil,
            routes: { onderdelen.routes($0) { gemeente, soort in engine.wake(gemeente, soort) } },
            opened: { await ready.open() }
        )
        var services: [any Service] = [
            Watchdog(systemd: systemd) { health.isLive },
            sleutelwacht,
            Logboekwacht(logboeken: installatie.logboeken, stores: stores, logger: logger),
        ]
        if let listener = config.beheer {
            services.append(try web.beheer(listener, beheer) { await ready.open() })
        }
        // They stop from last to first: first nothing new is taken, then what runs is finished, while the beheerder can
        // still look.
        services += [engine, partners, Stopmelding(systemd: systemd, health: health)]
        note()
        // When one of them fails, the others stop as on TERM, so that whoever is being answered gets the answer.
        return services.map { .init(service: $0, failureTerminationBehavior: .gracefullyShutdownGroup) }
    }

    private func note() {
        Gauge(label: "regie_info", dimensions: [("versie", RegieVersie.tekst)]).record(1)
        Gauge(label: "regie_start_seconds").record(Double(klok.nu.milliseconden) / 1000)
    }
}
