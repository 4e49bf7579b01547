// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct IntakeGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "De brede intake (Wi2021 art. 14).",
        subcommands: [Oproepen.self, NietVerschenenBij.self, Waarschuwen.self, Afnemen.self]
    )

    struct Oproepen: Opdracht {
        static let configuration = CommandConfiguration(
            commandName: "oproepen",
            abstract: "Roep op voor de brede intake."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van de oproep.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Laatste dag om te reageren.", valueName: "datum")) var uiterlijk: Datum
        @Option(
            help: .init("De hoeveelste oproep, 1 tot en met 3 (standaard: de eerstvolgende).", valueName: "nummer")
        )
        var volgnummer: Int?
        var vorm: Vorm { kader.algemeen.output }

        func voerUit() async throws -> Antwoord {
            try await kader.leg { zaak in
                let nummer = try Oproepreeks(zaak.dossier).nummer(volgnummer, op: datum)
                return (.opgeroepenVoorIntake(.init(datum: datum, uiterlijk: uiterlijk, volgnummer: nummer)), [])
            }
        }
    }

    struct NietVerschenenBij: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "niet-verschenen",
            abstract: "Leg vast dat iemand niet verscheen."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag waarop.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Waarbij: intake, leerbaarheidstoets, gesprek …", valueName: "wat")) var bij: String =
            "intake"
        @Option(help: .init("Of het verwijtbaar was.", valueName: "Ja|Nee")) var verwijtbaar: JaNee?

        func letOp(_ zaak: Zaakbeeld) -> [String] { Herkenning.afspraak(bij) }

        func feit() -> Feit {
            .nietVerschenen(.init(datum: datum, bij: bij, verwijtbaar: verwijtbaar.map { $0 == .ja }))
        }
    }

    struct Waarschuwen: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "waarschuwen",
            abstract: "Leg de schriftelijke waarschuwing vast."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van de waarschuwing.", valueName: "datum")) var datum: Datum
        @Option(help: .init("Waarvoor: intake, leerbaarheidstoets …", valueName: "wat")) var bij: String = "intake"

        func letOp(_ zaak: Zaakbeeld) -> [String] { Herkenning.afspraak(bij) }

        func feit() -> Feit { .schriftelijkGewaarschuwd(.init(datum: datum, bij: bij)) }
    }

    struct Afnemen: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "afnemen",
            abstract: "Leg de afgenomen brede intake vast.",
            discussion: "Onderdelen: \(IntakeAfgenomen.onderdeelnamen.joined(separator: ", "))."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van de intake.", valueName: "datum")) var datum: Datum
        @Option(name: .customLong("onderdeel"), help: .init("Behandeld onderdeel; mag vaker.", valueName: "naam"))
        var onderdelen: [String] = []
        @Flag(help: "De intake is in afwezigheid afgerond (art. 14 lid 2).") var inAfwezigheid = false
        @Option(help: .init("Taalniveau.", valueName: "niveau")) var taalniveau: String?
        @Option(help: .init("Uren taalles en KNM tijdens de intake.", valueName: "uren")) var urenTaallesKnm: Int?
        @Option(help: .init("Uren participatie tijdens de intake.", valueName: "uren")) var urenParticipatie: Int?

        func letOp(_ zaak: Zaakbeeld) -> [String] {
            Herkenning.onderdelen(onderdelen) + Herkenning.taalniveau(taalniveau)
        }

        func feit() -> Feit {
            let uren = IntakeUren(taallesKNM: urenTaallesKnm, participatie: urenParticipatie)
            return .intakeAfgenomen(
                .init(
                    datum: datum,
                    inAfwezigheid: inAfwezigheid,
                    onderdelen: onderdelen,
                    taalniveau: taalniveau,
                    uren: uren == IntakeUren() ? nil : uren
                )
            )
        }
    }
}
