// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct OntheffingGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontheffing",
        abstract: "Advies over een ontheffing wegens bijzondere individuele omstandigheden (Besluit art. 2.8).",
        subcommands: [Gevraagd.self, Gegeven.self]
    )

    struct Gevraagd: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "gevraagd",
            abstract: "DUO of de inburgeraar vraagt het advies van het college."
        )
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van de vraag.", valueName: "datum")) var datum: Datum
        func feit() -> Feit { .ontheffingsadviesGevraagd(.init(datum: datum)) }
    }

    struct Gegeven: Handeling {
        static let configuration = CommandConfiguration(commandName: "gegeven", abstract: "Het advies is gegeven.")
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van het advies.", valueName: "datum")) var datum: Datum
        @Flag(inversion: .prefixedNo, help: "Het advies is om de ontheffing te verlenen.") var positief: Bool?
        func letOp(_ zaak: Zaakbeeld) -> [String] {
            zaak.dossier.feiten.ontheffingsadviesGevraagd.isEmpty ? ["in dit dossier is geen advies gevraagd."] : []
        }
        func feit() -> Feit { .ontheffingsadviesGegeven(.init(datum: datum, positief: positief)) }
    }
}
