// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct DossierShow: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Eén dossier zoals het is, met persoonsgegevens.",
        discussion: "De enige opdracht die een BSN toont; wie kijkt komt in het auditlog."
    )

    @Argument(help: .init("Dossiernummer.", valueName: "id")) var dossier: DossierID
    @Option(help: .init("Dag waarover (standaard: vandaag).", valueName: "datum")) var peildatum: Datum?
    @Option(help: .init("Met wat op dit moment bekend was (datum of tijdstip).", valueName: "moment"))
    var bekendOp: Tijdstip?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("dossier.lees", aan: dossier.tekst) { sessie in
            let gevonden = try await sessie.store.readDossier(dossier, bekendOp: bekendOp)
            try await sessie.noteer(dossier.tekst)
            let regel = Dossierregel(
                dossier: gevonden,
                beoordeling: sessie.beoordelaar.beoordeel(gevonden, op: peildatum ?? sessie.klok.vandaag)
            )
            return antwoord(regel, gevonden.persoonsgegevens)
        }
    }

    private func antwoord(_ regel: Dossierregel, _ persoon: PersoonsgegevensOntvangen) -> Antwoord {
        var velden = Veldschrijver()
        persoon.schrijf(naar: &velden)
        let (dossier, beoordeling) = (regel.dossier, regel.beoordeling)
        var leden = regel.json.leden ?? []
        leden.removeAll { $0.sleutel == "termijnen" || $0.sleutel == "signalen" }
        leden.insert(JSON.Lid("persoon", velden.json), at: 1)
        leden.append(JSON.Lid("gebeurtenissen", .getal(dossier.gebeurtenissen.count)))
        leden.append(JSON.Lid("beoordeling", beoordeling.json))
        let naam = [persoon.voornamen, persoon.geslachtsnaam].compactMap { $0 }.joined(separator: " ")
        var tabel = Tabel.gegevens([
            ("dossier", dossier.id.tekst), ("naam", naam.isEmpty ? nil : naam), ("bsn", persoon.bsn?.cijfers),
            ("v-nummer", persoon.vnummer?.cijfers), ("geboren", persoon.geboortedatum?.description),
            ("geslacht", persoon.geslacht), ("nationaliteit", persoon.nationaliteiten?.joined(separator: ", ")),
            ("stand", regel.rij[1]), ("doelgroep", beoordeling.stand.doelgroep?.rawValue),
            ("leerroute", beoordeling.stand.leerroute?.rawValue), ("klantmanager", dossier.klantmanager),
            ("feiten", "\(dossier.gebeurtenissen.count)"),
        ])
        tabel.rijen += beoordeling.signalen.map { signaal in
            ["\(signaal.ernst.rawValue)\(signaal.voor.map { " \($0)" } ?? "")", "\(signaal.code): \(signaal.actie)"]
        }
        return Antwoord(json: .object(leden), tabel: tabel)
    }
}
