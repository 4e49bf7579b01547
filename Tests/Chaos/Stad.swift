// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
import Inburgering
import NIOCore
import NIOHTTP1
import RegieTestKit
import Sealing
import Synchronization

/// A gemeente with two real `regied` on one real PostgreSQL, and a DUO that the ketensimulator plays.
final class Stad: Sendable {
    static let gemeente = "0363"
    static let oin = "00000001002564440000"
    static let duo = "00000001800866472000"
    /// Those whom DUO writes about.
    static let bsns = (0..<24).map { TestIdentity.bsn(4_000 + $0).cijfers }

    let server: PostgresServer
    let database: String
    let poorten: [Int]
    let duopoort: Int
    private let map: URL
    private let ketensimulator: Programma
    private let processen = Mutex<[Programma?]>([nil, nil])
    private let eerste = Mutex("")

    private init(_ server: PostgresServer, _ database: String, _ verbinding: String, _ map: URL) async throws {
        self.server = server
        self.database = database
        self.map = map
        poorten = [try Poort.vrij(), try Poort.vrij()]
        duopoort = try Poort.vrij()
        try KeyRing.generate(try Gemeentecode(json: .tekst(Self.gemeente)), in: map.appending(path: "keys").path)
        for nummer in 0...1 {
            let tekst = Bestanden.regie(
                verbinding: verbinding,
                migratie: server.url(database: database, user: "regie_eigenaar"),
                poort: poorten[nummer],
                duo: duopoort
            )
            try Data(tekst.utf8).write(to: map.appending(path: "regie-\(nummer).yaml"))
        }
        let wereld = map.appending(path: "wereld.jsonl")
        try Data(Bestanden.wereld.utf8).write(to: wereld)
        let duo = try Programma.start(
            "ketensimulator",
            ["serve", "--poort", "\(duopoort)", "--wereld", wereld.path],
            map: map,
            bewaarIn: map
        )
        ketensimulator = duo
        do {
            let (code, tekst) = try await regie(["migrate"])
            guard code == 0 else { throw TeLaat(description: "regie migrate gaf \(code): \(tekst)") }
            try await Wachten.tot("DUO luistert", toelichting: { duo.foutuitvoer }) {
                duo.foutuitvoer.contains("luistert op")
            }
            // One after the other, so that it is known which name is whose.
            try await start(0)
            try await wacht("de eerste daemon is bekend", "SELECT count(*) > 0 FROM regie.proces", "t")
            let naam = try await sql("SELECT naam FROM regie.proces LIMIT 1")
            eerste.withLock { $0 = naam }
            try await start(1)
        } catch {
            await ruimOp()
            throw error
        }
    }

    /// Builds one, works in it and cleans up.
    ///
    /// - Parameters:
    ///   - server: on which; the one of all tests when nil.
    ///   - tablespace: where its database stands.
    ///   - via: the port of the loopback on which the daemons reach the server; over its socket when nil.
    static func met(
        _ server: PostgresServer? = nil,
        tablespace: String? = nil,
        via poort: Int? = nil,
        _ werk: (Stad) async throws -> Void
    ) async throws {
        let gekozen: PostgresServer
        if let server { gekozen = server } else { gekozen = try await PostgresServer.shared() }
        let naam = try await Bestanden.database(op: gekozen, tablespace)
        let map = FileManager.default.temporaryDirectory.appending(path: "regie-stad-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        let verbinding =
            poort.map { "host=127.0.0.1 port=\($0) dbname=\(naam) user=regie_app sslmode=disable" }
            ?? gekozen.url(database: naam, user: "regie_app")
        let stad = try await Stad(gekozen, naam, verbinding, map)
        do {
            try await werk(stad)
        } catch {
            await stad.ruimOp()
            throw error
        }
        await stad.ruimOp()
    }

    private func ruimOp() async {
        for programma in processen.withLock({ $0 }) { await programma?.dood() }
        await ketensimulator.dood()
    }

    // MARK: The daemons

    /// Starts a daemon, and returns when it is ready.
    func start(_ nummer: Int) async throws {
        let regied = try Programma.start(
            "regied",
            ["--config", config(nummer)],
            map: map,
            bewaarIn: map
        )
        processen.withLock { $0[nummer] = regied }
        try await Wachten.tot("regied \(nummer) is klaar", toelichting: { regied.foutuitvoer }) {
            guard regied.leeft else { throw TeLaat(description: "regied stopte: \(regied.foutuitvoer)") }
            return await status(nummer, "/health/ready") == 200
        }
    }

    /// The process of a daemon.
    func daemon(_ nummer: Int) throws -> Programma {
        guard let programma = processen.withLock({ $0[nummer] }) else { throw TeLaat(description: "geen daemon") }
        return programma
    }

    /// The name under which the first daemon holds its jobs, until it is started again.
    var naamVanEerste: String { eerste.withLock { $0 } }

    /// What a daemon logged.
    func log(_ nummer: Int) -> String { processen.withLock { $0[nummer] }?.foutuitvoer ?? "" }

    /// The end of what both logged, for who has to find out why a test fails.
    var logs: String { [0, 1].map { "regied \($0): …\(log($0).suffix(1500))" }.joined(separator: "\n") }

    private func config(_ nummer: Int) -> String { map.appending(path: "regie-\(nummer).yaml").path }

    // MARK: Talking to it

    /// What a daemon answers to a GET; nil when it does not.
    func status(_ nummer: Int, _ pad: String) async -> Int? {
        let verzoek = HTTPClientRequest(url: "http://127.0.0.1:\(poorten[nummer])\(pad)")
        return (try? await HTTPClient.shared.execute(verzoek, timeout: .seconds(10))).map { Int($0.status.code) }
    }

    /// Tells the simulator to be slow, and back.
    func maakDUO(traag: Bool) async throws {
        var verzoek = HTTPClientRequest(url: "http://127.0.0.1:\(duopoort)/beheer/storingen")
        verzoek.method = traag ? .POST : .DELETE
        if traag { verzoek.body = .bytes(ByteBuffer(string: #"{"soort":"vertraging","millis":500}"#)) }
        _ = try await HTTPClient.shared.execute(verzoek, timeout: .seconds(10))
    }

    /// How a command of the beheerder ends, and what it says.
    func regie(_ woorden: [String]) async throws -> (code: Int32, tekst: String) {
        let uitkomst = try await Programma.draai("regie", woorden + ["--config", config(0)], map: map)
        return (uitkomst.code, uitkomst.uit + uitkomst.fout)
    }

    /// What the database itself says, past all of Regie.
    func sql(_ vraag: String) async throws -> String { try await server.execute(vraag, database: database) }

    /// Rows of one column.
    func rijen(_ vraag: String) async throws -> [String] {
        try await sql(vraag).split(separator: "\n").map(String.init)
    }

    /// Looks until the database gives this answer.
    func wacht(_ wat: String, _ vraag: String, _ antwoord: String) async throws {
        try await Wachten.tot(
            wat,
            binnen: Instelling.geduld,
            toelichting: { logs },
            elke: .milliseconds(200)
        ) { try await sql(vraag) == antwoord }
    }
}
