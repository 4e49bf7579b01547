// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct DossierFind: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Zoek een dossier op BSN, V-nummer of naam en geboortedatum.",
        discussion: "Een nummer komt met '-' van stdin: op de opdrachtregel is het zichtbaar voor anderen."
    )

    @Option(help: .init("BSN; '-' leest het van stdin.", valueName: "nummer")) var bsn: String?
    @Option(help: .init("V-nummer; '-' leest het van stdin.", valueName: "nummer")) var vnummer: String?
    @Option(help: .init("Geslachtsnaam; vraagt ook om --geboortedatum.", valueName: "naam")) var geslachtsnaam: String?
    @Option(help: .init("Geboortedatum, met 00 voor wat onbekend is.", valueName: "datum"))
    var geboortedatum: OnvolledigeDatum?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard [bsn, vnummer, geslachtsnaam].filter({ $0 != nil }).count == 1 else {
            throw ValidationError("Zoek met één van --bsn, --vnummer, of --geslachtsnaam met --geboortedatum.")
        }
        guard (geslachtsnaam == nil) == (geboortedatum == nil) else {
            throw ValidationError("--geslachtsnaam en --geboortedatum horen bij elkaar.")
        }
    }

    func voerUit() async throws -> Antwoord {
        let sleutel = try sleutel()
        return try await algemeen.werk("dossier.zoek") { sessie in
            var regels: [Dossierregel] = []
            for id in try await sessie.store.findDossiers(by: sleutel) {
                let dossier = try await sessie.store.readDossier(id)
                let beoordeling = sessie.beoordelaar.beoordeel(dossier, op: sessie.klok.vandaag)
                regels.append(Dossierregel(dossier: dossier, beoordeling: beoordeling))
                try await sessie.noteer(id.tekst)
            }
            if regels.isEmpty { try await sessie.noteer(sessie.gemeente.code.description, resultaat: "niet-gevonden") }
            return Antwoord(
                json: ["dossiers": .lijst(regels.map(\.json))],
                tabel: Tabel(koppen: Dossierregel.koppen, rijen: regels.map(\.rij)),
                melding: regels.isEmpty ? "Niet gevonden in gemeente \(sessie.gemeente.naam)." : nil
            )
        }
    }

    private func sleutel() throws(RegieFout) -> Zoeksleutel {
        if let geslachtsnaam, let geboortedatum {
            return .naam(geslachtsnaam: geslachtsnaam, geboortedatum: geboortedatum)
        }
        let persoon = try Identiteitsopties(bsn: bsn, vnummer: vnummer).lees()
        if let bsn = persoon?.bsn { return .bsn(bsn) }
        if let vnummer = persoon?.vnummer { return .vnummer(vnummer) }
        throw RegieFout(.gebruikOngeldig, "Er is niets om op te zoeken.")
    }
}
