// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
import Sealing
import StorageCore
import StoragePostgreSQL
import StorageSQLite

/// Moves gemeenten from the SQLite storage of an installation to PostgreSQL, and proves that they stand there as they stood
/// here. The source stays as it is, but for lines in its audit log.
public struct Verhuizer: Sendable {
    private let bron: Installatie
    private let van: SQLiteEngine
    private let doel: PostgreSQLEngine
    private let slot: DaemonLock

    /// What became of one gemeente.
    public struct Uitkomst: Sendable {
        /// Which.
        public let gemeente: Gemeentecode
        /// Source and target as they were walked: in both the same. Of a trial that of the source.
        public let bewijs: Bewijsuitkomst
        /// Rows per table and the SHA-256 over them, as read from the source and read back from the target; empty in a trial.
        public let tabellen: [(naam: String, rijen: Int, sha256: String)]
    }

    /// - Parameters:
    ///   - bron: an installation on SQLite.
    ///   - server: where it goes.
    /// - Throws: `niet-ondersteund` when the source is another storage, `opslag-bezet` while a daemon runs on it.
    public init(_ bron: Installatie, naar server: RegieConfig.PostgreSQL) throws(RegieFout) {
        guard case .sqlite(let path) = bron.config.storage, let van = bron.engine as? SQLiteEngine else {
            throw RegieFout(
                .nietOndersteund,
                "De configuratie wijst geen opslag op SQLite aan, en alleen daarvandaan kan worden verhuisd.",
                watTeDoen: "Geef met --config de configuratie van vóór de verhuizing.",
                waar: bron.config.file
            )
        }
        slot = try DaemonLock.acquire(path)
        self.bron = bron
        self.van = van
        let sleutels = bron.sleutels
        doel = PostgreSQLEngine(
            .init(url: server.url, migratieURL: server.migratieURL, pool: server.pool, pgbouncer: server.pgbouncer),
            keys: sleutels,
            copies: { SQLiteEngine(path: $0, keys: sleutels) }
        )
    }

    /// Lets go of the target, and of the source for a daemon.
    public func sluit() async {
        await doel.close()
        withExtendedLifetime(slot) {}
    }

    /// Moves gemeenten, each in one transaction: whatever happens, one is there whole or not at all.
    /// - Parameters:
    ///   - proef: look whether it can be done, and walk the source; write nothing.
    ///   - voortgang: told what is going on, in Dutch.
    /// - Throws: `bestaat-al` when the target holds something of one of them, before any is moved; `verzegeling-faalt` when
    ///   the source does not hold, or what arrived is not what was sent.
    public func verhuis(
        _ gemeenten: [Gemeentecode],
        als toegang: Toegang,
        reden: String,
        proef: Bool,
        voortgang: @escaping @Sendable (String) -> Void
    ) async throws(RegieFout) -> [Uitkomst] {
        for code in gemeenten {
            guard try await doel.hasRoom(for: code) else {
                throw RegieFout(
                    .bestaatAl,
                    "In de database staat al iets van gemeente \(code): daar wordt niet overheen geschreven.",
                    watTeDoen:
                        "Verhuis naar een nieuwe database waarop nog geen regied draaide; noem met --gemeente wat"
                        + " nog niet is verhuisd."
                )
            }
        }
        var uit: [Uitkomst] = []
        for code in gemeenten {
            let stap = Verhuisstap(bron: bron, van: van, doel: doel, gemeente: code, toegang: toegang, reden: reden)
            uit.append(
                proef
                    ? Uitkomst(gemeente: code, bewijs: try await stap.loopNa(voortgang), tabellen: [])
                    : try await stap.verhuis(voortgang)
            )
        }
        return uit
    }
}
