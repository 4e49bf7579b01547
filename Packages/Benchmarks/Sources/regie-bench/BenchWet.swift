// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import Policy

/// Five rules over many made-up persons in memory, with the last days in a file, so that another program that is given the
/// same persons can be timed and compared (scripts/openfisca).
struct BenchWet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wet",
        abstract: "Vijf regels over veel personen in het geheugen, met spoor; de uitkomsten komen in een bestand."
    )

    @Option(help: "Hoeveel personen.")
    var personen: Int = 1_000_000

    @Option(help: "Zelfde zaad, zelfde personen.")
    var seed: UInt64 = 7

    @Option(help: "Map met de wetsparameters.")
    var wet: String = "config/wet"

    @Option(help: "Map voor personen.csv en regie.csv.")
    var uit: String

    static let codes: [Beoordelingscode] = [
        .pipVaststellen, .inburgeringstermijn, .inburgeringsaanbod, .schakelenTot, .verlengingAanvragenVanaf,
    ]

    func run() async throws {
        let wetboek = try WetLader.laad(map: URL(filePath: wet))
        guard let peildatum = Datum("2028-01-01") else { return }
        let personen = Proefpersonen(aantal: personen, seed: seed)
        try personen.csv.write(toFile: "\(uit)/personen.csv", atomically: true, encoding: .utf8)
        let reeks = personen.dossiers
        let vijf = Beoordelaar(wet: wetboek, alleen: Set(Self.codes))
        var dagen: [[Int32]] = []
        dagen.reserveCapacity(reeks.count)
        let tijd = await Meting.duur {
            for dossier in reeks { dagen.append(Self.dagen(vijf.beoordeel(dossier, op: peildatum))) }
        }
        var tekst = Self.codes.map(\.rawValue).joined(separator: ",") + "\n"
        for rij in dagen {
            tekst += rij.map { $0 == .min ? "" : Datum(dagnummer: Int($0)).description }.joined(separator: ",") + "\n"
        }
        try tekst.write(toFile: "\(uit)/regie.csv", atomically: true, encoding: .utf8)
        let alles = Beoordelaar(wet: wetboek)
        var controle = 0
        let geheel = await Meting.duur {
            for dossier in reeks { controle &+= alles.beoordeel(dossier, op: peildatum).termijnen.count }
        }
        Meting.druk(
            "wet",
            [
                ("personen", .getal(reeks.count)), ("seconden", Meting.getal(tijd)),
                ("microsecondenPerPersoon", Meting.getal(tijd / Double(max(1, reeks.count)) * 1e6)),
                ("alleRegelsSeconden", Meting.getal(geheel)),
                ("alleRegelsMicroseconden", Meting.getal(geheel / Double(max(1, reeks.count)) * 1e6)),
                ("termijnen", .getal(controle)), ("piekMiB", .getal(Meting.piekgeheugen)),
            ]
        )
    }

    /// Of each rule the last day, of the last rule the first; the lowest number where there is none.
    private static func dagen(_ beoordeling: Beoordeling) -> [Int32] {
        codes.map { code in
            guard let termijn = beoordeling.termijnen.first(where: { $0.code == code }) else { return .min }
            let dag = code == .verlengingAanvragenVanaf ? termijn.begin : termijn.laatsteDag
            return dag?.dagnummer ?? .min
        }
    }
}
