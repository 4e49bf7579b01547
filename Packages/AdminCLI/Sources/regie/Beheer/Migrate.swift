// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct Migrate: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Breng de opslag van alle gemeenten op de versie van dit programma, of verhuis haar.",
        discussion: """
            Veilig als er meer tegelijk beginnen; wat al bij is blijft zoals het is.

            Met --from sqlite --to postgresql verhuist de opslag van deze configuratie naar een lege database: elke gemeente \
            in één transactie, daarna teruggelezen en gelijk bevonden. Stop regied eerst. De bron blijft zoals zij was.
            """
    )

    @Option(help: .init("Waarom; komt in het auditlog.", valueName: "tekst")) var reden: String?
    @Flag(name: .customLong("dry-run"), help: "Toon wat er zou gebeuren.") var proef = false
    @OptionGroup(title: "Verhuizen") var verhuizing: Verhuizing
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws {
        let leeg = (reden ?? "").allSatisfy(\.isWhitespace)
        if verhuizing.gevraagd, leeg, !proef {
            throw ValidationError("Verhuizen vraagt om een reden voor het auditlog: geef --reden \"…\".")
        }
    }

    func voerUit() async throws -> Antwoord {
        let config = try algemeen.laadConfig()
        let codes = try algemeen.gemeente == nil ? config.gemeentecodes : [algemeen.kies(uit: config).code]
        if verhuizing.gevraagd {
            return try await verhuizing.voerUit(config, codes, reden: reden ?? "proef", proef: proef)
        }
        if !proef { try eigenaarBekend(config) }
        let installatie = try await Installatie.open(config)
        do {
            var uit: [(Gemeentecode, [String])] = []
            for code in codes {
                let namen = proef ? try await installatie.inspect(code).pending : try await installatie.migrate(code)
                uit.append((code, namen))
                guard !proef, !namen.isEmpty else { continue }
                let toegang = OSGebruiker.toegang(.beheerder, doel: "opslag.migreer")
                let regel = AuditRegel(
                    toegang.doel,
                    object: code.description,
                    door: toegang,
                    op: installatie.klok.nu,
                    reden: reden
                )
                try await installatie.store(code, als: toegang).log(regel)
            }
            await installatie.sluit()
            return antwoord(uit)
        } catch {
            await installatie.sluit()
            throw error
        }
    }

    /// Without the owner's connection that the configuration names, the role of the application would do his work: nothing is
    /// left to do when the schema is current, and what a new role or gemeente still needs would silently not be given.
    private func eigenaarBekend(_ config: RegieConfig) throws(RegieFout) {
        guard case .postgresql(let server) = config.storage, let naam = server.legeMigratieVariabele else { return }
        throw RegieFout(
            .configOngeldig,
            "De verbinding van de eigenaar van het schema ontbreekt: \(naam) is leeg.",
            watTeDoen:
                "Zet haar in de omgeving van 'regie migrate', of haal 'storage.migratieUrl' weg als er maar één rol is.",
            waar: "storage.migratieUrl"
        )
    }

    private func antwoord(_ uit: [(Gemeentecode, [String])]) -> Antwoord {
        Antwoord(
            json: [
                "gemeenten": .lijst(uit.map { code, namen in ["gemeente": code.json, "migraties": namen.json] }),
                "proef": .waarheid(proef),
            ],
            tabel: Tabel(
                koppen: ["gemeente", "migraties"],
                rijen: uit.map { code, namen in
                    [code.description, namen.isEmpty ? "was bij" : namen.joined(separator: ", ")]
                }
            ),
            melding: proef ? "Proef: er is niets gewijzigd." : nil
        )
    }
}
