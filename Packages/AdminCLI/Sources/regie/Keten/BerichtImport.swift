// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import ExchangeDUO
import Inburgering
import RegieRuntime

struct BerichtImport: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Lees berichten van een ketenpartner uit bestanden.",
        discussion: """
            Van DUO: een notificatie (JSON), een antwoord van een van de API's, of de antwoorden over één persoon samen: \
            {"bsn": …, "inburgeringsplicht": …, "examens/resultaten": …}. Met --dry-run ziet u de feiten die elk bestand \
            geeft en elke afwijking van de specificatie; daar is geen database voor nodig. Zonder --dry-run gaat een \
            notificatie naar het postvak in, en gaan antwoorden naar het dossier van het BSN dat erbij staat.
            """
    )

    @Option(help: .init("Van welke partner.", valueName: "partner")) var partner: String
    @Argument(help: .init("Bestanden.", valueName: "bestand")) var bestanden: [String]
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard partner == Partner.duo.rawValue else {
            throw ValidationError(
                "Van partner '\(partner.prefix(20))' kan deze versie niet uit bestanden lezen; kies 'duo'."
            )
        }
    }

    func voerUit() async throws -> Antwoord {
        var gelezen: [Importregel] = []
        for pad in bestanden { gelezen.append(try Importregel(pad, gemeente: gemeente())) }
        if !wijziging.proef { gelezen = try await neemOp(gelezen) }
        let afwijkingen = gelezen.contains { !$0.bestand.afwijkingen.isEmpty }
        return Antwoord(
            json: ["berichten": .lijst(gelezen.map(\.json)), "proef": .waarheid(wijziging.proef)],
            tabel: Tabel(koppen: Importregel.koppen, rijen: gelezen.flatMap(\.rijen)),
            melding: wijziging.proef ? "Proef: er is niets vastgelegd." : nil,
            bevindingen: afwijkingen
        )
    }

    /// The gemeente that was named or that the configuration has; a try-out needs neither.
    private func gemeente() throws(RegieFout) -> Gemeentecode {
        if let gekozen = algemeen.gemeente { return gekozen }
        if !wijziging.proef { return try algemeen.kies(uit: algemeen.laadConfig()).code }
        return try Gemeentecode(json: "9999")
    }

    private func neemOp(_ regels: [Importregel]) async throws -> [Importregel] {
        try await algemeen.werk("bericht.import", als: .beheerder) { sessie in
            var uit: [Importregel] = []
            for var regel in regels {
                try await sessie.noteer(regel.berichtId, reden: wijziging.reden)
                if let notificatie = regel.bestand.notificatie {
                    let bericht = regel.bericht(notificatie, op: sessie.klok.nu)
                    regel.nieuw = try await sessie.store.receive([bericht]).first ?? false
                } else if regel.bestand.afwijkingen.isEmpty {
                    regel.nieuw = try await legVast(regel, sessie)
                }
                uit.append(regel)
            }
            return uit
        }
    }

    /// Records what is new of the answers in the dossier of the person.
    private func legVast(_ regel: Importregel, _ sessie: Sessie) async throws -> Bool {
        guard let bsn = regel.bestand.persoon?.bsn else {
            throw RegieFout(
                .gebruikOngeldig,
                "Het bestand zegt niet over wie het gaat.",
                watTeDoen: "Zet het antwoord onder zijn naam naast \"bsn\" in één object.",
                waar: regel.pad
            )
        }
        guard let id = try await sessie.store.findDossiers(by: .bsn(bsn)).first else {
            throw RegieFout(
                .nietGevonden,
                "De persoon van dit bestand heeft geen dossier.",
                watTeDoen: "Maak het dossier met 'regie gebeurtenis add nieuw'.",
                waar: regel.pad
            )
        }
        let nieuw = try regel.bestand.nieuw(naast: try await sessie.store.readDossier(id))
        guard !nieuw.isEmpty else { return false }
        _ = try await sessie.dienst.leg(vast: nieuw, in: id, reden: wijziging.waarom, proef: false)
        return true
    }
}
