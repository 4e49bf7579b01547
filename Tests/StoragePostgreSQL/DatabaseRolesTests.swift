// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import Testing

@testable import StoragePostgreSQL

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(2)))
struct `Wat de beheerder van PostgreSQL eenmaal maakt` {
    @Test(arguments: [
        // In the order of libpq: `password` takes all up to the closing quote.
        ("host=db user=regie_app password='x dbname=GEHEIM y' dbname=stad", "regie_app", "stad"),
        // A `/` that is not percent-encoded cuts a URI in two: what comes after is no name of a database.
        ("postgresql://regie_app:12/GEHEIM@127.0.0.1/regie", nil, "regie"),
        ("postgresql://app@x:GEHEIM@db/regie", "app", "regie"),
        ("host=db user='GEHEIM", "regie_app", "regie"),
        ("postgresql://app%40server:pw@db/stad", "regie_app", "stad"),
        ("postgresql://app:pw@db/stad?user=ander&dbname=dorp", "ander", "dorp"),
        ("postgresql://app:pw@db", "app", "app"),
        ("user=app host=db", "app", "app"),
        ("user = app  dbname = 'de stad'", "app", "de stad"),
    ])
    func `namen zijn wat libpq voor namen houdt, en nooit een stuk van een wachtwoord`(
        url: String,
        rol: String?,
        database: String
    ) {
        let rollen = DatabaseRoles(url: url, ownerURL: nil)
        if let rol { #expect(rollen.application == rol) }
        #expect(rollen.database == database)
        #expect(rollen.owner == "regie_eigenaar")
        #expect(!rollen.statements.joined().contains("GEHEIM"), "\(rollen)")
    }

    @Test func `zonder verbinding gelden de namen uit het handboek, en van een rol in beide wordt er een gemaakt`() {
        #expect(
            DatabaseRoles(url: nil, ownerURL: nil).statements == [
                #"CREATE ROLE "regie_eigenaar" LOGIN"#, #"CREATE ROLE "regie_app" LOGIN"#,
                #"CREATE DATABASE "regie" OWNER "regie_eigenaar""#,
            ]
        )
        let een = [#"CREATE ROLE "app" LOGIN"#, #"CREATE DATABASE "regie" OWNER "app""#]
        let url = "postgresql://app@db/regie"
        #expect(DatabaseRoles(url: url, ownerURL: url).statements == een)
        #expect(DatabaseRoles(url: url, ownerURL: nil, ownerIsApplication: true).statements == een)
        #expect(DatabaseRoles(url: nil, ownerURL: "user=baas dbname=stad").database == "stad")
    }

    private static func sleutels() throws -> KeyRing {
        let map = FileManager.default.temporaryDirectory.appending(path: "rollen-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: map) }
        try KeyRing.generate(TestData.gemeente, in: map)
        return try KeyRing.load(from: map, credentials: nil)
    }

    @Test func `de opdrachten werken, ook voor namen die in SQL iets anders zijn, en het voorbeeld wijst ernaar`()
        async throws
    {
        let server = try await PostgresServer.start()
        let rollen = DatabaseRoles(
            url: "user=order dbname='Grote \"stad\" ?#'",
            ownerURL: "user=user dbname=order"
        )
        for opdracht in rollen.statements { try await server.execute(opdracht) }
        let voorbeeld = rollen.example(rollen.application)
        let url =
            voorbeeld.replacing("@HOST/", with: "@/").replacing("sslmode=verify-full", with: "sslmode=disable")
            + "&host=\(server.map.path)&port=\(server.port)"
        let engine = PostgreSQLEngine(.init(url: url, pool: 2), keys: try Self.sleutels())
        let stand = try await engine.inspect(TestData.gemeente)
        #expect(!stand.pending.isEmpty, "de rol komt in de database")
        await engine.close()
        await server.stop()
    }

    @Test func `wat er nog moet komen wordt gezegd als het ontbreekt, en niet als de server weg is of iets niet mag`()
        async throws
    {
        let server = try await PostgresServer.start()
        let ring = try Self.sleutels()
        func wat(_ url: String) async -> String {
            let engine = PostgreSQLEngine(.init(url: url, pool: 2), keys: ring)
            var gezegd = ""
            do throws(RegieFout) { _ = try await engine.inspect(TestData.gemeente) } catch {
                gezegd = error.description
            }
            await engine.close()
            return gezegd
        }
        try await server.execute("CREATE ROLE er_is LOGIN")
        let plaats = "host=\(server.map.path) port=\(server.port)"
        let rol = await wat("\(plaats) user=nieuw dbname=postgres")
        #expect(rol.contains(#"CREATE ROLE "nieuw" LOGIN; CREATE DATABASE "postgres" OWNER "nieuw""#), "\(rol)")
        #expect(rol.contains("28000") && rol.contains(#"FATAL:  role "nieuw""#), "\(rol)")
        let database = await wat("\(plaats) user=er_is dbname=nieuw")
        #expect(database.contains(#"CREATE DATABASE "nieuw""#) && database.contains("3D000"), "\(database)")
        try await server.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC")
        let dicht = await wat("\(plaats) user=er_is dbname=postgres")
        #expect(dicht.contains("42501") && !dicht.contains("CREATE"), "\(dicht)")
        await server.stop()
        let weg = await wat("\(plaats) user=er_is dbname=postgres")
        #expect(weg.contains("niet te bereiken") && !weg.contains("CREATE"), "\(weg)")
    }

    @Test(arguments: [
        ("host=db user=a password = GEHEIM", ConnectionStringFlaw.secret),
        ("postgresql://a:GEHEIM@db/regie", .secret),
        ("postgresql://a@db/regie?password=GEHEIM", .secret),
        ("postgresql://a@db/regie?sslpassword=GEHEIM", .secret),
        ("postgresql://a:ge/heim@host/regie", .unreadable),
        ("postgresql://a@x:ge@host/regie", .unreadable),
        ("postgresql://a:ge:heim/x", .unreadable),
        ("host=db GEHEIM", .unreadable),
    ])
    func `een wachtwoord in een verbinding wordt gezien, hoe het er ook in staat`(
        tekst: String,
        gebrek: ConnectionStringFlaw
    ) {
        #expect(ConnectionStringFlaw.of(tekst) == gebrek)
    }

    @Test(arguments: [
        "postgresql://regie-app@db.intern/regie?sslmode=verify-full", "host=/run/postgresql user=a dbname=b",
        "postgresql://a@[::1]:5432,db:5433/regie?target_session_attrs=read-write", "postgresql:///regie",
        "service=regie",
    ])
    func `een verbinding zonder wachtwoord mag`(tekst: String) { #expect(ConnectionStringFlaw.of(tekst) == nil) }
}
