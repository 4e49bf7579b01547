// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Jobs
import RegieTestKit
import Testing

@testable import RegieRuntime

private let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/config").path()

@Suite struct ConfigTests {
    @Test func `een volledige configuratie komt heel over, met paden vanaf de config`() throws {
        let config = try RegieConfig.load(
            path: fixtures + "/good/volledig.yaml",
            environment: ["REGIE_SLEUTELS": "/run/sleutels"]
        )
        let goed = fixtures + "/good"
        #expect(config.storage == .sqlite(path: goed + "/var/data"))
        #expect(config.keys.path == "/run/sleutels")
        #expect(config.listen.tls?.certificate == goed + "/tls/c.pem")
        #expect(config.beheer == RegieConfig.Listener(address: "::1", port: 8081, tls: nil))
        #expect(config.gemeentecodes.map(\.description) == ["0363", "0599"])
        let code = try #require(Gemeentecode("0363"))
        let amsterdam = try #require(config.gemeenten[code])
        #expect(amsterdam.naam == "Amsterdam" && amsterdam.beleid == goed + "/beleid.yaml")
        #expect(config.ketenpartners.duo?.url == "https://duo.example/v1")
        #expect(config.ketenpartners.coa?.inbox == "/srv/coa")
        #expect(config.schedules["termijnbewaking"]?.cron.description == "30 3 * * ma-vr")
        #expect(config.schedules["auditketen"]?.inhalen == .geen)
        #expect(config.schedules["inbox"]?.cron.description == "*/1 * * * *")
        #expect(config.workers == 2 && config.bewaarDagen == 90 && config.nachtdeel == 500 && config.logLevel == .debug)
        #expect(config.wet == goed + "/wet")
    }

    @Test func `elke waarde zegt waar zij vandaan komt, en geen geheim staat er open`() throws {
        let regels = try RegieConfig.load(
            path: fixtures + "/good/volledig.yaml",
            environment: ["REGIE_SLEUTELS": "/run/s"]
        ).effective()
        func regel(_ sleutel: String) throws -> ConfigRegel {
            try #require(regels.first { $0.sleutel == sleutel }, "\(sleutel)")
        }
        #expect(try regel("keys").herkomst.description == "env REGIE_SLEUTELS")
        #expect(try regel("gemeenten.0599.naam").herkomst.description == fixtures + "/good/volledig.yaml:10")
        #expect(try regel("schedules.outbox").herkomst == .standaard)
        #expect(try regel("schedules.auditketen.inhalen").waarde == "geen")
        #expect(try regel("ketenpartners.uwv.url").waarde == "http://***@127.0.0.1:9080/suwinet")
        #expect(!regels.contains { $0.waarde.contains("geheim") })
    }

    @Test func `het minste is genoeg; de rest heeft een standaard`() throws {
        let config = try RegieConfig.load(path: fixtures + "/good/minimaal.yaml", environment: [:])
        #expect(config.listen == RegieConfig.Listener(address: "127.0.0.1", port: 8080, tls: nil))
        #expect(config.beheer == nil && config.ketenpartners.duo == nil)
        #expect(
            Set(config.schedules.keys) == [
                "inbox", "outbox", "termijnbewaking", "auditketen", "onderhoud", "verzegeling",
            ]
        )
        #expect(config.bewaarDagen == 30 && config.nachtdeel == 2_000)
    }

    @Test(arguments: [("", 7_305), (", bewaarDagen: 400", 400), (", bewaarDagen: 365", nil), (", bewaarDagen: 0", nil)])
    func `het logboek blijft twintig jaar, of wat de gemeente zegt als dat meer is dan een jaar`(
        regel: String,
        dagen: Int?
    ) throws {
        let map = try TemporaryDirectory()
        let pad = "\(map.path)/regie.yaml"
        let minimaal = try String(contentsOfFile: fixtures + "/good/minimaal.yaml", encoding: .utf8)
        let logboek = "logboek: { map: logboek, register: \"https://register.example\"\(regel) }\n"
        try FileManager.default.createDirectory(atPath: "\(map.path)/wet", withIntermediateDirectories: true)
        try Data((minimaal + "\n" + logboek).utf8).write(to: URL(filePath: pad))
        let (config, fouten) = RegieConfig.check(path: pad, environment: [:])
        #expect(config?.logboek?.bewaarDagen == dagen, "\(fouten)")
        if dagen == nil { #expect(fouten.contains { $0.wat.contains("366 tot en met 36525") }, "\(fouten)") }
    }

    @Test func `de verbinding van de eigenaar mag ontbreken waar alleen regied draait`() throws {
        let map = try TemporaryDirectory()
        let pad = "\(map.path)/regie.yaml"
        let minimaal = try String(contentsOfFile: fixtures + "/good/minimaal.yaml", encoding: .utf8)
        let oud = try #require(minimaal.split(separator: "\n").first { $0.hasPrefix("storage:") })
        let opslag = "storage: { kind: postgresql, url: \"env:APP\", migratieUrl: \"env:EIGENAAR\" }"
        try FileManager.default.createDirectory(atPath: "\(map.path)/wet", withIntermediateDirectories: true)
        try Data(minimaal.replacing(oud, with: opslag).utf8).write(to: URL(filePath: pad))
        func verbindingen(_ omgeving: [String: String]) throws -> RegieConfig.PostgreSQL? {
            guard case .postgresql(let server) = try RegieConfig.load(path: pad, environment: omgeving).storage else {
                return nil
            }
            return server
        }
        let zonder = try #require(try verbindingen(["APP": "postgresql://regie_app@db/regie"]))
        #expect(zonder.migratieURL == nil && zonder.legeMigratieVariabele == "EIGENAAR")
        let met = try verbindingen(["APP": "postgresql://regie_app@db/regie", "EIGENAAR": "postgresql://e@db/regie"])
        #expect(met?.migratieURL == "postgresql://e@db/regie" && met?.legeMigratieVariabele == nil)
        #expect(throws: RegieFout.self) { try verbindingen(["EIGENAAR": "postgresql://e@db/regie"]) }
    }

    @Test(arguments: [
        ("onbekende-sleutel", 5, "'storag' is niet bekend", "'storage'"),
        ("onbekende-sleutel-binnenin", 6, "'adress' is niet bekend in 'listen'", "'address'"),
        ("gemeentecode", 5, "'363' is geen gemeentecode", "0363"),
        ("oin", 7, "twintig cijfers", "00000001002564440000"),
        ("poort", 5, "'acht'", "8080"),
        ("poort-te-hoog", 5, "1 tot en met 65535", "8080"),
        ("open-zonder-tls", 7, "0.0.0.0 zonder TLS", "tls:"),
        ("partner-zonder-tls", 8, "onversleuteld", "https://"),
        ("partner-https-zonder-certificaat", 6, "'ketenpartners.duo.tls' ontbreekt", "certificate"),
        ("postgresql", 1, "omgevingsvariabele X", "omgeving"),
        ("geen-blok", 1, "'storage' moet een blok", "kind"),
        ("storage-ontbreekt", 1, "'storage' ontbreekt", "kind: sqlite"),
        ("onbekend-schema", 6, "'termijnbewakking' is niet bekend", "'termijnbewaking'"),
        ("cron", 6, "0 tot en met 23", "vijf velden"),
        ("inhalen", 6, "'soms'", "laatste"),
        ("beleid-weg", 5, "weg.yaml", "telt vanaf"),
        ("logniveau", 6, "'luid'", "info"),
        ("dubbel", 2, "tweemaal: keys", ""),
        ("geen-yaml", 2, "geen YAML", "inspringen"),
        ("omgeving", 2, "BESTAAT_NIET", "omgeving"),
        ("oin-dubbel", 6, "ook dat van gemeente 0363", "eigen OIN"),
        ("geen-gemeenten", 4, "geen gemeente", "0363"),
        ("beheer-zonder-poort", 5, "'beheer.port' ontbreekt", "port"),
    ])
    func `een fout in de configuratie zegt waar, wat, en wat eraan te doen is`(
        naam: String,
        regel: Int,
        wat: String,
        doen: String
    ) throws {
        let bestand = "\(fixtures)/bad/\(naam).yaml"
        let fout = try #require(throws: RegieFout.self) { try RegieConfig.load(path: bestand, environment: [:]) }
        #expect(fout.code == .configOngeldig)
        #expect(fout.waar == "\(bestand):\(regel)", "\(fout)")
        #expect(fout.wat.contains(wat), "\(fout)")
        #expect(doen.isEmpty || fout.watTeDoen.contains(doen), "\(fout)")
    }

    @Test func `elk slecht voorbeeld is getoetst en geen goed voorbeeld is slecht`() throws {
        for bestand in try FileManager.default.contentsOfDirectory(atPath: fixtures + "/bad") {
            #expect(RegieConfig.check(path: "\(fixtures)/bad/\(bestand)", environment: [:]).config == nil, "\(bestand)")
        }
    }

    @Test func `alle fouten komen tegelijk`() throws {
        let map = FileManager.default.temporaryDirectory.appending(path: "regie-config-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        let bestand = map.appending(path: "regie.yaml").path()
        try Data("storage: { kind: sqlit, path: d }\nkey: k\nlisten: { port: 0 }\n".utf8).write(
            to: URL(filePath: bestand)
        )
        let fouten = RegieConfig.check(path: bestand, environment: [:]).fouten
        #expect(fouten.count >= 5)
        #expect(fouten.allSatisfy { $0.waar?.hasPrefix(bestand) == true })
    }

    @Test func `zonder --config telt REGIE_CONFIG, en een bestand dat er niet is zegt waar is gezocht`() throws {
        let config = try RegieConfig.load(path: nil, environment: ["REGIE_CONFIG": fixtures + "/good/minimaal.yaml"])
        #expect(config.file == fixtures + "/good/minimaal.yaml")
        let fout = try #require(throws: RegieFout.self) {
            try RegieConfig.load(path: "/bestaat/niet.yaml", environment: [:])
        }
        #expect(fout.wat.contains("/bestaat/niet.yaml") && fout.watTeDoen.contains("regie init"))
    }

    @Test(arguments: ["klein", "regio"])
    func `de voorbeelden in config/ zijn geldig`(naam: String) throws {
        let wortel = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let (config, fouten) = RegieConfig.check(path: wortel.path() + "config/\(naam)/regie.yaml", environment: [:])
        #expect(config != nil, "\(fouten)")
    }

    @Test func `het voorbeeld van een grote gemeente mist alleen de bestanden van die gemeente`() throws {
        let wortel = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let (_, fouten) = RegieConfig.check(
            path: wortel.path() + "config/g4/regie.yaml",
            environment: [
                "CREDENTIALS_DIRECTORY": "/run/c",
                "REGIE_DATABASE_URL": "postgresql://regie_app@db/regie?sslmode=verify-full",
                "REGIE_MIGRATIE_URL": "postgresql://regie_eigenaar@db/regie?sslmode=verify-full",
            ]
        )
        #expect(!fouten.isEmpty && fouten.allSatisfy { $0.wat.contains("/etc/regie/tls/") }, "\(fouten)")
        // All at once: who has to bring three files must not hear of them one by one.
        let blokken = Set(fouten.compactMap { $0.wat.split(separator: "'").dropFirst().first })
        for blok in ["listen.tls", "ketenpartners.duo.tls"] {
            for deel in ["certificate", "key", "ca"] { #expect(blokken.contains("\(blok).\(deel)"), "\(blokken)") }
        }
    }

    @Test func `de wet wordt gevonden naast de config, bij het programma of hoger`() throws {
        let plekken = Wetmap.plekken(configmap: "/srv/regie", programma: "/opt/bouw/.build/debug/regied")
        #expect(plekken.first == "/srv/regie/wet")
        #expect(plekken.contains("/opt/bouw/config/wet") && plekken.last == "/usr/share/regie/wet")
        #expect(Wetmap.zoek(configmap: fixtures + "/good") == fixtures + "/good/wet")
    }
}
