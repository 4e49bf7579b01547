// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Testing

/// `regie migrate --from sqlite --to postgresql`, with the real program, a generated population and a role that owns nothing.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(5)))
struct VerhuisTests {
    private static let rollen = Task {
        let server = try await PostgresServer.shared()
        try await server.execute("CREATE ROLE verhuis_eigenaar LOGIN; CREATE ROLE verhuis_app LOGIN")
    }

    /// An installation on SQLite with people in it, and an empty database.
    private struct Proef {
        let map: Proefmap
        let server: PostgresServer
        let database: String
        let omgeving: [String: String]

        init(personen: Int = 60) async throws {
            _ = try await VerhuisTests.rollen.value
            map = try Proefmap()
            try await map.installatie()
            let uit = try await map.regie("generate", "--personen", "\(personen)", "--seed", "7", "--uit", "bevolking")
            try #require(uit.code == 0, "\(uit.fout)")
            let vul = try await Programma.draai(
                "regie-bench",
                ["vullen", "--dossiers", "bevolking/dossiers.jsonl", "--config", "regie.yaml"],
                map: map.url
            )
            try #require(vul.code == 0, "\(vul.fout)")
            server = try await PostgresServer.shared()
            database = try await server.createDatabase()
            try await server.execute("ALTER DATABASE \(database) OWNER TO verhuis_eigenaar")
            omgeving = [
                "REGIE_DATABASE_URL": server.url(database: database, user: "verhuis_app"),
                "REGIE_MIGRATIE_URL": server.url(database: database, user: "verhuis_eigenaar"),
            ]
            let sqlite = try map.lees("regie.yaml")
            let regel = try #require(sqlite.split(separator: "\n").first { $0.hasPrefix("storage:") })
            try map.schrijf(
                "nieuw.yaml",
                sqlite.replacing(
                    regel,
                    with: "storage: { kind: postgresql, url: \"env:REGIE_DATABASE_URL\", "
                        + "migratieUrl: \"env:REGIE_MIGRATIE_URL\" }"
                )
            )
        }

        func verhuis(_ meer: String...) async throws -> Programma.Uitkomst {
            let woorden = ["migrate", "--from", "sqlite", "--to", "postgresql", "--output", "json"] + meer
            return try await Programma.draai("regie", woorden, map: map.url, omgeving: omgeving)
        }

        func regie(_ woorden: String..., config: String) async throws -> Programma.Uitkomst {
            let alles = woorden + ["--config", config, "--output", "json"]
            return try await Programma.draai("regie", alles, map: map.url, omgeving: omgeving)
        }

        /// Rows of all gemeenten, which only the superuser sees.
        func rijen(_ tabel: String) async throws -> Int {
            Int(try await server.execute("SELECT count(*) FROM regie.\(tabel)", database: database)) ?? -1
        }
    }

    @Test func `een bevolking verhuist, elke rij gelijk, en beide kanten weten ervan`() async throws {
        let proef = try await Proef()
        let logboek = Logproef(map: proef.map.url.appending(path: "logboek"))
        try proef.map.schrijf(
            "regie.yaml",
            try proef.map.lees("regie.yaml")
                + "\nlogboek: { map: logboek, register: \"https://register.example/avg\" }\n"
        )
        // As somebody does who follows the page about PostgreSQL first.
        #expect(try await proef.regie("migrate", config: "nieuw.yaml").code == 0)
        let voor = try await proef.regie("dossier", "list", "--limiet", "500", config: "regie.yaml").uit
        let kijk = try await proef.verhuis("--dry-run")
        #expect(kijk.code == 0, "\(kijk.fout)")
        #expect(try await proef.rijen("dossier") == 0)
        let uitkomst = try await proef.verhuis("--reden", "meer daemons")
        try #require(uitkomst.code == 0, "\(uitkomst.fout)")
        #expect(try logboek.spans().count { $0.naam == "Opslag verhuizen" } == 1)
        let deel = try #require(try JSON.lees(uitkomst.uit)["gemeenten"]?.lijst?.first)
        #expect(deel["dossiers"] == 60)
        #expect(deel["koppen"]?.tekst?.count == 64 && deel["auditKop"]?.tekst?.count == 64)
        let feiten = deel["tabellen"]?.lijst?.first { $0["tabel"] == "gebeurtenis" }
        #expect(feiten?["rijen"] == deel["feiten"] && feiten?["sha256"]?.tekst?.count == 64)
        #expect(try JSON.lees(uitkomst.uit)["verder"]?.tekst?.contains("kind: postgresql") == true)

        let na = try await proef.regie("dossier", "list", "--limiet", "500", config: "nieuw.yaml")
        #expect(na.uit == voor && na.code == 0)
        let bewijs = try await proef.regie("audit", "verify", config: "nieuw.yaml")
        #expect(bewijs.code == 0, "\(bewijs.uit)")
        for config in ["regie.yaml", "nieuw.yaml"] {
            let regels =
                try JSON.lees(try await proef.regie("audit", "list", config: config).uit)["regels"]?.lijst ?? []
            let verhuisd = regels.filter { $0["actie"] == "opslag.verhuis" }
            #expect(verhuisd.compactMap { $0["resultaat"]?.tekst } == ["gelukt", "begonnen"], "\(config)")
            #expect(verhuisd.allSatisfy { $0["reden"] == "meer daemons" })
        }
        // The source works on as it did.
        #expect(try await proef.regie("audit", "verify", config: "regie.yaml").code == 0)
        let nogEens = try await proef.verhuis("--reden", "nog eens")
        #expect(nogEens.code == 1 && nogEens.fout.contains("bestaat-al"), "\(nogEens.fout)")
    }

    @Test func `een bron waarin een byte is veranderd, verhuist niet`() async throws {
        let proef = try await Proef(personen: 8)
        let bestand = proef.map.url.appending(path: "var/data/0363.sqlite").path
        let queue = try DatabaseQueue(path: bestand)
        try await queue.write { db in
            try db.execute(sql: "DROP TRIGGER gebeurtenis_staat_vast")
            let inhoud = try Data.fetchOne(db, sql: "SELECT inhoud FROM gebeurtenis WHERE volgnummer = 2 LIMIT 1")
            var anders = try #require(inhoud)
            anders[anders.count / 2] ^= 1
            try db.execute(sql: "UPDATE gebeurtenis SET inhoud = ? WHERE inhoud = ?", arguments: [anders, inhoud])
        }
        try queue.close()
        let uitkomst = try await proef.verhuis("--reden", "verhuizing")
        #expect(uitkomst.code == 1 && uitkomst.fout.contains("verzegeling-faalt"), "\(uitkomst.fout)")
        #expect(try await proef.rijen("dossier") == 0)
        let regels = try JSON.lees(try await proef.regie("audit", "list", config: "regie.yaml").uit)["regels"]?.lijst
        #expect(regels?.first?["resultaat"] == "verzegeling-faalt")
    }

    @Test func `kill -9 halverwege laat het doel leeg en de bron heel, en daarna lukt het alsnog`() async throws {
        let proef = try await Proef()
        #expect(try await proef.regie("migrate", config: "nieuw.yaml").code == 0)
        // Somebody holds the look-up keys: the move comes as far as that, with all facts in.
        let houder = Task {
            try? await proef.server.execute(
                "BEGIN; LOCK TABLE regie.zoeksleutel IN SHARE MODE; SELECT pg_sleep(60)",
                database: proef.database
            )
        }
        let slot = "SELECT count(*) FROM pg_locks WHERE relation = 'regie.zoeksleutel'::regclass AND mode = 'ShareLock'"
        try await Wachten.tot("het slot is er", binnen: 30) {
            try await proef.server.execute(slot + " AND granted", database: proef.database) == "1"
        }
        let verhuizer = try Programma.start(
            "regie",
            ["migrate", "--from", "sqlite", "--to", "postgresql", "--reden", "verhuizing"],
            map: proef.map.url,
            omgeving: proef.omgeving
        )
        let wacht = "SELECT count(*) FROM pg_locks WHERE relation = 'regie.zoeksleutel'::regclass AND NOT granted"
        try await Wachten.tot("de verhuizing wacht", binnen: 60, toelichting: { verhuizer.foutuitvoer }) {
            try await proef.server.execute(wacht, database: proef.database) == "1"
        }
        await verhuizer.dood()
        try await proef.server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)' AND pid <> pg_backend_pid()"
        )
        _ = await houder.value
        try await Wachten.tot("de server ruimt op", binnen: 30) {
            try await proef.server.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'verhuis_app' AND datname = '\(proef.database)'"
            ) == "0"
        }
        for tabel in ["dossier", "gebeurtenis", "zoeksleutel", "inbox"] {
            #expect(try await proef.rijen(tabel) == 0, "\(tabel)")
        }
        #expect(try await proef.regie("audit", "verify", config: "regie.yaml").code == 0)
        let uitkomst = try await proef.verhuis("--reden", "opnieuw")
        #expect(uitkomst.code == 0, "\(uitkomst.fout)")
        #expect(try await proef.rijen("dossier") == 60)
        #expect(try await proef.regie("audit", "verify", config: "nieuw.yaml").code == 0)
    }

    @Test func `naast een regied, zonder reden, zonder doel of andersom wordt er niet verhuisd`() async throws {
        let proef = try await Proef(personen: 4)
        let regied = try Programma.start("regied", ["--config", "regie.yaml"], map: proef.map.url)
        try await Wachten.tot("regied draait", binnen: 60, toelichting: { regied.foutuitvoer }) {
            (try? proef.map.lees("var/data/regied.lock"))?.contains("\(regied.pid)") == true
        }
        let naast = try await proef.verhuis("--reden", "verhuizing")
        #expect(naast.code == 1 && naast.fout.contains("opslag-bezet"), "\(naast.fout)")
        #expect(await regied.stop() == 0)
        #expect(try await proef.verhuis().code == 2)
        let zonder = try await proef.map.regie(
            "migrate",
            "--from",
            "sqlite",
            "--to",
            "postgresql",
            "--reden",
            "x",
            omgeving: ["REGIE_DATABASE_URL": ""]
        )
        #expect(zonder.code == 2 && zonder.fout.contains("REGIE_DATABASE_URL"), "\(zonder.fout)")
        let andersom = try await proef.map.regie("migrate", "--from", "postgresql", "--to", "sqlite", "--reden", "x")
        #expect(andersom.code == 2)
        let zichtbaar = try await proef.verhuis("--reden", "x", "--url", "postgresql://a:geheim@db/regie")
        #expect(zichtbaar.code == 2 && !zichtbaar.fout.contains("geheim"), "\(zichtbaar.fout)")
        let vanaf = try await Programma.draai(
            "regie",
            ["migrate", "--from", "sqlite", "--to", "postgresql", "--reden", "x", "--config", "nieuw.yaml"],
            map: proef.map.url,
            omgeving: proef.omgeving
        )
        #expect(vanaf.code != 0 && vanaf.fout.contains("niet-ondersteund"), "\(vanaf.fout)")
    }
}
