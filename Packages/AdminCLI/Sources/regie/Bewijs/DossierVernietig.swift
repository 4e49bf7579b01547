// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct DossierVernietig: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "vernietig",
        abstract: "Vernietig een dossier: de sleutel gaat weg, en niets ervan is ooit nog te lezen.",
        discussion: """
            Niet terug te draaien. Wanneer het mag of moet: 'regie dossier explain' onder BEWAARTERMIJN. Is die termijn \
            niet voorbij, dan gebeurt er niets zonder --ondanks-bewaartermijn. \
            De auditregels blijven, en de keten blijft na te lopen. Uit een reservekopie van ervoor komt het dossier niet \
            terug zolang het bewijsbestand er is: 'regie restore' vernietigt het opnieuw.
            """
    )

    @Argument(help: .init("Nummer van het dossier.", valueName: "id")) var dossier: DossierID
    @Flag(help: "Ook als de plicht of de bewaartermijn nog loopt, of het dossier niet meer te lezen is.")
    var ondanksBewaartermijn = false
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("dossier.vernietig", als: .beheerder, aan: dossier.tekst) { sessie in
            try await toets(sessie)
            let gevolg = try await sessie.installatie.bewijs(sessie.store).vernietig(
                dossier,
                reden: wijziging.waarom,
                op: sessie.klok.nu,
                proef: wijziging.proef
            )
            return Antwoord(
                json: [
                    "id": dossier.json, "feiten": .getal(gevolg.feiten), "zoeksleutels": .getal(gevolg.zoeksleutels),
                    "werkregels": .getal(gevolg.werkregels), "inkomend": .getal(gevolg.inkomend),
                    "uitgaand": .getal(gevolg.uitgaand), "proef": .waarheid(wijziging.proef),
                ],
                tabel: .gegevens([
                    ("dossier", dossier.tekst), ("feiten onleesbaar", "\(gevolg.feiten)"),
                    ("zoeksleutels weg", "\(gevolg.zoeksleutels)"),
                    ("regels werkvoorraad weg", "\(gevolg.werkregels)"),
                    ("inkomende berichten gewist", "\(gevolg.inkomend)"),
                    ("uitgaande berichten onleesbaar", "\(gevolg.uitgaand)"),
                ]),
                melding: wijziging.proef ? "Proef: er is niets vernietigd." : "Vernietigd."
            )
        }
    }

    /// Says what stands against it, and refuses unless the beheerder decided otherwise.
    private func toets(_ sessie: Sessie) async throws(RegieFout) {
        let bezwaar: String?
        do throws(RegieFout) {
            // Destroyed before: the destruction itself says so.
            guard let gevonden = try await sessie.store.findDossier(dossier, bekendOp: nil) else { return }
            bezwaar = Bewaartoets.bezwaar(sessie.beoordelaar.beoordeel(gevonden, op: sessie.klok.vandaag))
        } catch {
            if error.code == .dossierVernietigd || error.code == .nietGevonden { return }
            guard error.betreftEenDossier else { throw error }
            bezwaar = "het dossier is niet te lezen, dus of de bewaartermijn voorbij is, is niet bekend."
        }
        guard let bezwaar else { return }
        guard wijziging.proef || ondanksBewaartermijn else {
            throw RegieFout(
                .geweigerd,
                "Dossier \(dossier) wordt niet vernietigd: \(bezwaar)",
                watTeDoen: "Moet het toch, geef dan --ondanks-bewaartermijn en noem in --reden het besluit."
            )
        }
        Melding.waarschuwing(bezwaar)
    }
}
