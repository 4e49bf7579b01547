// SPDX-License-Identifier: EUPL-1.2

public import Foundation
import Synchronization

/// A real PostgreSQL of our own, in a folder of its own. The cluster that the system's package may have made is left
/// alone. It ends with this process, however that ends.
public final class PostgresServer: Sendable {
    /// How to end it.
    public enum StopMode: Sendable {
        /// Waits for the clients.
        case smart
        /// Undoes what runs and ends the clients.
        case fast
        /// As if it crashed.
        case immediate

        fileprivate var signaal: Int32 {
            switch self {
            case .smart: SIGTERM
            case .fast: SIGINT
            case .immediate: SIGQUIT
            }
        }
    }

    /// Whether PostgreSQL is on this machine.
    public static var isThere: Bool { PostgresProgrammas.map != nil }

    /// The one for all tests of this process, each with a database of its own; started when first asked for.
    public static func shared() async throws -> PostgresServer { try await gedeeld.value }
    private static let gedeeld = Task { try await PostgresServer.start() }

    /// Folder of the data, and of the socket.
    public let map: URL
    /// In the name of the socket, and on the loopback when it listens there.
    public let port: Int
    /// There when it speaks TLS.
    public let certificaten: PostgresCertificaten?
    /// There when it was asked for.
    public let schijf: KleineSchijf?
    private let instellingen: [String: String]
    private let wachter: Wachter
    private let proces = Mutex<Programma?>(nil)

    /// Whether its first process runs.
    public var draait: Bool { proces.withLock { $0?.leeft ?? false } }

    /// What it said since it was last started.
    public var log: String { proces.withLock { $0?.foutuitvoer ?? "" } }

    /// Makes a cluster and starts it.
    ///
    /// - Parameters:
    ///   - tcp: whether it also listens on 127.0.0.1; otherwise on its socket alone.
    ///   - tls: whether it speaks TLS there.
    ///   - kleineSchijf: the mebibytes of a disk of its own, for a tablespace.
    ///   - metWAL: whether its WAL stands on that disk too, in segments of one mebibyte so that little fills it.
    ///   - settings: more settings of PostgreSQL.
    public static func start(
        tcp: Bool = false,
        tls: Bool = false,
        kleineSchijf: Int? = nil,
        metWAL: Bool = false,
        settings: [String: String] = [:]
    ) async throws -> PostgresServer {
        let map = try PostgresProgrammas.nieuweMap()
        let wachter = try Wachter(map: map)
        var schijf: KleineSchijf?
        var cluster = [
            "-D", map.appending(path: "data").path, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8",
            "-N", "--no-instructions",
        ]
        if let kleineSchijf {
            let klein = try await KleineSchijf(map.appending(path: "klein"), grootte: kleineSchijf)
            if metWAL { cluster += ["-X", klein.map.appending(path: "wal").path, "--wal-segsize", "1"] }
            schijf = klein
        }
        try await PostgresProgrammas.draai(PostgresProgrammas.pad("initdb"), cluster, map: map, schijf: schijf)
        let certificaten = tls ? try await PostgresCertificaten(in: map) : nil
        let server = PostgresServer(
            map: map,
            port: try Poort.vrij(),
            certificaten: certificaten,
            schijf: schijf,
            instellingen: Self.basis(tcp || tls, certificaten).merging(settings) { $1 },
            wachter: wachter
        )
        try await server.start()
        return server
    }

    private init(
        map: URL,
        port: Int,
        certificaten: PostgresCertificaten?,
        schijf: KleineSchijf?,
        instellingen: [String: String],
        wachter: Wachter
    ) {
        self.map = map
        self.port = port
        self.certificaten = certificaten
        self.schijf = schijf
        self.instellingen = instellingen
        self.wachter = wachter
    }

    /// A test loses no power, so nothing is flushed to the disk; what a killed process wrote is kept all the same.
    private static func basis(_ tcp: Bool, _ certificaten: PostgresCertificaten?) -> [String: String] {
        var alles = [
            "listen_addresses": tcp ? "127.0.0.1" : "",
            "max_connections": "600",
            "fsync": "off",
            "full_page_writes": "off",
        ]
        if let certificaten {
            alles["ssl"] = "on"
            alles["ssl_cert_file"] = certificaten.certificaat
            alles["ssl_key_file"] = certificaten.sleutel
        }
        return alles
    }

    /// A connection string for its socket; more can be added behind it.
    public func url(database: String = "postgres", user: String = "postgres") -> String {
        "host=\(map.path) port=\(port) dbname=\(database) user=\(user)"
    }

    /// A connection string for the loopback.
    public func tcpURL(database: String = "postgres", user: String = "postgres", host: String = "127.0.0.1") -> String {
        "host=\(host) hostaddr=127.0.0.1 port=\(port) dbname=\(database) user=\(user)"
    }

    /// Starts it, and returns when it takes connections.
    public func start() async throws {
        let data = map.appending(path: "data").path
        let woorden =
            ["-D", data, "-p", "\(port)", "-k", map.path]
            + instellingen.flatMap { ["-c", "\($0.key)=\($0.value)"] }
        var programma = try PostgresProgrammas.start(
            PostgresProgrammas.pad("postgres"),
            woorden,
            map: map,
            schijf: schijf
        )
        try await Wachten.tot("PostgreSQL neemt verbindingen aan", binnen: 60, toelichting: { programma.foutuitvoer }) {
            // After a kill -9 the server's own processes hold its memory for a moment.
            if !programma.leeft {
                programma = try PostgresProgrammas.start(
                    PostgresProgrammas.pad("postgres"),
                    woorden,
                    map: map,
                    schijf: schijf
                )
            }
            let vraag = ["-q", "-h", map.path, "-p", "\(port)"]
            return try await Programma.draai(PostgresProgrammas.pad("pg_isready"), vraag, map: map).code == 0
        }
        proces.withLock { $0 = programma }
    }

    /// Ends it, and returns when it is gone.
    public func stop(_ mode: StopMode = .fast) async {
        guard let programma = proces.withLock({ $0.take() }) else { return }
        if programma.leeft { kill(programma.pid, mode.signaal) }
        _ = await programma.einde()
    }

    /// Ends and starts it.
    public func restart(_ mode: StopMode = .fast) async throws {
        await stop(mode)
        try await start()
    }

    /// `kill -9` of the server's first process; the others notice and go.
    public func kill9() async { await proces.withLock { $0.take() }?.dood() }

    /// What `psql` says: rows on lines, columns with a bar between them.
    @discardableResult
    public func execute(_ sql: String, database: String = "postgres", user: String = "postgres") async throws -> String
    {
        let woorden = ["-XqAt", "-v", "ON_ERROR_STOP=1", "-d", url(database: database, user: user), "-c", sql]
        let uitkomst = try await Programma.draai(PostgresProgrammas.pad("psql"), woorden, map: map)
        guard uitkomst.code == 0 else { throw TeLaat(description: "psql: \(uitkomst.fout)") }
        return uitkomst.uit.trimmingCharacters(in: .newlines)
    }

    /// An empty database with a name that nobody has.
    public func createDatabase() async throws -> String {
        let name = "proef_\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try await execute("CREATE DATABASE \(name)")
        return name
    }

    /// Removes a database, with whoever uses it.
    public func dropDatabase(_ name: String) async throws {
        try await execute("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
    }
}
