// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime
import Sealing
import StoragePostgreSQL

struct Init: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Maak een installatie: configuratie, sleutels, en op SQLite de database.",
        discussion: """
            Op PostgreSQL (--storage postgresql) raakt deze opdracht de database niet aan: zij zegt wat de beheerder van \
            PostgreSQL eenmaal maakt, 'regie migrate' maakt daarna het schema, en 'regie doctor' zegt wat er nog ontbreekt.
            """
    )

    @Argument(help: .init("Lege of nieuwe map.", valueName: "map")) var map: String
    @Option(help: .init("CBS-code van de gemeente.", valueName: "code")) var gemeente: Gemeentecode
    @Option(help: .init("Naam van de gemeente.", valueName: "naam")) var naam: String
    @Option(help: .init("OIN van de gemeente (oinregister.logius.nl).", valueName: "oin")) var oin: OIN?
    @Option(help: .init("Adres van DUO.", valueName: "url")) var duoUrl: String = "http://127.0.0.1:9080/v1"
    @Option(help: .init("OIN van DUO.", valueName: "oin")) var duoOin: OIN?
    @Option(help: .init("Poort waarop regied luistert.", valueName: "poort")) var poort: Int = 8080
    @Option(help: .init("Soort opslag: sqlite of postgresql.", valueName: "soort")) var storage: Opslagsoort = .sqlite
    @Option(
        help: .init(
            "PostgreSQL: verbinding van de toepassing, met env:NAAM uit de omgeving (\(Verbinding.url)).",
            valueName: "verbinding"
        )
    )
    var url: String?
    @Option(
        help: .init(
            "PostgreSQL: verbinding van de eigenaar van het schema (\(Verbinding.migratieUrl)).",
            valueName: "verbinding"
        )
    )
    var migratieUrl: String?
    @Option(help: .init("Waarom; komt in het auditlog.", valueName: "tekst")) var reden: String?
    @Option(help: .init("Vorm van de uitvoer.", valueName: "vorm")) var output: Vorm = .table

    var vorm: Vorm { output }

    func validate() throws {
        guard (1...65_535).contains(poort) else { throw ValidationError("--poort loopt van 1 tot en met 65535.") }
        guard !naam.allSatisfy(\.isWhitespace), !naam.contains(where: \.isNewline) else {
            throw ValidationError("--naam is leeg of heeft meer regels.")
        }
        let verbindingen = [url, migratieUrl].compactMap { $0 }
        guard storage == .postgresql || verbindingen.isEmpty else {
            throw ValidationError("--url en --migratie-url horen bij --storage postgresql.")
        }
        guard storage == .sqlite || reden == nil else {
            throw ValidationError("Op PostgreSQL is er nog geen auditlog: geef --reden bij 'regie migrate'.")
        }
        for tekst in verbindingen where tekst.contains(where: { $0.isNewline || $0 == "\"" || $0 == "\\" }) {
            throw ValidationError("Een verbinding heeft geen aanhalingstekens, backslashes of meer regels.")
        }
        try Verbinding.controleer(verbindingen)
    }

    func voerUit() async throws -> Antwoord {
        let installatiemap = try Installatiemap(map)
        do {
            try installatiemap.schrijf("regie.yaml", Beginbestanden.regie(self))
            try installatiemap.schrijf("gemeenten/\(gemeente)/beleid.yaml", Beginbestanden.beleid(naam))
            let config = try RegieConfig.load(
                path: installatiemap.pad + "/regie.yaml",
                environment: storage == .sqlite ? [:] : omgeving
            )
            try KeyRing.generate(gemeente, in: config.keys.path)
            if storage == .postgresql { return opPostgreSQL(installatiemap.pad) }
            try installatiemap.maakMap("var/data")
            let migraties = try await openen(config)
            return antwoord(installatiemap.pad, migraties)
        } catch {
            // Half an installation would be refused the next time, because the folder is no longer empty.
            installatiemap.ruimOp()
            throw error
        }
    }

    private func openen(_ config: RegieConfig) async throws -> [String] {
        let installatie = try await Installatie.open(config)
        do {
            let migraties = try await installatie.migrate(gemeente)
            let toegang = OSGebruiker.toegang(.beheerder, doel: "installatie.maak")
            let store = try await installatie.store(gemeente, als: toegang)
            try await store.log(
                AuditRegel(
                    toegang.doel,
                    object: gemeente.description,
                    door: toegang,
                    op: installatie.klok.nu,
                    reden: reden
                )
            )
            await installatie.sluit()
            return migraties
        } catch {
            await installatie.sluit()
            throw error
        }
    }

    private func antwoord(_ pad: String, _ migraties: [String]) -> Antwoord {
        let config = "\(pad)/regie.yaml"
        let stappen = [
            "regie doctor --config \(config)", "regied --config \(config)", "regie werkvoorraad --config \(config)",
        ]
        return Antwoord(
            json: [
                "map": .tekst(pad), "config": .tekst(config), "gemeente": gemeente.json, "migraties": migraties.json,
                "stappen": stappen.json,
            ],
            tabel: .gegevens([
                ("map", pad), ("configuratie", config), ("sleutels", "\(pad)/var/keys"),
                ("database", "\(pad)/var/data"),
            ]),
            melding: (["", "Klaar. Verder met:"] + stappen.map { "  \($0)" }
                + (oin == nil ? ["Controleer het OIN van de gemeente in \(config)."] : [])).joined(separator: "\n")
        )
    }
}

extension Init {
    /// The environment, with something in the variables that the configuration names: whether they are set matters to whoever
    /// runs it.
    fileprivate var omgeving: [String: String] {
        var omgeving = ProcessInfo.processInfo.environment
        for tekst in [url ?? Verbinding.url, migratieUrl ?? Verbinding.migratieUrl] where tekst.hasPrefix("env:") {
            let naam = String(tekst.dropFirst(4))
            if (omgeving[naam] ?? "").isEmpty { omgeving[naam] = "postgresql:///" }
        }
        return omgeving
    }

    private func waarde(_ verbinding: String?, _ standaard: String) -> String? {
        let tekst = verbinding ?? standaard
        guard tekst.hasPrefix("env:") else { return tekst }
        return ProcessInfo.processInfo.environment[String(tekst.dropFirst(4))].flatMap { $0.isEmpty ? nil : $0 }
    }

    fileprivate func opPostgreSQL(_ pad: String) -> Antwoord {
        let config = "\(pad)/regie.yaml"
        let rollen = DatabaseRoles(
            url: waarde(url, Verbinding.url),
            ownerURL: waarde(migratieUrl, Verbinding.migratieUrl)
        )
        let stappen = [
            "regie migrate --config \(config)", "regie doctor --config \(config)", "regied --config \(config)",
        ]
        let database = rollen.statements
        return Antwoord(
            json: [
                "map": .tekst(pad), "config": .tekst(config), "gemeente": gemeente.json, "migraties": .lijst([]),
                "database": database.json, "stappen": stappen.json,
            ],
            tabel: .gegevens([("map", pad), ("configuratie", config), ("sleutels", "\(pad)/var/keys")]),
            melding: (["", "De database is nog niet aangeraakt. Als beheerder van PostgreSQL, eenmaal:"]
                + database.map { "  \($0);" }
                + [
                    "Hoe de rollen inloggen (wachtwoord, certificaat), regelt u daar. Zet de verbindingen in de omgeving:",
                    "  \(Verbinding.heet(url ?? Verbinding.url)): \(rollen.example(rollen.application))",
                    "  \(Verbinding.heet(migratieUrl ?? Verbinding.migratieUrl)), alleen voor 'regie migrate': "
                        + rollen.example(rollen.owner), "Verder met:",
                ] + stappen.map { "  \($0)" }
                + ["Elke machine krijgt dezelfde configuratie en dezelfde sleutels."]
                + (oin == nil ? ["Controleer het OIN van de gemeente in \(config)."] : [])).joined(separator: "\n")
        )
    }
}
