// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct DossierExplain: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Elke termijn en elk signaal van een dossier, met grondslag, parameters en feiten."
    )

    @Argument(help: .init("Dossiernummer.", valueName: "id")) var dossier: DossierID
    @Option(help: .init("Dag waarover (standaard: vandaag).", valueName: "datum")) var peildatum: Datum?
    @Option(help: .init("Met wat op dit moment bekend was (datum of tijdstip).", valueName: "moment"))
    var bekendOp: Tijdstip?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("dossier.uitleg", aan: dossier.tekst) { sessie in
            let dag = peildatum ?? sessie.klok.vandaag
            let beoordeling = try await sessie.dienst.beoordeel(dossier, op: dag, bekendOp: bekendOp)
            try await sessie.noteer(dossier.tekst)
            return Antwoord(
                json: .object([JSON.Lid("id", dossier.json)] + (beoordeling.json.leden ?? [])),
                tabel: Uitlegtabel.maak([(dossier.tekst, beoordeling)])
            )
        }
    }
}
