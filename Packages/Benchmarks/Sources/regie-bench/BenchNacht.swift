// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

/// The nightly assessment of all dossiers of an installation: load, unseal, fold, assess, write what changed.
struct BenchNacht: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nacht",
        abstract: "De nachtelijke beoordeling van alle dossiers van een installatie."
    )

    @Option(help: "regie.yaml van de installatie.")
    var config: String

    @Option(help: "Peildatum, JJJJ-MM-DD.")
    var peildatum: String = "2026-01-01"

    func run() async throws {
        guard let peildatum = Datum(peildatum) else { throw ValidationError("De peildatum is geen datum.") }
        let installatie = try await Installatie.open(try RegieConfig.load(path: config))
        let toegang = Toegang(actor: "regie-bench", rol: .systeem, doel: "meting", oorsprong: "regie-bench")
        for code in installatie.config.gemeentecodes {
            let dienst = try await installatie.dienst(code, als: toegang)
            let beoordelaar = dienst.beoordelaar
            var uitkomst = (gezien: 0, gewijzigd: 0)
            let seconden = try await Meting.duur {
                uitkomst = try await dienst.store.assessAll(omvang: 500) { dossier in
                    dossier.werkregels(beoordelaar.beoordeel(dossier, op: peildatum))
                }
            }
            Meting.druk(
                "nacht",
                [
                    ("peildatum", .tekst(peildatum.description)), ("dossiers", .getal(uitkomst.gezien)),
                    ("gewijzigd", .getal(uitkomst.gewijzigd)), ("seconden", Meting.getal(seconden)),
                    ("piekMiB", .getal(Meting.piekgeheugen)),
                ]
            )
        }
        await installatie.sluit()
    }
}
