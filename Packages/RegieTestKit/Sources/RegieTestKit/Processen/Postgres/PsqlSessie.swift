// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Somebody's `psql` that stays open: what was begun in it is held until it ends.
public final class PsqlSessie: Sendable {
    private let server: PostgresServer
    private let greep: Int32
    private let pijp: URL
    private let programma: Programma
    private let naam = "sessie-\(UInt32.random(in: .min ... .max))"

    /// Opens one.
    public init(_ server: PostgresServer, database: String, user: String = "postgres") throws {
        self.server = server
        pijp = server.map.appending(path: naam)
        guard mkfifo(pijp.path, 0o600) == 0 else { throw TeLaat(description: "geen pijp in \(server.map.path)") }
        // Open for both, or opening waits for the other side.
        greep = open(pijp.path, O_RDWR | O_CLOEXEC)
        programma = try Programma.start(
            PostgresProgrammas.pad("psql"),
            ["-Xq", "-v", "ON_ERROR_STOP=1", "-d", server.url(database: database, user: user), "-f", pijp.path],
            map: server.map,
            omgeving: ["PGAPPNAME": naam],
            bewaarIn: server.map
        )
    }

    /// Says something, and returns when the server has done it and waits for more.
    ///
    /// - Parameter staat: the state of `pg_stat_activity` in which it then is.
    public func zeg(_ sql: String, tot staat: String) async throws {
        let bytes = Array("\(sql)\n".utf8)
        guard write(greep, bytes, bytes.count) == bytes.count else { throw TeLaat(description: "psql luistert niet") }
        let vraag = "SELECT count(*) FROM pg_stat_activity WHERE application_name = '\(naam)' AND state = '\(staat)'"
        try await Wachten.tot("psql is \(staat)", toelichting: { programma.foutuitvoer }, elke: .milliseconds(100)) {
            guard programma.leeft else { throw TeLaat(description: "psql stopte: \(programma.foutuitvoer)") }
            return try await server.execute(vraag) == "1"
        }
    }

    /// Ends it; what was not committed is undone.
    public func sluit() async {
        close(greep)
        _ = await programma.einde()
        try? FileManager.default.removeItem(at: pijp)
    }
}
