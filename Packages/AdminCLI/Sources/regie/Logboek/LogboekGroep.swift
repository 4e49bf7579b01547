// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct LogboekGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logboek",
        abstract: "Het logboek dataverwerkingen: wat er met iemands gegevens is gedaan.",
        subcommands: [LogboekToon.self]
    )
}

struct LogboekToon: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "toon",
        abstract: "Wat er met de gegevens van iemand is gedaan, oudste eerst.",
        discussion: """
            Voor wie inzage vraagt (AVG art. 15). In het logboek staat niemand met naam of nummer; deze opdracht zoekt de \
            pseudoniemen van het dossier op. Wie het deed staat in het auditlog, bij hetzelfde spoor.
            """
    )

    @Argument(help: .init("Dossiernummer.", valueName: "id")) var dossier: DossierID
    @Option(help: .init("Vanaf deze dag (standaard: tien jaar terug).", valueName: "datum")) var van: Datum?
    @Option(help: .init("Tot en met deze dag (standaard: vandaag).", valueName: "datum")) var tot: Datum?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("logboek.toon", als: .beheerder, aan: dossier.tekst) { sessie in
            guard let logboek = sessie.installatie.logboek(sessie.gemeente.code) else {
                throw RegieFout(
                    .configOngeldig,
                    "Er wordt geen logboek dataverwerkingen geschreven.",
                    watTeDoen: "Stel 'logboek: { map: …, register: … }' in."
                )
            }
            let laatste = tot ?? sessie.klok.vandaag
            let eerste = van ?? laatste.plus(dagen: -3660)
            guard eerste <= laatste else {
                throw RegieFout(.gebruikOngeldig, "--van ligt na --tot.")
            }
            let gevonden = try await sessie.store.readDossier(dossier)
            let regels = try logboek.regels(over: gevonden, dagen: eerste...laatste)
            try await sessie.noteer(dossier.tekst)
            return Antwoord(
                json: ["id": dossier.json, "regels": .lijst(regels.map(\.json))],
                tabel: Tabel(
                    koppen: ["begin", "wat", "activiteit", "status", "partner", "spoor"],
                    rijen: regels.map { regel in
                        [
                            regel.begin.description, regel.naam, regel.activiteit, regel.status,
                            regel.partner ?? "",
                            regel.traceID,
                        ]
                    }
                ),
                melding: Self.melding(regels, sessie.installatie.config.storage)
            )
        }
    }
}

extension LogboekToon {
    fileprivate static func melding(_ regels: [Logregel], _ storage: RegieConfig.Storage) -> String? {
        let leeg = regels.isEmpty ? "In deze dagen staat niets over deze persoon." : nil
        guard case .postgresql = storage else { return leeg }
        let hier = "Dit is het logboek van deze machine; wat andere machines deden, staat in dat van hen."
        return [leeg, hier].compactMap { $0 }.joined(separator: " ")
    }
}

extension Logregel {
    fileprivate var json: JSON {
        var velden = Veldschrijver()
        velden.zet("begin", begin.description)
        velden.zet("einde", einde.description)
        velden.zet("naam", naam)
        velden.zet("activiteit", activiteit)
        velden.zet("status", status)
        velden.zet("soort", soort)
        velden.zet("spoor", traceID)
        velden.zet("partner", partner)
        return velden.json
    }
}
