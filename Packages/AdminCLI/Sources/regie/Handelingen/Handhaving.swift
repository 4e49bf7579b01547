// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct HandhavingGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handhaving",
        abstract: "Overtredingen en boetes van de gemeente (Wi2021 art. 22, 23).",
        subcommands: [Overtreding.self, Voornemen.self, Zienswijze.self, Boete.self, Intrekken.self, Bezwaar.self]
    )

    struct Overtreding: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "overtreding",
            abstract: "Leg het rapport van een overtreding vast."
        )
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van het rapport.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Wat er gebeurde.", valueName: "tekst")) var gedraging: String
        @Option(help: .init("Artikel dat is overtreden.", valueName: "artikel")) var artikel: String
        @Option(help: .init("Verwijtbaarheid: 0, 25, 50, 75 of 100 procent.", valueName: "procent"))
        var verwijtbaarheid: Int

        func feit() -> Feit {
            .overtredingVastgesteld(
                .init(datum: datum, gedraging: gedraging, artikel: artikel, verwijtbaarheid: verwijtbaarheid)
            )
        }
    }

    /// What the steps towards a boete have in common.
    struct Boetestap: ParsableArguments {
        @Option(help: .init("Dag waarop.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Bedrag in euro's.", valueName: "euro"), transform: bedrag) var bedrag: Bedrag?
        @Option(help: .init("Wat er gebeurde.", valueName: "tekst")) var gedraging: String?
        @Option(help: .init("Artikel dat is overtreden.", valueName: "artikel")) var artikel: String?
        @Option(help: .init("Nieuwe termijn, tot en met deze dag.", valueName: "datum")) var nieuweTermijn: Datum?

        static func bedrag(_ tekst: String) throws -> Bedrag {
            guard let bedrag = Bedrag(tekst) else {
                throw ValidationError("'\(tekst)' is geen bedrag; schrijf 250 of 694.23.")
            }
            return bedrag
        }
    }

    struct Voornemen: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "voornemen",
            abstract: "Het voornemen tot een boete is verzonden."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var stap: Boetestap
        func feit() -> Feit {
            .voornemenBoeteVerzonden(
                .init(
                    datum: stap.datum,
                    bedrag: stap.bedrag,
                    gedraging: stap.gedraging,
                    artikel: stap.artikel,
                    nieuweTermijn: stap.nieuweTermijn
                )
            )
        }
    }

    struct Zienswijze: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "zienswijze",
            abstract: "De zienswijze is ontvangen (Awb art. 5:53)."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var stap: Boetestap
        func feit() -> Feit {
            .zienswijzeOntvangen(
                .init(
                    datum: stap.datum,
                    bedrag: stap.bedrag,
                    gedraging: stap.gedraging,
                    artikel: stap.artikel,
                    nieuweTermijn: stap.nieuweTermijn
                )
            )
        }
    }

    struct Boete: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "boete",
            abstract: "De boete is opgelegd; --bedrag moet erbij."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var stap: Boetestap

        func validate() throws {
            if stap.bedrag == nil {
                throw ValidationError("Een boete is een bedrag: geef --bedrag, bijvoorbeeld --bedrag 250.")
            }
        }

        func letOp(_ zaak: Zaakbeeld) -> [String] { Boetetoets.letOp(stap.bedrag, op: stap.datum, zaak) }

        func feit() -> Feit {
            .boeteOpgelegd(
                .init(
                    datum: stap.datum,
                    bedrag: stap.bedrag,
                    gedraging: stap.gedraging,
                    artikel: stap.artikel,
                    nieuweTermijn: stap.nieuweTermijn
                )
            )
        }
    }

    struct Intrekken: Handeling {
        static let configuration = CommandConfiguration(commandName: "intrekken", abstract: "De boete is ingetrokken.")
        @OptionGroup var kader: Handelkader
        @OptionGroup var stap: Boetestap
        func letOp(_ zaak: Zaakbeeld) -> [String] {
            let feiten = zaak.dossier.feiten
            return feiten.boeteOpgelegd.isEmpty && feiten.voornemenBoeteVerzonden.isEmpty
                ? ["in dit dossier staat geen boete of voornemen dat kan worden ingetrokken."] : []
        }

        func feit() -> Feit {
            .boeteIngetrokken(
                .init(
                    datum: stap.datum,
                    bedrag: stap.bedrag,
                    gedraging: stap.gedraging,
                    artikel: stap.artikel,
                    nieuweTermijn: stap.nieuweTermijn
                )
            )
        }
    }

    struct Bezwaar: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "bezwaar",
            abstract: "Bezwaar is ingediend, of er is op beslist (Awb art. 6:7, 7:10)."
        )
        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag waarop.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Waartegen: PIP of boete.", valueName: "besluit")) var tegen: String
        @Option(
            help: .init(
                "Wat er is beslist (gegrond, ongegrond …); zonder dit is het bezwaar ingediend.",
                valueName: "tekst"
            )
        )
        var uitkomst: String?
        func letOp(_ zaak: Zaakbeeld) -> [String] { Herkenning.besluit(tegen) }

        func feit() -> Feit {
            uitkomst == nil
                ? .bezwaarIngediend(.init(datum: datum, tegen: tegen))
                : .bezwaarBeslist(.init(datum: datum, tegen: tegen, uitkomst: uitkomst))
        }
    }
}
