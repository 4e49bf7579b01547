// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A real PgBouncer in transaction mode before a server: each transaction may meet another server process.
public final class PgBouncer: Sendable {
    private static let program = "/usr/sbin/pgbouncer"
    private let map: URL
    private let port: Int
    private let wachter: Wachter
    private let proces: Programma

    /// Whether it is on this machine.
    public static var isThere: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Starts one.
    ///
    /// - Parameters:
    ///   - server: the server behind it.
    ///   - size: connections that it makes for each database.
    public init(before server: PostgresServer, size: Int = 4) async throws {
        map = try PostgresProgrammas.nieuweMap()
        port = try Poort.vrij()
        wachter = try Wachter(map: map)
        let map = map
        let ini = map.appending(path: "pgbouncer.ini")
        try Data("\"postgres\" \"\"\n".utf8).write(to: map.appending(path: "gebruikers"))
        try Data(
            """
            [databases]
            * = host=\(server.map.path) port=\(server.port)
            [pgbouncer]
            listen_addr =
            listen_port = \(port)
            unix_socket_dir = \(map.path)
            auth_type = trust
            auth_file = \(map.path)/gebruikers
            pidfile = \(map.path)/pgbouncer.pid
            pool_mode = transaction
            default_pool_size = \(size)
            max_client_conn = 200

            """.utf8
        ).write(to: ini)
        let programma = try PostgresProgrammas.start(Self.program, [ini.path], map: map)
        proces = programma
        let socket = map.appending(path: ".s.PGSQL.\(port)").path
        try await Wachten.tot("PgBouncer luistert", binnen: 30, toelichting: { programma.foutuitvoer }) {
            programma.leeft && FileManager.default.fileExists(atPath: socket)
        }
    }

    /// A connection string that goes through it.
    public func url(database: String, user: String = "postgres") -> String {
        "host=\(map.path) port=\(port) dbname=\(database) user=\(user)"
    }

    /// Ends it.
    public func stop() async { _ = await proces.stop() }
}
