// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

/// Fills an installation with generated dossiers, through the same steps as any act.
struct BenchVullen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vullen",
        abstract: "Vult een installatie met gegenereerde dossiers."
    )

    @Option(help: "dossiers.jsonl van 'regie generate'.")
    var dossiers: String

    @Option(help: "regie.yaml van de installatie.")
    var config: String

    func run() async throws {
        let installatie = try await Installatie.open(try RegieConfig.load(path: config))
        let toegang = Toegang(actor: "regie-bench", rol: .systeem, doel: "meting", oorsprong: "regie-bench")
        var stores: [Gemeentecode: any GemeenteStore] = [:]
        for code in installatie.config.gemeentecodes { stores[code] = try await installatie.store(code, als: toegang) }
        guard let store = stores.values.first else { return }
        var wachtrij: [Stap] = []
        var aantal = 0
        var feiten = 0
        let seconden = try await Meting.duur {
            try await Dossierbestand(pad: dossiers).lees { dossier in
                let nieuwe = dossier.gebeurtenissen.map {
                    Stap.NieuwFeit(
                        geldigOp: $0.geldigOp,
                        bekendOp: $0.bekendOp ?? Tijdstip($0.geldigOp),
                        bron: $0.bron,
                        feit: $0.feit
                    )
                }
                let audit = AuditRegel("meting", object: dossier.id.tekst, door: toegang, op: installatie.klok.nu)
                wachtrij.append(
                    Stap(
                        dossier: dossier.id,
                        laatsteVolgnummer: 0,
                        feiten: nieuwe,
                        zoeksleutels: dossier.zoeksleutels,
                        audit: audit
                    )
                )
                aantal += 1
                feiten += nieuwe.count
                if wachtrij.count == 2_000 {
                    for uitkomst in try await store.append(wachtrij) { _ = try uitkomst.get() }
                    wachtrij.removeAll(keepingCapacity: true)
                }
            }
            for uitkomst in try await store.append(wachtrij) { _ = try uitkomst.get() }
        }
        await installatie.sluit()
        Meting.druk(
            "vullen",
            [
                ("dossiers", .getal(aantal)), ("feiten", .getal(feiten)), ("seconden", Meting.getal(seconden)),
                ("feitenPerSeconde", Meting.getal(Double(feiten) / seconden, 0)),
                ("piekMiB", .getal(Meting.piekgeheugen)),
            ]
        )
    }
}
