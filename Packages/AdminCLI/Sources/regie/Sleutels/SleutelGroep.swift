// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime
import Sealing

struct SleutelGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sleutel",
        abstract: "De sleutel van een gemeente bekijken en vervangen, zonder stilstand.",
        discussion: "Volgorde: roteren, wachten tot 'lijst' onder de oude niets meer telt, verwijderen.",
        subcommands: [SleutelLijst.self, SleutelRoteren.self, SleutelHerverzegel.self, SleutelVerwijderen.self]
    )
}

struct SleutelLijst: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "lijst",
        abstract: "De versies van de sleutel, en wat onder elk nog is verzegeld."
    )

    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("sleutel.lijst", als: .beheerder) { sessie in
            let versies = try await sessie.installatie.sleutelbeheer(sessie.store).lijst()
            try await sessie.noteer(sessie.gemeente.code.description)
            let nieuwste = versies.last { $0.versie.isFull && $0.versie.hasBegun }?.versie.id
            return Antwoord(
                json: ["sleutels": .lijst(versies.map { Self.json($0, nieuwste) })],
                tabel: Tabel(
                    koppen: ["versie", "stand", "vanaf"] + Verzegelsoort.allCases.map(\.rawValue),
                    rijen: versies.map { versie in
                        [
                            "\(versie.versie.id)", Self.stand(versie, nieuwste),
                            versie.versie.vanaf?.description ?? "",
                        ]
                            + Verzegelsoort.allCases.map { soort in
                                "\(versie.gebruik.first { $0.soort == soort }?.aantal ?? 0)"
                            }
                    }
                )
            )
        }
    }

    private static func stand(_ versie: Sleutelbeheer.Versie, _ nieuwste: UInt32?) -> String {
        guard versie.versie.isFull else { return "verwijderd" }
        guard versie.versie.hasBegun else { return "opent" }
        if versie.versie.id == nieuwste { return "verzegelt" }
        return versie.totaal == 0 ? "mag weg" : "opent"
    }

    private static func json(_ versie: Sleutelbeheer.Versie, _ nieuwste: UInt32?) -> JSON {
        var velden = Veldschrijver()
        velden.zet("versie", Int(versie.versie.id))
        velden.zet("stand", stand(versie, nieuwste))
        velden.zet("vanaf", versie.versie.vanaf?.description)
        velden.zet("verzegeld", versie.totaal)
        for gebruik in versie.gebruik { velden.zet(gebruik.soort.rawValue, gebruik.aantal) }
        return velden.json
    }
}

struct SleutelRoteren: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "roteren",
        abstract: "Voeg een versie toe en breng alles eronder, terwijl regied werkt.",
        discussion: """
            De nieuwe versie opent meteen en verzegelt vanaf een minuut later, of vanaf --vanaf: tot dan hebben alle \
            processen haar gelezen. Een regied die het sleutelbestand zelf leest, doet dat zonder herstart. Met \
            systemd-credentials of op meer machines: kies --vanaf ruim, verspreid het bestand en herstart voor dat moment.
            """
    )

    @Option(help: .init("Vanaf wanneer zij verzegelt (RFC 3339); anders over een minuut.", valueName: "tijdstip"))
    var vanaf: String?
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws {
        if let vanaf, Tijdstip(vanaf) == nil {
            throw ValidationError("--vanaf is een tijdstip als 2026-12-01T03:00:00+01:00.")
        }
    }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("sleutel.roteren", als: .beheerder) { sessie in
            let begin =
                vanaf.flatMap { Tijdstip($0) } ?? sessie.klok.nu.plus(milliseconden: Sleutelbeheer.aanloop)
            let beheer = sessie.installatie.sleutelbeheer(sessie.store)
            let versie = try await beheer.roteer(vanaf: begin, proef: wijziging.proef)
            if !wijziging.proef { try await sessie.noteer("sleutel \(versie)", reden: wijziging.reden) }
            return Antwoord(
                json: [
                    "versie": .getal(Int(versie)), "vanaf": .tekst(begin.description),
                    "proef": .waarheid(wijziging.proef),
                ],
                tabel: .gegevens([("versie", "\(versie)"), ("verzegelt vanaf", begin.description)]),
                melding: wijziging.proef
                    ? "Proef: er is geen versie toegevoegd."
                    : "Toegevoegd. Bewaar een kopie van het sleutelbestand; regied herverzegelt vanzelf."
            )
        }
    }
}

struct SleutelHerverzegel: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "herverzegel",
        abstract: "Zet de taak klaar die alles onder de nieuwste versie brengt; 'roteren' doet dat zelf al."
    )

    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("sleutel.herverzegel", als: .beheerder) { sessie in
            if !wijziging.proef {
                try await sessie.noteer(Herverzegeling.soort, reden: wijziging.reden)
                let soort = Herverzegeling.soort
                _ = try await sessie.store.enqueue([
                    NewJob(soort, prioriteit: 80, vanaf: sessie.klok.nu, uniek: soort, meteen: true)
                ])
            }
            return Antwoord(
                json: ["soort": .tekst(Herverzegeling.soort), "proef": .waarheid(wijziging.proef)],
                tabel: .gegevens([("taak", Herverzegeling.soort)]),
                melding: wijziging.proef
                    ? "Proef: er is niets klaargezet." : "Klaargezet; volg het met 'regie sleutel lijst'."
            )
        }
    }
}

struct SleutelVerwijderen: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "verwijderen",
        abstract: "Neem een oude versie weg; geweigerd zolang er iets onder is verzegeld.",
        discussion: """
            Niet terug te draaien. Reservekopieën van voor de wissel gaan daarna niet meer open, ook niet de dossiers erin \
            die later zijn vernietigd: zo is een vernietiging overal af. Wat de codes van het auditlog nagaat, blijft.
            """
    )

    @Argument(help: .init("Nummer van de versie.", valueName: "versie")) var versie: UInt32
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("sleutel.verwijderen", als: .beheerder, aan: "sleutel \(versie)") { sessie in
            let beheer = sessie.installatie.sleutelbeheer(sessie.store)
            try await beheer.verwijder(versie, nu: sessie.klok.nu, proef: wijziging.proef)
            if !wijziging.proef { try await sessie.noteer("sleutel \(versie)", reden: wijziging.reden) }
            return Antwoord(
                json: ["versie": .getal(Int(versie)), "proef": .waarheid(wijziging.proef)],
                tabel: .gegevens([("versie", "\(versie)")]),
                melding: wijziging.proef
                    ? "Proef: er is niets verwijderd."
                    : "Verwijderd. Maak nu een reservekopie: die van voor de wissel gaan niet meer open."
            )
        }
    }
}
