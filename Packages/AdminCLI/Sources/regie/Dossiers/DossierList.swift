// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct DossierList: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Dossiers, met hun stand en eerste termijnen; zonder persoonsgegevens.",
        discussion: """
            Filteren met --filter sleutel=waarde (mag vaker): plichtig=ja|nee, voldaan=ja|nee, doelgroep=…, \
            leerroute=B|O|Z, wet=Wi2021|Wi2013, klantmanager=…, code=…, ernst=….
            """
    )

    @Option(help: .init("Alleen dossiers die hieraan voldoen; mag vaker.", valueName: "sleutel=waarde"))
    var filter: [Dossierfilter] = []

    @Option(help: .init("Hoogstens zoveel.", valueName: "aantal")) var limiet: Int = 50
    @Option(help: .init("Die na dit dossier: 'volgende' van het vorige antwoord.", valueName: "id")) var na: DossierID?
    @Option(help: .init("Dag waarover (standaard: vandaag).", valueName: "datum")) var peildatum: Datum?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard (1...10_000).contains(limiet) else { throw ValidationError("--limiet loopt van 1 tot en met 10000.") }
        for deel in filter { try deel.controleer() }
    }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("dossier.lijst") { sessie in
            let dag = peildatum ?? sessie.klok.vandaag
            let (regels, onleesbaar, meer) = try await verzamel(sessie, dag)
            try await sessie.noteer(sessie.gemeente.code.description)
            var leden = [JSON.Lid("dossiers", .lijst(regels.map(\.json)))]
            let volgende = meer ? regels.last?.dossier.id : nil
            if let volgende { leden.append(JSON.Lid("volgende", volgende.json)) }
            if !onleesbaar.isEmpty { leden.append(JSON.Lid("onleesbaar", .lijst(onleesbaar.map(\.json)))) }
            var meldingen = onleesbaar.map { "Dossier \($0) is niet te lezen; 'regie dossier show \($0)' zegt waarom." }
            if let volgende {
                meldingen.append("Er zijn er meer: --na \(volgende).")
            } else if regels.isEmpty {
                meldingen.append("Geen dossiers.")
            }
            return Antwoord(
                json: .object(leden),
                tabel: Tabel(koppen: Dossierregel.koppen, rijen: regels.map(\.rij)),
                melding: meldingen.isEmpty ? nil : meldingen.joined(separator: "\n"),
                bevindingen: !onleesbaar.isEmpty
            )
        }
    }

    /// Dossiers that pass, those that could not be read (one damaged dossier does not hide all others), and whether there
    /// may be more after the last.
    private func verzamel(_ sessie: Sessie, _ dag: Datum) async throws -> ([Dossierregel], [DossierID], Bool) {
        var uit: [Dossierregel] = []
        var onleesbaar: [DossierID] = []
        var vanaf = na
        while true {
            let ids = try await sessie.store.listDossiers(na: vanaf, limiet: 200)
            for id in ids {
                let gelezen: Dossier?
                do throws(RegieFout) {
                    gelezen = try await sessie.store.findDossier(id, bekendOp: nil)
                } catch {
                    guard error.betreftEenDossier else { throw error }
                    onleesbaar.append(id)
                    continue
                }
                guard let dossier = gelezen else { continue }
                let regel = Dossierregel(
                    dossier: dossier,
                    beoordeling: sessie.beoordelaar.beoordeel(dossier, op: dag)
                )
                guard filter.allSatisfy({ $0.laatDoor(regel) }) else { continue }
                if uit.count == limiet { return (uit, onleesbaar, true) }
                uit.append(regel)
            }
            guard ids.count == 200 else { return (uit, onleesbaar, false) }
            vanaf = ids.last
        }
    }
}
