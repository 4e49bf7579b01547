// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieRuntime
import RegieTestKit
import Sealing
import StoragePostgreSQL
import Synchronization

/// One gemeente on a real PostgreSQL, and as many daemons as a test wants, each with a configuration of its own.
final class Gedeeldeopslag: Sendable {
    let map: URL
    let server: PostgresServer
    let database: String
    let gemeente = TestData.gemeente
    let engine: PostgreSQLEngine
    let store: any GemeenteStore
    private let gestart = Mutex<[Programma]>([])

    private static let rollen = Task {
        let server = try await PostgresServer.shared()
        try await server.execute("CREATE ROLE gedeeld_eigenaar LOGIN; CREATE ROLE gedeeld_app LOGIN")
    }

    /// - Parameter eigen: a server of the test's own; that of all tests when nil.
    init(_ eigen: PostgresServer? = nil) async throws {
        if let eigen {
            server = eigen
            try await eigen.execute("CREATE ROLE gedeeld_eigenaar LOGIN; CREATE ROLE gedeeld_app LOGIN")
        } else {
            _ = try await Self.rollen.value
            server = try await PostgresServer.shared()
        }
        database = try await server.createDatabase()
        try await server.execute("ALTER DATABASE \(database) OWNER TO gedeeld_eigenaar")
        map = FileManager.default.temporaryDirectory.appending(path: "regie-gedeeld-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        let sleutels = map.appending(path: "keys").path()
        try KeyRing.generate(gemeente, in: sleutels)
        engine = PostgreSQLEngine(
            .init(
                url: server.url(database: database, user: "gedeeld_app"),
                migratieURL: server.url(database: database, user: "gedeeld_eigenaar"),
                pool: 4
            ),
            keys: try KeyRing.load(from: sleutels, credentials: nil)
        )
        _ = try await engine.migrate(gemeente)
        store = try await engine.open(gemeente, als: TestData.toegang)
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    private static let wet = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "config/wet").path()

    /// Does `werk` with one, and removes it afterwards.
    static func met(_ eigen: PostgresServer? = nil, _ werk: (Gedeeldeopslag) async throws -> Void) async throws {
        let opslag = try await Gedeeldeopslag(eigen)
        do {
            try await werk(opslag)
        } catch {
            await opslag.sluit()
            throw error
        }
        await opslag.sluit()
    }

    private func sluit() async {
        // A test that failed left them as they were, perhaps standing still.
        for proces in gestart.withLock({ $0 }) { await proces.dood() }
        await engine.close()
        try? await server.dropDatabase(database)
    }

    /// Another process, that reaches the server over a port of the loopback and says everything unprepared.
    func engine(via poort: Int) throws -> PostgreSQLEngine {
        let url = "host=127.0.0.1 port=\(poort) dbname=\(database) user=gedeeld_app"
        let sleutels = try KeyRing.load(from: map.appending(path: "keys").path(), credentials: nil)
        return PostgreSQLEngine(.init(url: url, pool: 4, pgbouncer: true), keys: sleutels)
    }

    /// The configuration of one more daemon, and where its health is.
    func configuratie(duo: Int? = nil, nachtdeel: Int = 20, logboek: String? = nil) throws -> Daemon {
        let (poort, beheer) = (try Poort.vrij(), try Poort.vrij())
        let naam = "regie-\(poort).yaml"
        let tekst = """
            storage: { kind: postgresql, url: "\(server.url(database: database, user: "gedeeld_app"))" }
            keys: keys
            listen: { address: 127.0.0.1, port: \(poort) }
            beheer: { address: 127.0.0.1, port: \(beheer) }
            gemeenten: { "\(gemeente)": { naam: Amsterdam, oin: "00000001002564440000" } }
            ketenpartners: { duo: { url: "http://127.0.0.1:\(try duo ?? Poort.vrij())/v1", oin: "00000001800866472000" } }
            jobs: { nachtdeel: \(nachtdeel) }
            wet: \(Self.wet)
            \(logboek.map { "logboek: { map: \($0), register: \"https://register.example\" }" } ?? "# geen logboek")
            log: { level: debug }
            """
        try Data(tekst.utf8).write(to: map.appending(path: naam))
        return Daemon(map: map, configuratie: naam, beheer: beheer) { proces in
            self.gestart.withLock { $0.append(proces) }
        }
    }

    /// Dossiers of people with a PIP, so that each has something on the werkvoorraad.
    func vul(_ aantal: Int) async throws -> [DossierID] {
        var ids: [DossierID] = []
        while ids.count < aantal {
            let nieuw = (0..<min(500, aantal - ids.count)).map { _ in DossierID.nieuw() }
            let stappen = nieuw.map {
                Stap(dossier: $0, laatsteVolgnummer: 0, feiten: [TestData.pip()], audit: TestData.audit($0))
            }
            for uitkomst in try await store.append(stappen) { _ = try uitkomst.get() }
            ids += nieuw
        }
        return ids
    }

    /// What `psql` says, as the superuser.
    func sql(_ tekst: String) async throws -> String { try await server.execute(tekst, database: database) }

    func getal(_ tekst: String) async throws -> Int { Int(try await sql(tekst)) ?? -1 }
}

/// A `regied` of a test.
struct Daemon: Sendable {
    let map: URL
    let configuratie: String
    let beheer: Int
    let houdBij: @Sendable (Programma) -> Void

    func start() throws -> Programma {
        let regied = try Programma.start("regied", ["--config", configuratie], map: map)
        houdBij(regied)
        return regied
    }

    /// Starts with a small disk on a folder that is there, which only it sees; only root can.
    func start(metSchijf kib: Int, op plek: URL) throws -> Programma {
        let script = "mount -t tmpfs -o size=\(kib)k,mode=0700 none \"$1\" && shift && exec \"$@\""
        let regied = Programma.map.appending(path: "regied").path
        let woorden = ["-m", "--propagation", "private", "sh", "-c", script, "sh", plek.path, regied]
        let proces = try Programma.start("/usr/bin/unshare", woorden + ["--config", configuratie], map: map)
        houdBij(proces)
        return proces
    }

    /// Starts, and waits until it is ready.
    func startGereed() async throws -> Programma {
        let regied = try start()
        try await Wachten.tot("gereed", binnen: 60, toelichting: { regied.foutuitvoer }) {
            guard regied.leeft else { throw TeLaat(description: regied.foutuitvoer) }
            return try await vraag("/health/ready").hasSuffix("200")
        }
        return regied
    }

    /// What the beheerpoort answers, with the status behind it.
    func vraag(_ pad: String) async throws -> String {
        let woorden = ["-s", "--max-time", "10", "-w", "\n%{http_code}", "http://127.0.0.1:\(beheer)\(pad)"]
        return try await Programma.draai("/usr/bin/curl", woorden, map: map).uit
    }

    /// The sum of a metric over its labels.
    func metriek(_ naam: String) async throws -> Double {
        try await vraag("/metrics").split(separator: "\n")
            .filter { $0.hasPrefix("\(naam) ") || $0.hasPrefix("\(naam){") }
            .reduce(0) { $0 + (Double($1.split(separator: " ").last ?? "") ?? 0) }
    }
}
