// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct GebeurtenisGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gebeurtenis",
        abstract: "Feiten vastleggen uit een bestand.",
        subcommands: [GebeurtenisAdd.self]
    )
}

/// Where a fact goes: a dossier, or a new one.
enum Dossierkeuze: ExpressibleByArgument {
    case bestaand(DossierID)
    case nieuw

    init?(argument: String) {
        if argument == "nieuw" {
            self = .nieuw
        } else if let id = DossierID(argument) {
            self = .bestaand(id)
        } else {
            return nil
        }
    }
}

struct GebeurtenisAdd: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Leg een feit vast, in de vorm van het contract (JSON).",
        discussion: "Met dezelfde controles en hetzelfde bericht aan de ketenpartner als de eigen opdracht ervoor."
    )

    @Argument(help: .init("Dossiernummer, of 'nieuw'.", valueName: "id"))
    var dossier: Dossierkeuze

    @Option(help: .init("Bestand met één feit of een lijst; '-' is stdin.", valueName: "bestand"))
    var file: String

    @Option(help: .init("BSN van een nieuw dossier; '-' leest het van stdin.", valueName: "nummer"))
    var bsn: String?

    @Option(help: .init("V-nummer van een nieuw dossier; '-' leest het van stdin.", valueName: "nummer"))
    var vnummer: String?

    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard [file, bsn, vnummer].filter({ $0 == "-" }).count <= 1 else {
            throw ValidationError("Er kan maar één ding van stdin komen: kies waar '-' staat.")
        }
        if case .bestaand = dossier, bsn != nil || vnummer != nil {
            throw ValidationError("--bsn en --vnummer horen bij een nieuw dossier: 'regie gebeurtenis add nieuw …'.")
        }
    }

    func voerUit() async throws -> Antwoord {
        let feiten = try Feitbestand.lees(file)
        let identiteit = try Identiteitsopties(bsn: bsn, vnummer: vnummer).lees()
        var id: DossierID?
        if case .bestaand(let bestaand) = dossier { id = bestaand }
        return try await Vastlegger(algemeen, wijziging).leg(in: id) { sessie, _ in
            let nu = sessie.klok.nu
            let nieuwe = feiten.map {
                Stap.NieuwFeit(
                    geldigOp: $0.geldigOp,
                    bekendOp: nu,
                    bron: $0.bron,
                    berichtId: $0.berichtId,
                    feit: $0.feit
                )
            }
            guard id == nil else { return nieuwe }
            let eigen = nieuwe.contains { if case .persoonsgegevensOntvangen = $0.feit { true } else { false } }
            guard identiteit != nil || eigen else {
                throw RegieFout(
                    .gebruikOngeldig,
                    "Een nieuw dossier vraagt om een persoon.",
                    watTeDoen: "Geef --bsn - of --vnummer -, met het nummer op stdin."
                )
            }
            let wie = identiteit.map { Feit.persoonsgegevensOntvangen($0).vanGemeente(op: sessie.klok.vandaag, nu) }
            return [wie].compactMap { $0 } + nieuwe
        }
    }
}

/// The facts of a file: one, or an array of them.
enum Feitbestand {
    static func lees(_ pad: String) throws(RegieFout) -> [Gebeurtenis] {
        let json = try Invoer.json(pad)
        let lijst = json.lijst ?? [json]
        guard !lijst.isEmpty else {
            throw RegieFout(.feitOngeldig, "De lijst van feiten is leeg.", waar: Invoer.naam(pad))
        }
        var uit: [Gebeurtenis] = []
        for (index, feit) in lijst.enumerated() {
            do throws(RegieFout) {
                uit.append(try Gebeurtenis(json: feit, volgnummer: index + 1))
            } catch {
                throw error.op(json.lijst == nil ? Invoer.naam(pad) : "\(Invoer.naam(pad)): feit \(index + 1)")
            }
        }
        return uit
    }
}

/// A person named by number.
struct Identiteitsopties {
    let bsn: String?
    let vnummer: String?

    /// Nil when no number was given; throws `gebruik-ongeldig` for one that cannot be, without repeating it.
    func lees() throws(RegieFout) -> PersoonsgegevensOntvangen? {
        guard bsn != nil || vnummer != nil else { return nil }
        var uit = PersoonsgegevensOntvangen()
        if let bsn {
            guard let gelezen = Bsn(Invoer.persoonsnummer(bsn, optie: "--bsn")) else {
                throw RegieFout(
                    .gebruikOngeldig,
                    "Het BSN is geen negen cijfers die aan de elfproef voldoen.",
                    watTeDoen: "Controleer het nummer: er is een cijfer verkeerd, te veel of te weinig."
                )
            }
            uit.bsn = gelezen
        }
        if let vnummer {
            guard let gelezen = VNummer(Invoer.persoonsnummer(vnummer, optie: "--vnummer")) else {
                throw RegieFout(.gebruikOngeldig, "Het V-nummer heeft niet de vorm van een V-nummer: tien cijfers.")
            }
            uit.vnummer = gelezen
        }
        return uit
    }
}
