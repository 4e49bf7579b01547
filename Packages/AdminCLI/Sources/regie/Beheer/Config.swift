// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Brieven
import Foundation
import Inburgering
import Policy
import RegieRuntime

struct Config: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "De configuratie controleren en tonen.",
        subcommands: [ConfigCheck.self, ConfigShow.self]
    )
}

/// Where the configuration is and how to show the answer.
struct Configopties: ParsableArguments {
    @Option(help: .init("Configuratie; anders REGIE_CONFIG, ./regie.yaml of /etc/regie/regie.yaml.", valueName: "pad"))
    var config: String?
    @Option(help: .init("Vorm van de uitvoer.", valueName: "vorm")) var output: Vorm = .table
}

struct ConfigCheck: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Controleer de configuratie, de wet en het beleid; alles wat fout is in één keer."
    )

    @OptionGroup var opties: Configopties
    var vorm: Vorm { opties.output }

    func voerUit() async throws -> Antwoord {
        let bevindingen = Configcontrole.bevindingen(opties.config)
        return Antwoord(
            json: ["bevindingen": .lijst(bevindingen.map(\.alsBevinding))],
            tabel: Tabel(
                koppen: ["waar", "wat", "wat te doen"],
                rijen: bevindingen.map { [$0.waar ?? "", $0.wat, $0.watTeDoen] }
            ),
            melding: bevindingen.isEmpty ? "De configuratie is in orde." : nil,
            bevindingen: !bevindingen.isEmpty
        )
    }
}

/// Everything that is wrong with a configuration and what it names.
enum Configcontrole {
    static func bevindingen(_ pad: String?) -> [RegieFout] {
        let (config, fouten) = RegieConfig.check(path: pad)
        guard let config else { return fouten }
        var uit: [RegieFout] = []
        do throws(RegieFout) { _ = try WetLader.laad(map: URL(filePath: config.wet)) } catch { uit.append(error) }
        for code in config.gemeentecodes {
            uit += Sjabloonplek.map(wet: config.wet, beleid: config.gemeenten[code]?.beleid).controleer()
                .filter { !uit.contains($0) }
            guard let bestand = config.gemeenten[code]?.beleid else { continue }
            do throws(RegieFout) { _ = try BeleidLader.laad(URL(filePath: bestand)) } catch { uit.append(error) }
        }
        return uit
    }
}

extension RegieFout {
    fileprivate var alsBevinding: JSON {
        var velden = Veldschrijver()
        velden.zet("code", code.rawValue)
        velden.zet("waar", waar)
        velden.zet("wat", wat)
        velden.zet("watTeDoen", watTeDoen.isEmpty ? nil : watTeDoen)
        return velden.json
    }
}

struct ConfigShow: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Toon de waarden en waar ze vandaan komen; geheimen gemaskeerd."
    )

    @Flag(help: "Ook wat niet in het bestand staat maar wel geldt.") var effective = false
    @OptionGroup var opties: Configopties
    var vorm: Vorm { opties.output }

    func voerUit() async throws -> Antwoord {
        let config = try RegieConfig.load(path: opties.config)
        let regels = config.effective().filter { effective || $0.herkomst != .standaard }
        return Antwoord(
            json: [
                "bestand": .tekst(config.file),
                "waarden": .lijst(
                    regels.map {
                        [
                            "sleutel": .tekst($0.sleutel), "waarde": .tekst($0.waarde),
                            "herkomst": .tekst($0.herkomst.description),
                        ]
                    }
                ),
            ],
            tabel: Tabel(
                koppen: ["sleutel", "waarde", "herkomst"],
                rijen: regels.map { [$0.sleutel, $0.waarde, $0.herkomst.description] }
            )
        )
    }
}
