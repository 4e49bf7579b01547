// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

/// A kind of storage.
enum Opslagsoort: String, ExpressibleByArgument, CaseIterable {
    case sqlite
    case postgresql
}

/// What makes of `regie migrate` a move to another storage.
struct Verhuizing: ParsableArguments {
    @Option(name: .customLong("from"), help: .init("Verhuis: van deze opslag (sqlite).", valueName: "soort"))
    var van: Opslagsoort?
    @Option(name: .customLong("to"), help: .init("Verhuis: naar deze opslag (postgresql).", valueName: "soort"))
    var naar: Opslagsoort?
    @Option(
        help: .init("Verhuis: verbinding van de toepassing, met env:NAAM uit de omgeving.", valueName: "verbinding")
    )
    var url: String = Verbinding.url
    @Option(
        help: .init("Verhuis: verbinding van de eigenaar van het schema; leeg: ook --url.", valueName: "verbinding")
    )
    var migratieUrl: String = Verbinding.migratieUrl

    var gevraagd: Bool { van != nil || naar != nil }

    func validate() throws {
        guard gevraagd else { return }
        guard van == .sqlite, naar == .postgresql else {
            throw ValidationError("Verhuizen kan met --from sqlite --to postgresql, en niet anders.")
        }
        try Verbinding.controleer([url, migratieUrl])
    }

    /// Moves the gemeenten of a configuration on SQLite.
    func voerUit(_ config: RegieConfig, _ codes: [Gemeentecode], reden: String, proef: Bool) async throws -> Antwoord {
        let doel = try RegieConfig.PostgreSQL.doel(
            url: url,
            migratieURL: migratieUrl,
            omgeving: ProcessInfo.processInfo.environment
        )
        let installatie = try await Installatie.open(config)
        do {
            let verhuizer = try Verhuizer(installatie, naar: doel)
            let uit: [Verhuizer.Uitkomst]
            do {
                uit = try await verhuizer.verhuis(
                    codes,
                    als: OSGebruiker.toegang(.beheerder, doel: "opslag.verhuis"),
                    reden: reden,
                    proef: proef
                ) { Melding.voortgang($0) }
            } catch {
                await verhuizer.sluit()
                throw error
            }
            Melding.voortgang("")
            await verhuizer.sluit()
            await installatie.sluit()
            return antwoord(uit, proef)
        } catch {
            await installatie.sluit()
            throw error
        }
    }

    private func antwoord(_ uit: [Verhuizer.Uitkomst], _ proef: Bool) -> Antwoord {
        let verder =
            "Zet nu in de configuratie storage: { kind: postgresql, url: \"env:REGIE_DATABASE_URL\", migratieUrl: "
            + "\"env:REGIE_MIGRATIE_URL\" }, draai 'regie doctor', start regied, en zet de map van storage.path opzij."
        return Antwoord(
            json: [
                "gemeenten": .lijst(uit.map { json($0) }), "proef": .waarheid(proef),
                "verder": .tekst(proef ? "" : verder),
            ],
            tabel: Tabel(
                koppen: ["gemeente", "dossiers", "feiten", "koppen", "auditregel", "auditkop"],
                rijen: uit.map {
                    [
                        $0.gemeente.description, "\($0.bewijs.dossiers)", "\($0.bewijs.feiten)", $0.koppen,
                        "\($0.bewijs.auditNummer)", $0.auditkop,
                    ]
                }
            ),
            melding: proef
                ? "Proef: de bron klopt en het doel is leeg; er is niets verhuisd."
                : "In PostgreSQL teruggelezen: elke rij gelijk, alle ketens nagelopen. De bron is zoals zij was.\n\(verder)"
        )
    }

    private func json(_ deel: Verhuizer.Uitkomst) -> JSON {
        [
            "gemeente": deel.gemeente.json, "dossiers": .getal(deel.bewijs.dossiers),
            "feiten": .getal(deel.bewijs.feiten), "zegels": .getal(deel.bewijs.zegels), "koppen": .tekst(deel.koppen),
            "auditNummer": .getal(Int(deel.bewijs.auditNummer)), "auditKop": .tekst(deel.auditkop),
            "tabellen": .lijst(
                deel.tabellen.map { naam, rijen, sha256 in
                    ["tabel": .tekst(naam), "rijen": .getal(rijen), "sha256": .tekst(sha256)]
                }
            ),
        ]
    }
}

extension Verhuizer.Uitkomst {
    fileprivate var koppen: String { hex(bewijs.koppen) }
    fileprivate var auditkop: String { hex(bewijs.auditCode) }

    private func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
}
