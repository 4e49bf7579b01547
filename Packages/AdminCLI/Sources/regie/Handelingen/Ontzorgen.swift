// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct OntzorgenGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontzorgen",
        abstract: "Financieel ontzorgen (Participatiewet art. 56a).",
        subcommands: [Bijstand.self, Verlaagd.self, Starten.self, Beeindigen.self]
    )

    struct Bijstand: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "bijstand",
            abstract: "Leg vast vanaf wanneer er recht op bijstand is, of niet meer."
        )
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag waarop het recht ontstaat of eindigt.", valueName: "datum")) var datum: Datum
        @Flag(help: "De bijstand eindigt.") var beeindigd = false
        func feit() -> Feit {
            beeindigd ? .bijstandBeeindigd(.init(datum: datum)) : .bijstandToegekend(.init(datum: datum))
        }
    }

    struct Verlaagd: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "verlaagd",
            abstract: "De bijstand is verlaagd; voor dezelfde gedraging volgt dan geen boete (Wi2021 art. 27)."
        )
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van het besluit.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Waarvoor, in de woorden van het rapport.", valueName: "tekst")) var gedraging: String?
        func feit() -> Feit { .bijstandVerlaagd(.init(datum: datum, gedraging: gedraging)) }
    }

    struct Starten: Handeling {
        static let configuration = CommandConfiguration(commandName: "starten", abstract: "Het ontzorgen begint.")
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van ingang.", valueName: "datum")) var datum: Datum
        @Option(name: .customLong("wijze"), help: .init("Wijze van ontzorgen.", valueName: "tekst")) var wijze: String?
        func feit() -> Feit { .ontzorgenGestart(.init(datum: datum, vorm: wijze)) }
    }

    struct Beeindigen: Handeling {
        static let configuration = CommandConfiguration(commandName: "beeindigen", abstract: "Het ontzorgen eindigt.")
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Laatste dag.", valueName: "datum")) var datum: Datum
        func letOp(_ zaak: Zaakbeeld) -> [String] {
            zaak.dossier.feiten.ontzorgenGestart.isEmpty ? ["in dit dossier is het ontzorgen nooit begonnen."] : []
        }
        func feit() -> Feit { .ontzorgenBeeindigd(.init(datum: datum)) }
    }
}
