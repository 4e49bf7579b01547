// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Brieven
import Foundation
import Inburgering
import RegieRuntime

struct BriefMaken: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "brief",
        abstract:
            "Maak een brief uit een dossier: oproep, waarschuwing, pip-beschikking, boetevoornemen, boetebesluit.",
        discussion: """
            De tekst staat in een sjabloon (config/brieven); een gemeente kan een eigen sjabloon in de map 'brieven' \
            naast haar beleid.yaml zetten. Elke datum, elk bedrag en elke grond komt uit het dossier; ontbreekt er iets, \
            dan komt er geen brief. De brief gaat naar stdout en wordt niet verzonden.
            """
    )

    @Argument(help: .init("Welke brief.", valueName: "soort")) var soort: Briefsoort
    @Argument(help: .init("Dossiernummer.", valueName: "id")) var dossier: DossierID
    @Option(help: .init("Datum van de brief (standaard: vandaag).", valueName: "datum")) var datum: Datum?
    @Option(help: .init("Boetevoornemen: tot en met wanneer iemand kan reageren.", valueName: "datum"))
    var reactieTot: Datum?
    @Option(
        help: .init(
            "Over welk feit, als er meer zijn: de overtreding (boetevoornemen) of de boete (boetebesluit).",
            valueName: "volgnummer"
        )
    )
    var over: Int?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("brief.\(soort.rawValue)", aan: dossier.tekst) { sessie in
            let dag = datum ?? sessie.klok.vandaag
            let gevonden = try await sessie.store.readDossier(dossier)
            let brief = Brief(gemeente: sessie.gemeente.naam, datum: dag, reactieTot: reactieTot, over: over)
            let sjabloon = try Sjabloonplek.map(sessie).sjabloon(soort)
            let tekst = try brief.tekst(soort, gevonden, sessie.beoordelaar, sjabloon)
            try await sessie.noteer(dossier.tekst)
            return Antwoord(
                json: [
                    "id": dossier.json, "soort": .tekst(soort.rawValue), "datum": dag.json, "brief": .tekst(tekst),
                ],
                tekst: tekst
            )
        }
    }
}

/// Where the templates of an installation are.
enum Sjabloonplek {
    static func map(_ sessie: Sessie) -> Sjabloonmap {
        map(wet: sessie.installatie.config.wet, beleid: sessie.gemeente.beleid)
    }

    /// Beside the parameters of the law, and beside the gemeente's own policy.
    static func map(wet: String, beleid: String?) -> Sjabloonmap {
        Sjabloonmap(
            eigen: beleid.map { URL(filePath: $0).deletingLastPathComponent().appending(path: "brieven") },
            standaard: URL(filePath: wet).deletingLastPathComponent().appending(path: "brieven")
        )
    }
}
