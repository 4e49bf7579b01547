// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import Policy
import RegieRuntime

/// The pure assessment of facts in a file: no database, no installation.
struct Assess: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Beoordeel feiten uit een bestand, zonder database.",
        discussion: """
            Een zaak is {"naam"?, "gemeente"?, "peildatum"?, "feiten": [ … ]}. Een lijst van zaken geeft een lijst van \
            beoordelingen in dezelfde volgorde. Feiten heten 1, 2, 3 … zoals ze staan. De peildatum van een zaak gaat \
            voor die van de opdrachtregel; zonder peildatum geldt vandaag.
            """
    )

    @Option(help: .init("Bestand met een zaak of een lijst van zaken; '-' is stdin.", valueName: "bestand"))
    var feiten: String

    @Option(help: .init("beleid.yaml van een gemeente; anders de wet alleen.", valueName: "bestand"))
    var beleid: String?

    @Option(help: .init("De dag waarover de beoordeling spreekt.", valueName: "datum"))
    var peildatum: Datum?

    @Option(
        help: .init(
            "Map met de parameters van de wet; anders die van de configuratie of van dit programma.",
            valueName: "map"
        )
    )
    var wet: String?

    @Option(help: .init("Configuratie, om de map met de wet te vinden.", valueName: "pad"))
    var config: String?

    @Option(help: .init("Met wat op dit moment bekend was (datum of tijdstip).", valueName: "moment"))
    var bekendOp: Tijdstip?

    @OptionGroup var voorstellen: Voorstellen

    @Option(help: .init("Gemeente die kijkt, als een zaak er geen noemt.", valueName: "code"))
    var gemeente: Gemeentecode?

    @Option(help: .init("Vorm van de uitvoer.", valueName: "vorm"))
    var output: Vorm = .json

    var vorm: Vorm { output }

    func voerUit() async throws -> Antwoord {
        let zaken = try Zaken(feiten)
        let wetboek = try WetLader.laad(map: URL(filePath: try wetmap()), voorstellen: voorstellen.voorstel)
        let beoordelaar = Beoordelaar(
            wet: wetboek,
            beleid: try beleid.map { try BeleidLader.laad(URL(filePath: $0)) } ?? .geen
        )
        let vandaag = Systeemklok().vandaag
        let beoordelingen = zaken.casussen.map { casus in
            // `--gemeente` is for a case that names none.
            let dossier = casus.dossier(bekendOp: bekendOp, anders: gemeente)
            return beoordelaar.beoordeel(dossier, op: casus.peildatum ?? peildatum ?? vandaag)
        }
        return Antwoord(
            json: zaken.isLijst
                ? .lijst(beoordelingen.map { voorstellen.noem(in: $0.json) })
                : beoordelingen.first.map { voorstellen.noem(in: $0.json) } ?? .null,
            tabel: Uitlegtabel.maak(zip(zaken.casussen.map(\.naam), beoordelingen)),
            melding: voorstellen.melding
        )
    }

    private func wetmap() throws(RegieFout) -> String {
        if let wet { return wet }
        if let config { return try RegieConfig.load(path: config).wet }
        let (gevonden, _) = RegieConfig.check(path: nil)
        if let map = gevonden?.wet ?? Wetmap.zoek(configmap: nil) { return map }
        throw RegieFout(
            .wetOngeldig,
            "De parameters van de wet zijn niet gevonden.",
            watTeDoen: "Noem de map met --wet; gezocht is in \(Wetmap.plekken(configmap: nil).joined(separator: ", "))."
        )
    }
}
