// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

struct Restore: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Maak de opslag uit een reservekopie: eerst nagelopen, nooit over een opslag heen.",
        discussion: """
            Zet eerst sleutels en configuratie terug, en stop regied. Wat sinds de kopie is vernietigd, wordt opnieuw \
            vernietigd uit het bewijsbestand. Wat er na de kopie bij kwam is weg: vraag partners hun berichten van daarna \
            opnieuw te sturen. Afloop 6 als er na het herstel iets niet klopt.
            """
    )

    @Argument(help: .init("Map met de reservekopie.", valueName: "map"), completion: .directory) var map: String
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        let installatie = try await Installatie.open(try algemeen.laadConfig())
        do {
            let delen = try await installatie.hersteller.herstel(
                uit: URL(filePath: map).path,
                als: OSGebruiker.toegang(.beheerder, doel: "restore"),
                reden: wijziging.waarom,
                proef: wijziging.proef
            )
            await installatie.sluit()
            return antwoord(delen)
        } catch {
            await installatie.sluit()
            throw error
        }
    }

    private func antwoord(_ delen: [Hersteller.Uitkomst]) -> Antwoord {
        let meldingen = delen.flatMap { deel in
            deel.meldingen + deel.bewijs.breuken.map { "\($0.waar): \($0.wat)" }
        }
        let slot = wijziging.proef ? "Proef: de kopie klopt; er is niets hersteld." : "Hersteld."
        return Antwoord(
            json: [
                "gemeenten": .lijst(
                    delen.map { deel in
                        [
                            "gemeente": deel.gemeente.json, "gemaaktOp": .tekst(deel.gemaaktOp.description),
                            "dossiers": .getal(deel.bewijs.dossiers), "feiten": .getal(deel.bewijs.feiten),
                            "opnieuwVernietigd": .lijst(deel.vernietigd.map(\.json)),
                            "breuken": .lijst(
                                deel.bewijs.breuken.map { ["waar": .tekst($0.waar), "wat": .tekst($0.wat)] }
                            ),
                            "meldingen": .lijst(deel.meldingen.map(JSON.tekst)),
                        ]
                    }
                ),
                "proef": .waarheid(wijziging.proef),
            ],
            tabel: Tabel(
                koppen: ["gemeente", "kopie van", "dossiers", "feiten", "opnieuw vernietigd"],
                rijen: delen.map { deel in
                    [
                        deel.gemeente.description, deel.gemaaktOp.description, "\(deel.bewijs.dossiers)",
                        "\(deel.bewijs.feiten)", "\(deel.vernietigd.count)",
                    ]
                }
            ),
            melding: (meldingen + [slot]).joined(separator: "\n"),
            bevindingen: delen.contains { $0.bewijs.aantal > 0 }
        )
    }
}
