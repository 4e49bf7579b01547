// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

struct Backup: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Maak een reservekopie van alle gemeenten terwijl regied werkt, en loop haar na.",
        discussion: """
            De sleutels staan er niet in: bewaar die apart, anders is de kopie niets waard en met elkaar zijn ze alles. \
            Configuratie en beleid staan er ook niet in. Een map zonder manifest.json is geen reservekopie.
            """
    )

    @Argument(help: .init("Lege of nieuwe map.", valueName: "map"), completion: .directory) var map: String
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        let installatie = try await Installatie.open(try algemeen.laadConfig())
        do {
            let doel = URL(filePath: map).path
            let toegang = OSGebruiker.toegang(.beheerder, doel: "backup")
            let delen = try await installatie.kopieerder.maak(in: doel, als: toegang)
            await installatie.sluit()
            return Antwoord(
                json: [
                    "map": .tekst(doel),
                    "gemeenten": .lijst(
                        delen.map {
                            [
                                "gemeente": $0.gemeente.json, "dossiers": .getal($0.bewijs.dossiers),
                                "feiten": .getal($0.bewijs.feiten), "bytes": .getal($0.bytes),
                            ]
                        }
                    ),
                ],
                tabel: Tabel(
                    koppen: ["gemeente", "dossiers", "feiten", "bytes"],
                    rijen: delen.map {
                        [
                            $0.gemeente.description, "\($0.bewijs.dossiers)", "\($0.bewijs.feiten)", "\($0.bytes)",
                        ]
                    }
                ),
                melding: "Nagelopen en goed. De sleutels staan hier niet bij: bewaar die apart."
            )
        } catch {
            await installatie.sluit()
            throw error
        }
    }
}
