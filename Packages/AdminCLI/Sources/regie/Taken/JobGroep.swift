// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct JobGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "job",
        abstract: "Taken in de wachtrij.",
        subcommands: [JobList.self, JobShow.self, JobRun.self, JobCancel.self]
    )
}

extension Job {
    var regel: JSON {
        var velden = Veldschrijver()
        velden.zet("id", Int(id))
        velden.zet("soort", soort)
        velden.zet("status", status.rawValue)
        velden.zet("prioriteit", prioriteit)
        velden.zet("vanaf", vanaf.description)
        velden.zet("pogingen", pogingen)
        velden.zet("hoogstens", hoogstens)
        velden.zet("fout", fout.map(Maskering.maskeer))
        return velden.json
    }

    static let koppen = ["id", "soort", "status", "vanaf", "pogingen", "fout"]

    var rij: [String] {
        [
            "\(id)", soort, status.rawValue, vanaf.description, "\(pogingen)/\(hoogstens)",
            fout.map(Maskering.maskeer) ?? "",
        ]
    }
}

struct JobList: Opdracht {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Taken, nieuwste eerst.")

    @Option(help: .init("Alleen met deze status.", valueName: "status")) var status: Job.Status?
    @Option(help: .init("Hoogstens zoveel.", valueName: "aantal")) var limiet: Int = 50
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard (1...10_000).contains(limiet) else { throw ValidationError("--limiet loopt van 1 tot en met 10000.") }
    }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("job.lijst", als: .beheerder) { sessie in
            let jobs = try await sessie.store.listJobs(status: status, limiet: limiet)
            return Antwoord(
                json: ["jobs": .lijst(jobs.map(\.regel))],
                tabel: Tabel(koppen: Job.koppen, rijen: jobs.map(\.rij)),
                melding: jobs.isEmpty ? "Geen taken." : nil
            )
        }
    }
}

struct JobShow: Opdracht {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Eén taak.")

    @Argument(help: .init("Nummer van de taak.", valueName: "id")) var job: Int64
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("job.lees", als: .beheerder, aan: "job \(job)") { sessie in
            guard let gevonden = try await sessie.store.findJob(job) else {
                throw RegieFout(.nietGevonden, "Taak \(job) is er niet.", watTeDoen: "Bekijk 'regie job list'.")
            }
            return Antwoord(
                json: gevonden.regel,
                tabel: .gegevens(zip(Job.koppen, gevonden.rij).map { ($0, $1.isEmpty ? nil : $1) })
            )
        }
    }
}

struct JobRun: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Zet een taak klaar om nu te draaien; regied voert hem uit.",
        discussion: "Namen: \(Standaardschema.namen.joined(separator: ", ")). Zonder draaiende regied: 'regied --once'."
    )

    @Argument(help: .init("Naam van de taak.", valueName: "naam")) var naam: String
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws { try Schemanaam.controleer(naam) }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("job.run", als: .beheerder, aan: naam) { sessie in
            var id: Int64?
            if !wijziging.proef {
                try await sessie.noteer(naam, reden: wijziging.reden)
                let nieuw = NewJob(naam, prioriteit: 10, vanaf: sessie.klok.nu, uniek: naam, meteen: true)
                id = try await sessie.store.enqueue([nieuw]).first ?? nil
            }
            let stond = id == nil && !wijziging.proef
            return Antwoord(
                json: .object(
                    [JSON.Lid("soort", .tekst(naam)), JSON.Lid("proef", .waarheid(wijziging.proef))]
                        + (id.map { [JSON.Lid("id", .getal(Int($0)))] } ?? [])
                ),
                tabel: .gegevens([("taak", naam), ("id", id.map(String.init))]),
                melding: wijziging.proef
                    ? "Proef: er is niets klaargezet."
                    : stond ? "De taak stond al klaar." : "Klaargezet; volg hem met 'regie job list'."
            )
        }
    }
}

struct JobCancel: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Annuleer een taak die nog niet af is, of leg een mislukte terzijde."
    )

    @Argument(help: .init("Nummer van de taak.", valueName: "id")) var job: Int64
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("job.annuleer", als: .beheerder, aan: "job \(job)") { sessie in
            let open: [Job.Status] = [.klaar, .bezig, .mislukt]
            let gevonden = try await sessie.store.findJob(job)
            guard let gevonden, open.contains(gevonden.status) else {
                throw RegieFout(
                    .nietGevonden,
                    "Taak \(job) is er niet of is al af.",
                    watTeDoen: "Bekijk 'regie job list'."
                )
            }
            if !wijziging.proef {
                try await sessie.noteer("job \(job)", reden: wijziging.reden)
                guard try await sessie.store.cancel(job, op: sessie.klok.nu) else {
                    throw RegieFout(.gelijktijdigGewijzigd, "Taak \(job) is intussen afgerond.")
                }
            }
            return Antwoord(
                json: ["id": .getal(Int(job)), "soort": .tekst(gevonden.soort), "proef": .waarheid(wijziging.proef)],
                tabel: .gegevens([("taak", gevonden.soort), ("id", "\(job)")]),
                melding: wijziging.proef ? "Proef: er is niets geannuleerd." : "Geannuleerd."
            )
        }
    }
}
