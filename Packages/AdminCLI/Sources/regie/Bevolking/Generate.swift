// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Generator
import Inburgering

/// A synthetic population with its partner messages.
struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Verzin een bevolking met dossiers en ketenberichten, voor demo's, proeven en metingen.",
        discussion: """
            Dezelfde opdracht geeft dezelfde bytes. Met --uit komen er wereld.jsonl (voor de ketensimulator), \
            dossiers.jsonl (een zaak per regel) en personen.jsonl; zonder --uit gaat één JSON-object naar stdout. Alle \
            personen zijn verzonnen; er is geen installatie voor nodig.
            """
    )

    @Option(help: .init("Aantal personen, 1 tot en met 9000000.", valueName: "aantal"))
    var personen: Int

    @Option(help: .init("Beginwaarde van het toeval.", valueName: "getal"))
    var seed: UInt64

    @Option(help: .init("Gemeente (CBS-code).", valueName: "code"))
    var gemeente: Gemeentecode?

    @Option(help: .init("Dag waarop het verhaal ophoudt (standaard: 2026-01-01).", valueName: "datum"))
    var peildatum: Datum?

    @Option(help: .init("Map voor de bestanden.", valueName: "map"))
    var uit: String?

    @Option(help: .init("OIN van de gemeente in de wereld van de ketensimulator.", valueName: "oin"))
    var oin: OIN?

    @Option(help: .init("OIN van DUO in die wereld.", valueName: "oin"))
    var duoOin: OIN?

    @Option(help: .init("Vorm van de uitvoer.", valueName: "vorm"))
    var output: Vorm = .table

    mutating func run() async throws {
        guard let amsterdam = Gemeentecode("0363") else { return }
        let opdracht: Bevolkingsopdracht
        do throws(RegieFout) {
            opdracht = try Bevolkingsopdracht(
                personen: personen,
                seed: seed,
                gemeente: gemeente ?? amsterdam,
                peildatum: peildatum ?? Bevolkingsopdracht.standaardPeildatum
            )
        } catch {
            throw ValidationError("\(error.wat) \(error.watTeDoen)")
        }
        guard let uit else { return Bevolkingsstroom.schrijf(opdracht) }
        try bestanden(opdracht, in: uit)
    }

    private func bestanden(_ opdracht: Bevolkingsopdracht, in map: String) throws {
        let eigen = StandaardOIN.gemeente(opdracht.gemeente)
        guard let gemeenteOin = oin ?? OIN(eigen), let duo = duoOin ?? OIN(StandaardOIN.duo) else { return }
        let telling = try Bevolkingsbestanden.schrijf(
            opdracht,
            naar: URL(filePath: map),
            kop: Wereldkop(duo: duo, gemeente: gemeenteOin)
        ) { Melding.voortgang("\($0) van \(opdracht.personen) personen") }
        Melding.voortgang("")
        let antwoord = Antwoord(
            json: [
                "map": .tekst(map), "gemeente": opdracht.gemeente.json, "peildatum": opdracht.peildatum.json,
                "seed": Bevolkingsstroom.seed(opdracht), "personen": .getal(telling.personen),
                "feiten": .getal(telling.feiten), "notificaties": .getal(telling.notificaties),
            ],
            tabel: .gegevens([
                ("map", map), ("personen", "\(telling.personen)"), ("feiten", "\(telling.feiten)"),
                ("notificaties", "\(telling.notificaties)"),
            ])
        )
        try antwoord.toon(als: output)
    }
}
