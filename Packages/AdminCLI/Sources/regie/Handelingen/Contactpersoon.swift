// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import ExchangeDUO
import Inburgering
import RegieRuntime

/// How the keten reaches a klantmanager (DUO API Contactpersoon).
struct Bereikbaarheid: ParsableArguments {
    @Option(help: .init("Naam van de contactpersoon.", valueName: "naam")) var naam: String
    @Option(help: .init("E-mailadres.", valueName: "adres")) var email: String
    @Option(help: .init("Telefoonnummer.", valueName: "nummer")) var telefoon: String

    /// The contactpersoon; throws `geweigerd` with DUO's rule before anything is queued.
    func contactpersoon() throws(RegieFout) -> ExchangeDUO.Contactpersoon {
        let persoon = ExchangeDUO.Contactpersoon(naam: naam, email: email, telefoonnummer: telefoon)
        let weigeringen = persoon.weigeringen
        guard weigeringen.isEmpty else {
            throw RegieFout(
                .geweigerd,
                weigeringen.map { "\($0.uitleg) (\($0.regel))" }.joined(separator: "\n  "),
                watTeDoen: "Er is niets vastgelegd en niets verzonden. Herstel dit en probeer het opnieuw."
            )
        }
        return persoon
    }
}

struct ContactAanmelden: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "aanmelden",
        abstract:
            "Meld een klantmanager bij DUO aan als contactpersoon; met DUO's antwoord wordt het dossier gekoppeld."
    )

    @OptionGroup var kader: Handelkader
    @Option(help: .init("Account van de klantmanager.", valueName: "naam")) var klantmanager: String
    @OptionGroup var bereikbaarheid: Bereikbaarheid
    @Option(help: .init("Dag van ingang (standaard: vandaag).", valueName: "datum")) var datum: Datum?
    var vorm: Vorm { kader.algemeen.output }

    func voerUit() async throws -> Antwoord {
        let persoon = try bereikbaarheid.contactpersoon()
        return try await kader.stuur { sessie, _ in
            persoon.aanmelding(klantmanager: klantmanager, datum: datum ?? sessie.klok.vandaag)
        }
    }
}

struct ContactWijzigen: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "wijzigen",
        abstract: "Geef DUO andere gegevens van de contactpersoon van dit dossier."
    )

    @OptionGroup var kader: Handelkader
    @OptionGroup var bereikbaarheid: Bereikbaarheid
    var vorm: Vorm { kader.algemeen.output }

    func voerUit() async throws -> Antwoord {
        let persoon = try bereikbaarheid.contactpersoon()
        return try await kader.stuur { _, dossier in persoon.wijziging(id: try dossier.contactpersoon()) }
    }
}

struct ContactAfmelden: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "afmelden",
        abstract: "Haal de contactpersoon van dit dossier weg bij DUO, en daarmee van alle dossiers."
    )

    @OptionGroup var kader: Handelkader
    var vorm: Vorm { kader.algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await kader.stuur { _, dossier in ExchangeDUO.Contactpersoon.afmelding(id: try dossier.contactpersoon()) }
    }
}

extension Handelkader {
    /// Queues a message to DUO that is no fact of the dossier.
    fileprivate func stuur(
        _ maak: (Sessie, Dossier) throws -> BerichtOntwerp
    ) async throws -> Antwoord {
        try await algemeen.werk("contactpersoon.melden", aan: dossier.tekst) { sessie in
            let ontwerp = try maak(sessie, try await sessie.store.readDossier(dossier))
            let bericht = try await sessie.dienst.stuur(
                ontwerp,
                aan: .duo,
                over: dossier,
                reden: wijziging.waarom,
                proef: wijziging.proef
            )
            if wijziging.proef { try await sessie.noteer(dossier.tekst, reden: wijziging.reden) }
            return Antwoord(
                json: [
                    "id": dossier.json, "proef": .waarheid(wijziging.proef), "soort": .tekst(bericht.soort),
                    "berichtId": wijziging.proef ? .null : .tekst(bericht.berichtId),
                ],
                tabel: .gegevens([("dossier", dossier.tekst), ("bericht", "duo \(bericht.soort)")]),
                melding: wijziging.proef
                    ? "Proef: er is niets verzonden." : "Het bericht aan DUO ligt klaar; regied verstuurt het."
            )
        }
    }
}

extension Dossier {
    /// DUO's id of the contactpersoon of the last assignment; throws `niet-gevonden` when DUO knows none.
    fileprivate func contactpersoon() throws(RegieFout) -> Int {
        if let id = feiten.klantmanagerToegewezen.reversed().lazy.compactMap(\.inhoud.contactpersoonId).first {
            return id
        }
        throw RegieFout(
            .nietGevonden,
            "Bij dit dossier is geen contactpersoon bekend die bij DUO is aangemeld.",
            watTeDoen: "Meld die aan met 'regie klantmanager aanmelden \(id) …'."
        )
    }
}
