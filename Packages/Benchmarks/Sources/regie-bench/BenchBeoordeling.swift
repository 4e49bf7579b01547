// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import Policy

/// The pure assessment with its trace, in memory, one dossier at a time.
struct BenchBeoordeling: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "beoordeling",
        abstract: "De zuivere beoordeling met spoor, per dossier."
    )

    @Option(help: "dossiers.jsonl van 'regie generate'.")
    var dossiers: String

    @Option(help: "Map met de wetsparameters.")
    var wet: String = "config/wet"

    @Option(help: "Hoeveel dossiers in het geheugen.")
    var aantal: Int = 10_000

    @Option(help: "Hoe vaak de reeks wordt beoordeeld.")
    var rondes: Int = 5

    @Option(help: "Alleen deze codes, met komma's ertussen; zonder: alle.")
    var codes: String?

    func run() async throws {
        let alleen = codes.map { Set($0.split(separator: ",").map { Beoordelingscode(rawValue: String($0)) }) }
        let beoordelaar = Beoordelaar(wet: try WetLader.laad(map: URL(filePath: wet)), alleen: alleen)
        guard let peildatum = Datum("2026-01-01") else { return }
        var reeks: [Dossier] = []
        try await Dossierbestand(pad: dossiers).lees(hoogstens: aantal) { reeks.append($0) }
        var tijden: [Double] = []
        var controle = 0
        for _ in 0..<rondes {
            tijden.append(
                await Meting.duur {
                    for dossier in reeks {
                        let beoordeling = beoordelaar.beoordeel(dossier, op: peildatum)
                        controle &+= beoordeling.termijnen.count + beoordeling.signalen.count
                    }
                }
            )
        }
        let mediaan = tijden.sorted()[tijden.count / 2]
        Meting.druk(
            "beoordeling",
            [
                ("dossiers", .getal(reeks.count)), ("codes", .tekst(alleen.map { String($0.count) } ?? "alle")),
                ("microsecondenPerDossier", Meting.getal(mediaan / Double(max(1, reeks.count)) * 1e6)),
                (
                    "termijnenEnSignalenPerDossier",
                    Meting.getal(Double(controle) / Double(max(1, rondes * reeks.count)), 1)
                ),
            ]
        )
    }
}
