// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct AanbodGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aanbod",
        abstract: "Het inburgeringsaanbod aan asielstatushouders (Wi2021 art. 16).",
        subcommands: [Doen.self, Intrekken.self]
    )

    struct Doen: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "doen",
            abstract: "Leg een aanbod vast; DUO krijgt bericht."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van het aanbod.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Instellingsnummer van DUO, tien tekens.", valueName: "nummer")) var instelling: String
        @Option(help: .init("Alfabetiseringsonderwijs.", valueName: "A|AA|NVT"))
        var alfabetisering: Alfabetiseringsonderwijs = .nvt
        @Option(help: .init("Verwachte startdatum.", valueName: "datum")) var start: Datum?
        @Option(help: .init("Verwachte einddatum: de eerste dag erna.", valueName: "datum")) var einde: Datum?
        @Flag(help: "Het is een taalschakeltraject.") var taalschakeltraject = false

        func feit() -> Feit {
            .inburgeringsaanbodGedaan(
                .init(
                    datum: datum,
                    instellingsnummer: instelling,
                    verwachteStartdatum: start,
                    verwachteEinddatum: einde,
                    indicatorAlfabetiseringsonderwijs: alfabetisering,
                    taalschakeltraject: taalschakeltraject ? true : nil
                )
            )
        }
    }

    struct Intrekken: Opdracht {
        static let configuration = CommandConfiguration(
            commandName: "intrekken",
            abstract: "Trek het laatste aanbod in: dat feit telt niet meer mee."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Alleen dat bij deze instelling.", valueName: "nummer")) var instelling: String?
        var vorm: Vorm { kader.algemeen.output }

        func voerUit() async throws -> Antwoord {
            try await Intrekking.leg(kader, wat: "inburgeringsaanbod") { feit in
                guard case .inburgeringsaanbodGedaan(let aanbod) = feit else { return false }
                return instelling == nil || aanbod.instellingsnummer == instelling
            }
        }
    }
}
