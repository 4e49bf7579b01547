// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

/// Bulk import: generated dossiers sealed, linked and put into an empty gemeente with one transaction, read back, and their
/// audit lines put in the chain.
struct BenchInvoer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoer",
        abstract: "Zet gegenereerde dossiers in één keer in een lege gemeente: verzegeld, gekoppeld en teruggelezen."
    )

    @Option(help: "dossiers.jsonl van 'regie generate'.")
    var dossiers: String

    @Option(help: "regie.yaml van de installatie, waarin van de gemeente nog niets staat.")
    var config: String

    @Option(help: "Van elk dossier hooguit zoveel feiten: voor veel dossiers in weinig tijd.")
    var feiten: Int = .max

    func run() async throws {
        let installatie = try await Installatie.open(try RegieConfig.load(path: config))
        guard let code = installatie.config.gemeentecodes.first else { return }
        let toegang = Toegang(actor: "regie-bench", rol: .systeem, doel: "meting", oorsprong: "regie-bench")
        var gelezen: [Stap] = []
        let (nu, hoogstens) = (installatie.klok.nu, feiten)
        try await Dossierbestand(pad: dossiers).lees { dossier in
            gelezen.append(
                Stap(
                    dossier: dossier.id,
                    laatsteVolgnummer: 0,
                    feiten: dossier.gebeurtenissen.prefix(hoogstens).map {
                        Stap.NieuwFeit(
                            geldigOp: $0.geldigOp,
                            bekendOp: $0.bekendOp ?? Tijdstip($0.geldigOp),
                            bron: $0.bron,
                            feit: $0.feit
                        )
                    },
                    zoeksleutels: dossier.zoeksleutels,
                    audit: AuditRegel("meting", object: dossier.id.tekst, door: toegang, op: nu)
                )
            )
        }
        let stappen = gelezen.sorted { $0.dossier.tekst < $1.dossier.tekst }
        var aantal = 0
        let invoer = try await Meting.duur {
            aantal = try await installatie.vul(code) { neem in for stap in stappen { try neem(stap) } }
        }
        let keten = try await Meting.duur {
            let store = try await installatie.store(code, als: toegang)
            while try await store.linkAudit(hoogstens: 5_000) > 0 {}
        }
        Meting.druk(
            "invoer",
            [
                ("opslag", .tekst(try await installatie.inspect(code).kind)), ("dossiers", .getal(stappen.count)),
                ("feiten", .getal(aantal)), ("seconden", Meting.getal(invoer + keten)),
                ("waarvanAuditketen", Meting.getal(keten)),
                ("feitenPerSeconde", Meting.getal(Double(aantal) / (invoer + keten), 0)),
                ("piekMiB", .getal(Meting.piekgeheugen)),
            ]
        )
        await installatie.sluit()
    }
}
