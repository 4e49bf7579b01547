// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import Jobs
import RegieRuntime

struct ScheduleGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Wanneer taken vanzelf draaien.",
        subcommands: [ScheduleList.self, ScheduleNext.self, SchedulePause.self, ScheduleResume.self]
    )
}

/// The name of a schedule, checked.
enum Schemanaam {
    static func controleer(_ naam: String) throws {
        guard !Standaardschema.namen.contains(naam) else { return }
        let raad = Suggestie.dichtstbij(naam, in: Standaardschema.namen).map { "Bedoelde u '\($0)'?" }
        throw ValidationError(
            "'\(naam)' is niet bekend. \(raad ?? "Kies uit \(Standaardschema.namen.joined(separator: ", ")).")"
        )
    }
}

struct ScheduleList: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "De schema's, met hun laatste en volgende keer."
    )

    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("schedule.lijst", als: .beheerder) { sessie in
            var rijen: [[String]] = []
            var regels: [JSON] = []
            for (naam, schema) in sessie.installatie.config.schedules.sorted(by: { $0.key < $1.key }) {
                let stand = try await sessie.store.findSchedule(naam)
                let volgende = schema.cron.volgende(na: sessie.klok.nu)
                let gepauzeerd = stand?.gepauzeerd ?? false
                var velden = Veldschrijver()
                velden.zet("naam", naam)
                velden.zet("cron", schema.cron.description)
                velden.zet("inhalen", schema.inhalen.rawValue)
                velden.zet("gepauzeerd", gepauzeerd)
                velden.zet("laatste", stand?.tick?.description)
                if !gepauzeerd { velden.zet("volgende", volgende?.description) }
                regels.append(velden.json)
                rijen.append([
                    naam, schema.cron.description, schema.inhalen.rawValue, gepauzeerd ? "gepauzeerd" : "actief",
                    stand?.tick?.description ?? "",
                    gepauzeerd ? "" : volgende?.description ?? "",
                ])
            }
            return Antwoord(
                json: ["schedules": .lijst(regels)],
                tabel: Tabel(koppen: ["naam", "cron", "inhalen", "stand", "laatste", "volgende"], rijen: rijen)
            )
        }
    }
}

struct ScheduleNext: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: "De eerstvolgende momenten van alle schema's."
    )

    @Argument(help: .init("Hoeveel.", valueName: "aantal")) var aantal: Int = 10
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard (1...1000).contains(aantal) else { throw ValidationError("Het aantal loopt van 1 tot en met 1000.") }
    }

    func voerUit() async throws -> Antwoord {
        let config = try algemeen.laadConfig()
        var momenten: [(moment: Tijdstip, naam: String)] = []
        for (naam, schema) in config.schedules {
            var moment = Systeemklok().nu
            for _ in 0..<aantal {
                guard let volgende = schema.cron.volgende(na: moment) else { break }
                momenten.append((volgende, naam))
                moment = volgende
            }
        }
        let eerste = momenten.sorted { ($0.moment, $0.naam) < ($1.moment, $1.naam) }.prefix(aantal)
        return Antwoord(
            json: [
                "momenten": .lijst(eerste.map { ["moment": .tekst($0.moment.description), "naam": .tekst($0.naam)] })
            ],
            tabel: Tabel(koppen: ["moment", "naam"], rijen: eerste.map { [$0.moment.description, $0.naam] })
        )
    }
}

struct SchedulePause: Opdracht {
    static let configuration = CommandConfiguration(commandName: "pause", abstract: "Zet een schema stil.")

    @Argument(help: .init("Naam van het schema.", valueName: "naam")) var naam: String
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws { try Schemanaam.controleer(naam) }
    func voerUit() async throws -> Antwoord { try await Schemabesluit.neem(naam, pauze: true, algemeen, wijziging) }
}

struct ScheduleResume: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "Laat een schema weer lopen; wat intussen verviel wordt niet ingehaald."
    )

    @Argument(help: .init("Naam van het schema.", valueName: "naam")) var naam: String
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws { try Schemanaam.controleer(naam) }
    func voerUit() async throws -> Antwoord { try await Schemabesluit.neem(naam, pauze: false, algemeen, wijziging) }
}

private enum Schemabesluit {
    static func neem(
        _ naam: String,
        pauze: Bool,
        _ algemeen: Algemeen,
        _ wijziging: Wijziging
    ) async throws -> Antwoord {
        let doel = pauze ? "schedule.pauze" : "schedule.hervat"
        return try await algemeen.werk(doel, als: .beheerder, aan: naam) { sessie in
            if !wijziging.proef {
                try await sessie.noteer(naam, reden: wijziging.reden)
                try await sessie.store.setPaused(
                    naam,
                    pauze,
                    vanaf: try await sessie.store.servertijd() ?? sessie.klok.nu
                )
            }
            return Antwoord(
                json: ["naam": .tekst(naam), "gepauzeerd": .waarheid(pauze), "proef": .waarheid(wijziging.proef)],
                tabel: .gegevens([("schema", naam), ("stand", pauze ? "gepauzeerd" : "actief")]),
                melding: wijziging.proef ? "Proef: er is niets gewijzigd." : nil
            )
        }
    }
}
