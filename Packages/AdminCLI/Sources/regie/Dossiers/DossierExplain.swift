// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import Policy
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
    @OptionGroup var voorstellen: Voorstellen
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("dossier.uitleg", aan: dossier.tekst) { sessie in
            let dag = peildatum ?? sessie.klok.vandaag
            let gevonden = try await sessie.store.readDossier(dossier, bekendOp: bekendOp)
            let beoordeling = try beoordelaar(sessie).beoordeel(gevonden, op: dag)
            try await sessie.noteer(dossier.tekst)
            return Antwoord(
                json: voorstellen.noem(
                    in: .object([JSON.Lid("id", dossier.json)] + (beoordeling.json.leden ?? []))
                ),
                tabel: Uitlegtabel.maak([(dossier.tekst, beoordeling)]),
                melding: voorstellen.melding
            )
        }
    }

    private func beoordelaar(_ sessie: Sessie) throws(RegieFout) -> Beoordelaar {
        let gewoon = sessie.beoordelaar
        guard !voorstellen.voorstel.isEmpty else { return gewoon }
        let map = URL(filePath: sessie.installatie.config.wet)
        return Beoordelaar(
            wet: try WetLader.laad(map: map, voorstellen: voorstellen.voorstel),
            beleid: gewoon.beleid,
            ernst: gewoon.ernst
        )
    }
}
