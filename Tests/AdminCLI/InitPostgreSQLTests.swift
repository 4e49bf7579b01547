// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

/// `regie init --storage postgresql`, with the real program on a real and empty PostgreSQL.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(3)))
struct InitPostgreSQLTests {
    private func doctor(_ map: Proefmap, _ omgeving: [String: String]) async throws -> (code: Int32, json: JSON) {
        let uit = try await map.regie(
            "doctor",
            "--config",
            "stad/regie.yaml",
            "--output",
            "json",
            omgeving: omgeving
        )
        return (uit.code, try JSON.lees(uit.uit))
    }

    private func bevinding(_ json: JSON, _ onderdeel: String) -> (stand: String?, wat: String, watTeDoen: String)? {
        json["bevindingen"]?.lijst?.first { $0["onderdeel"]?.tekst?.hasPrefix(onderdeel) == true }.map {
            ($0["stand"]?.tekst, $0["wat"]?.tekst ?? "", $0["watTeDoen"]?.tekst ?? "")
        }
    }

    @Test func `van een lege database naar een gezonde installatie, en doctor zegt telkens wat er nog moet`()
        async throws
    {
        // Durable, as one of a gemeente is: else that is what doctor finds.
        let server = try await PostgresServer.start(settings: ["fsync": "on", "full_page_writes": "on"])
        let map = try Proefmap()
        let app = ["REGIE_DATABASE_URL": "host=\(server.map.path) port=\(server.port) dbname=stad user=stad_app"]
        let eigenaar = ["REGIE_MIGRATIE_URL": "host=\(server.map.path) port=\(server.port) dbname=stad user=stad_baas"]
        let alles = app.merging(eigenaar) { $1 }
        let eerste = try await map.regie(
            "init",
            "stad",
            "--gemeente",
            "0363",
            "--naam",
            "Amsterdam",
            "--storage",
            "postgresql",
            "--output",
            "json",
            omgeving: alles
        )
        try #require(eerste.code == 0, "\(eerste.fout)")
        let antwoord = try JSON.lees(eerste.uit)
        let opdrachten = antwoord["database"]?.lijst?.compactMap(\.tekst) ?? []
        #expect(
            opdrachten == [
                #"CREATE ROLE "stad_baas" LOGIN"#, #"CREATE ROLE "stad_app" LOGIN"#,
                #"CREATE DATABASE "stad" OWNER "stad_baas""#,
            ]
        )
        #expect(antwoord["stappen"]?.lijst?.first?.tekst?.hasPrefix("regie migrate") == true)
        #expect(FileManager.default.fileExists(atPath: map.url.appending(path: "stad/var/keys/0363.key").path))
        #expect(!FileManager.default.fileExists(atPath: map.url.appending(path: "stad/var/data").path))
        #expect(!(try map.lees("stad/regie.yaml")).contains("stad_app"), "de verbinding blijft in de omgeving")

        let leeg = try await doctor(map, [:])
        #expect(leeg.code == 6)
        #expect(bevinding(leeg.json, "configuratie")?.wat.contains("REGIE_DATABASE_URL") == true, "\(leeg.json)")
        let zonder = try await doctor(map, app)
        #expect(zonder.code == 6)
        let rollen = try #require(bevinding(zonder.json, "opslag 0363"), "\(zonder.json)")
        #expect(rollen.stand == "bevinding" && rollen.watTeDoen.contains(#"CREATE ROLE "stad_app" LOGIN"#), "\(rollen)")
        #expect(rollen.watTeDoen.contains("regie migrate"))
        #expect(rollen.watTeDoen.contains(#"OWNER "regie_eigenaar""#), "wie de eigenaar is, weet deze omgeving niet")

        // By the words that it gave.
        for opdracht in opdrachten { try await server.execute(opdracht) }
        let kaal = try await doctor(map, app)
        #expect(kaal.code == 6)
        let schema = try #require(bevinding(kaal.json, "opslag 0363"), "\(kaal.json)")
        #expect(schema.watTeDoen == "Draai 'regie migrate'.", "\(schema)")
        #expect(kaal.json["bevindingen"]?.lijst?.count { $0["stand"] == "bevinding" } == 1, "\(kaal.json)")

        let verkeerd = try await map.regie("migrate", "--config", "stad/regie.yaml", omgeving: app)
        #expect(verkeerd.code == 2 && verkeerd.fout.contains("REGIE_MIGRATIE_URL is leeg"), "\(verkeerd.fout)")
        let migratie = try await map.regie("migrate", "--config", "stad/regie.yaml", omgeving: alles)
        #expect(migratie.code == 0, "\(migratie.fout)")
        let klaar = try await doctor(map, app)
        #expect(klaar.code == 0, "\(klaar.json)")
        #expect(bevinding(klaar.json, "opslag 0363")?.stand == "goed")
        // Also when the schema is current, for there may be rights to give: else it would say "was bij" and give none.
        let vergeten = try await map.regie("migrate", "--config", "stad/regie.yaml", omgeving: app)
        #expect(vergeten.code == 2 && vergeten.fout.contains("REGIE_MIGRATIE_URL is leeg"), "\(vergeten.fout)")
        #expect(try await map.regie("migrate", "--config", "stad/regie.yaml", "--dry-run", omgeving: app).code == 0)

        // And it works: also the log of whose data was looked at, which stands on this machine.
        try map.schrijf(
            "stad/regie.yaml",
            try map.lees("stad/regie.yaml") + "logboek: { map: logboek, register: \"https://register.example/avg\" }\n"
        )
        let feit = try map.schrijf(
            "plicht.json",
            #"{"soort":"InburgeringsplichtVastgesteld","begindatum":"2024-01-10","datumKennisgeving":"2024-01-15","doelgroep":"Asielstatushouder","bron":"DUO"}"#
        )
        let nieuw = try await map.regie(
            "gebeurtenis",
            "add",
            "nieuw",
            "--file",
            feit,
            "--bsn",
            "-",
            "--reden",
            "proef",
            "--config",
            "stad/regie.yaml",
            "--output",
            "json",
            invoer: Proefpersoon.bsn + "\n",
            omgeving: app
        )
        let id = try #require(try JSON.lees(nieuw.uit)["id"]?.tekst, "\(nieuw.fout)")
        for woorden in [["dossier", "show", id], ["dossier", "explain", id]] {
            let kijk = try await Programma.draai(
                "regie",
                woorden + ["--config", "stad/regie.yaml"],
                map: map.url,
                omgeving: app
            )
            #expect(kijk.code == 0, "\(kijk.fout)")
        }
        let toon = try await map.regie(
            "logboek",
            "toon",
            id,
            "--config",
            "stad/regie.yaml",
            "--output",
            "json",
            omgeving: app
        )
        try #require(toon.code == 0, "\(toon.fout)")
        let regels = try #require(try JSON.lees(toon.uit)["regels"]?.lijst, "\(toon.uit)")
        let namen = regels.compactMap { $0["wat"]?.tekst ?? $0["naam"]?.tekst }
        #expect(namen.contains("Dossier bekijken"), "\(toon.uit)")
        #expect(!toon.uit.contains(Proefpersoon.bsn))
        await server.stop()
    }

    @Test(arguments: [
        (["--storage", "postgresql", "--url", "postgresql://app:geheim@db/regie"], "wachtwoord"),
        (["--storage", "postgresql", "--migratie-url", "host=db user=e password = geheim"], "wachtwoord"),
        (["--storage", "postgresql", "--url", "postgresql://app:ge/geheim@db/regie"], "niet te lezen"),
        (["--url", "postgresql://app@db/regie"], "--storage postgresql"),
        (["--storage", "postgresql", "--reden", "begin"], "regie migrate"),
        (["--storage", "postgres"], "'sqlite' of 'postgresql'"),
    ])
    func `wat niet past wordt geweigerd voordat er iets is gemaakt`(woorden: [String], melding: String) async throws {
        let map = try Proefmap()
        let alles = ["init", "stad", "--gemeente", "0363", "--naam", "Amsterdam"] + woorden
        let uit = try await Programma.draai("regie", alles, map: map.url)
        #expect(uit.code == 2 && uit.fout.contains(melding), "\(uit.fout)")
        #expect(!(uit.fout + uit.uit).contains("geheim"), "\(uit.fout)")
        #expect(!FileManager.default.fileExists(atPath: map.url.appending(path: "stad").path))
    }

    @Test func `een verbinding zonder wachtwoord mag in de configuratie, met de namen erin`() async throws {
        let map = try Proefmap()
        let uit = try await map.regie(
            "init",
            "stad",
            "--gemeente",
            "0363",
            "--naam",
            "Amsterdam",
            "--storage",
            "postgresql",
            "--url",
            "postgresql://regie-app@db.intern/regie?sslmode=verify-full",
            "--migratie-url",
            "env:EIGENAAR",
            "--output",
            "json"
        )
        try #require(uit.code == 0, "\(uit.fout)")
        #expect(
            try JSON.lees(uit.uit)["database"]?.lijst?.compactMap(\.tekst) == [
                #"CREATE ROLE "regie_eigenaar" LOGIN"#, #"CREATE ROLE "regie-app" LOGIN"#,
                #"CREATE DATABASE "regie" OWNER "regie_eigenaar""#,
            ]
        )
        #expect(try await map.regie("config", "check", "--config", "stad/regie.yaml").code == 0)
        // In words, for who has no eye for JSON.
        let woorden = ["init", "tweede", "--gemeente", "0363", "--naam", "Amsterdam", "--storage", "postgresql"]
        let leesbaar = try await Programma.draai("regie", woorden, map: map.url).fout
        #expect(leesbaar.contains(#"CREATE DATABASE "regie" OWNER "regie_eigenaar";"#), "\(leesbaar)")
        #expect(leesbaar.contains("env:REGIE_MIGRATIE_URL, alleen voor 'regie migrate': postgresql://regie_eigenaar@"))
        let uitgeschreven = ["init", "derde", "--gemeente", "0363", "--naam", "Amsterdam", "--storage", "postgresql"]
        let derde = try await Programma.draai(
            "regie",
            uitgeschreven + ["--url", "postgresql://app@db.intern/regie?sslmode=require"],
            map: map.url
        )
        #expect(derde.code == 0 && derde.fout.contains(#"CREATE ROLE "app" LOGIN;"#), "\(derde.fout)")
        #expect(!(derde.fout + derde.uit).contains("db.intern"), "een uitgeschreven verbinding wordt niet herhaald")
        let tekst = try map.lees("stad/regie.yaml")
        #expect(tekst.contains("env:EIGENAAR") && tekst.contains("regie-app@db.intern"))
    }
}
