// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime
import Sealing

struct Init: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Maak een werkende installatie op SQLite: configuratie, sleutels en database."
    )

    @Argument(help: .init("Lege of nieuwe map.", valueName: "map")) var map: String
    @Option(help: .init("CBS-code van de gemeente.", valueName: "code")) var gemeente: Gemeentecode
    @Option(help: .init("Naam van de gemeente.", valueName: "naam")) var naam: String
    @Option(help: .init("OIN van de gemeente (oinregister.logius.nl).", valueName: "oin")) var oin: OIN?
    @Option(help: .init("Adres van DUO.", valueName: "url")) var duoUrl: String = "http://127.0.0.1:9080/v1"
    @Option(help: .init("OIN van DUO.", valueName: "oin")) var duoOin: OIN?
    @Option(help: .init("Poort waarop regied luistert.", valueName: "poort")) var poort: Int = 8080
    @Option(help: .init("Waarom; komt in het auditlog.", valueName: "tekst")) var reden: String?
    @Option(help: .init("Vorm van de uitvoer.", valueName: "vorm")) var output: Vorm = .table

    var vorm: Vorm { output }

    func validate() throws {
        guard (1...65_535).contains(poort) else { throw ValidationError("--poort loopt van 1 tot en met 65535.") }
        guard !naam.allSatisfy(\.isWhitespace), !naam.contains(where: \.isNewline) else {
            throw ValidationError("--naam is leeg of heeft meer regels.")
        }
    }

    func voerUit() async throws -> Antwoord {
        let installatiemap = try Installatiemap(map)
        do {
            try installatiemap.schrijf("regie.yaml", Beginbestanden.regie(self))
            try installatiemap.schrijf("gemeenten/\(gemeente)/beleid.yaml", Beginbestanden.beleid(naam))
            let config = try RegieConfig.load(path: installatiemap.pad + "/regie.yaml", environment: [:])
            try KeyRing.generate(gemeente, in: config.keys.path)
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
