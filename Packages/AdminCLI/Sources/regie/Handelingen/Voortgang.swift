// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct VoortgangGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voortgang",
        abstract: "Gesprekken, uren en verzuim (Wi2021 art. 17).",
        subcommands: [Gesprek.self, Uren.self, Verzuim.self]
    )

    struct Gesprek: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "gesprek",
            abstract: "Leg een voortgangsgesprek vast."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van het gesprek.", valueName: "datum")) var datum: Datum
        @Flag(help: "De inburgeraar was er niet.") var afwezig = false
        @Option(help: .init("Wat is besproken.", valueName: "tekst")) var samenvatting: String?

        func feit() -> Feit {
            .voortgangsgesprekGevoerd(.init(datum: datum, aanwezig: !afwezig, samenvatting: samenvatting))
        }
    }

    struct Uren: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "uren",
            abstract: "Leg het totaal aan uren tot en met een dag vast; het vervangt het vorige totaal."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Tot en met deze dag.", valueName: "datum")) var peildatum: Datum
        @Option(help: .init("Soort uren.", valueName: "soort")) var soort: Urensoort
        @Option(help: .init("Totaal aantal uren.", valueName: "uren")) var uren: Int
        @Option(help: .init("Instellingsnummer van DUO.", valueName: "nummer")) var instelling: String?
        @Flag(inversion: .prefixedNo, help: "De instelling heeft het keurmerk.") var keurmerk: Bool?
        @Flag(
            help: "Lessen in vso, praktijkonderwijs of entreeopleiding: tellen in de Z-route (Besluit art. 3.14 lid 9)."
        )
        var nietVrijstellendeOpleiding = false

        func feit() -> Feit {
            .urenGeregistreerd(
                .init(
                    peildatum: peildatum,
                    urensoort: soort,
                    uren: uren,
                    instellingsnummer: instelling,
                    keurmerk: keurmerk,
                    nietVrijstellendeOpleiding: nietVrijstellendeOpleiding ? true : nil
                )
            )
        }
    }

    struct Verzuim: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "verzuim",
            abstract: "Leg het verzuim tot en met een dag vast."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Tot en met deze dag.", valueName: "datum")) var peildatum: Datum
        @Option(help: .init("Uren geoorloofd.", valueName: "uren")) var geoorloofd: Int
        @Option(help: .init("Uren ongeoorloofd.", valueName: "uren")) var ongeoorloofd: Int

        func feit() -> Feit {
            .verzuimGeregistreerd(.init(peildatum: peildatum, geoorloofd: geoorloofd, ongeoorloofd: ongeoorloofd))
        }
    }
}
