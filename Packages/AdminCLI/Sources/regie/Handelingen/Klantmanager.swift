// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct KlantmanagerGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "klantmanager",
        abstract: "Wie een dossier behandelt.",
        subcommands: [Toewijzen.self, ContactAanmelden.self, ContactWijzigen.self, ContactAfmelden.self]
    )

    struct Toewijzen: Opdracht {
        static let configuration = CommandConfiguration(
            commandName: "toewijzen",
            abstract: "Wijs een dossier toe aan een klantmanager."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Account van de klantmanager.", valueName: "naam")) var klantmanager: String
        @Option(help: .init("Dag van ingang (standaard: vandaag).", valueName: "datum")) var datum: Datum?
        @Option(help: .init("Nummer als contactpersoon bij DUO.", valueName: "id")) var contactpersoon: Int?
        var vorm: Vorm { kader.algemeen.output }

        func voerUit() async throws -> Antwoord {
            try await Vastlegger(kader.algemeen, kader.wijziging).leg(in: kader.dossier) { sessie, _ in
                let dag = datum ?? sessie.klok.vandaag
                let feit = KlantmanagerToegewezen(
                    datum: dag,
                    klantmanager: klantmanager,
                    contactpersoonId: contactpersoon
                )
                return [Feit.klantmanagerToegewezen(feit).vanGemeente(op: dag, sessie.klok.nu)]
            }
        }
    }
}
