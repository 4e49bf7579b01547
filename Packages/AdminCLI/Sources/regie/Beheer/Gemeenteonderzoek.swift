// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Jobs
import RegieRuntime

/// The checks on the storage of one gemeente.
struct Gemeenteonderzoek {
    let installatie: Installatie
    let code: Gemeentecode
    let alles: Bool

    private static let steekproef = 200

    func bevindingen() async -> [Bevinding] {
        var uit: [Bevinding] = []
        let isBij: Bool
        do throws(RegieFout) {
            let (bij, gevonden) = try await opslag()
            isBij = bij
            uit += gevonden
        } catch {
            return [Bevinding("opslag \(code)", error)] + oin
        }
        do {
            uit += Logboekonderzoek(installatie: installatie, code: code).bevindingen()
            guard isBij else { return uit + oin }
            let toegang = OSGebruiker.toegang(.beheerder, doel: "doctor")
            let store = try await installatie.store(code, als: toegang)
            uit += try await schemas(store)
            uit += try await ketens(store)
            uit += try await achterstand(store)
            uit += try await Bewijsonderzoek(installatie: installatie, store: store).bevindingen()
            try await store.log(
                AuditRegel(toegang.doel, object: code.description, door: toegang, op: installatie.klok.nu)
            )
        } catch let fout as RegieFout {
            uit.append(Bevinding("opslag \(code)", fout))
        } catch {
            uit.append(Bevinding("opslag \(code)", .bevinding, error.localizedDescription))
        }
        return uit + oin
    }

    private var oin: [Bevinding] {
        guard let oin = installatie.config.gemeenten[code]?.oin, StandaardOIN.isVerzonnen(oin) else { return [] }
        return [
            Bevinding(
                "oin \(code)",
                .letOp,
                "Het OIN is verzonnen bij 'regie init'.",
                watTeDoen: "Vul het OIN uit oinregister.logius.nl in."
            )
        ]
    }

    /// - Returns: whether the schema is this program's: else there is nothing more to look at.
    private func opslag() async throws(RegieFout) -> (isBij: Bool, [Bevinding]) {
        let stand = try await installatie.inspect(code)
        // That it is behind is said below, with which steps and what to do.
        var uit = stand.findings.filter { stand.pending.isEmpty || !$0.hasPrefix("Het schema loopt achter") }
            .map { Bevinding("opslag \(code)", .bevinding, $0) }
        if !stand.pending.isEmpty {
            uit.append(
                Bevinding(
                    "opslag \(code)",
                    .bevinding,
                    "Het schema loopt achter: \(stand.pending.joined(separator: ", ")).",
                    watTeDoen: "Draai 'regie migrate'."
                )
            )
        }
        if let vrij = stand.freeBytes, vrij < StorageInspection.enoughFreeBytes {
            uit.append(
                Bevinding(
                    "ruimte \(code)",
                    .bevinding,
                    "Er is nog \(vrij >> 20) MiB vrij.",
                    watTeDoen: "Maak ruimte vrij."
                )
            )
        }
        let instellingen = stand.settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        if uit.isEmpty {
            uit.append(Bevinding("opslag \(code)", .goed, "\(stand.kind), \(instellingen.joined(separator: ", "))."))
        }
        return (stand.pending.isEmpty, uit)
    }

    private func schemas(_ store: any GemeenteStore) async throws(RegieFout) -> [Bevinding] {
        var gepauzeerd: [String] = []
        var stil: [String] = []
        let nu = installatie.klok.nu
        for (naam, schema) in installatie.config.schedules.sorted(by: { $0.key < $1.key }) {
            guard let stand = try await store.findSchedule(naam) else { continue }
            if stand.gepauzeerd { gepauzeerd.append(naam) }
            // A whole hour past the moment after the last tick: the daemon does not run, or cannot.
            if !stand.gepauzeerd, let volgende = schema.cron.volgende(na: stand.laatste),
                volgende.plus(milliseconden: 3_600_000) < nu
            {
                stil.append(naam)
            }
        }
        var uit: [Bevinding] = []
        if !stil.isEmpty {
            uit.append(
                Bevinding(
                    "schema's \(code)",
                    .bevinding,
                    "Al meer dan een uur niet gelopen: \(stil.joined(separator: ", ")).",
                    watTeDoen: "Controleer of regied draait."
                )
            )
        }
        if !gepauzeerd.isEmpty {
            uit.append(Bevinding("schema's \(code)", .letOp, "Gepauzeerd: \(gepauzeerd.joined(separator: ", "))."))
        }
        return uit.isEmpty ? [Bevinding("schema's \(code)", .goed, "Geen schema loopt achter.")] : uit
    }

    private func ketens(_ store: any GemeenteStore) async throws -> [Bevinding] {
        let log = try await store.verifyAudit()
        let dossiers = try await Ketens.loop(store, hoogstens: alles ? nil : Self.steekproef)
        var uit: [Bevinding] = []
        if let breuk = log.breuk {
            uit.append(
                Bevinding(
                    "auditlog \(code)",
                    .bevinding,
                    "De keten breekt bij regel \(breuk).",
                    watTeDoen: "Meld dit als incident."
                )
            )
        }
        for (dossier, volgnummer) in dossiers.breuken {
            uit.append(
                Bevinding(
                    "dossier \(dossier)",
                    .bevinding,
                    "De keten breekt bij feit \(volgnummer).",
                    watTeDoen: "Meld dit als incident."
                )
            )
        }
        let omvang = alles ? "alle \(dossiers.nagelopen) dossiers" : "een steekproef van \(dossiers.nagelopen) dossiers"
        return uit.isEmpty ? [Bevinding("ketens \(code)", .goed, "Auditlog en \(omvang) kloppen.")] : uit
    }

    private func achterstand(_ store: any GemeenteStore) async throws(RegieFout) -> [Bevinding] {
        let inkomend = try await store.countInbox()["mislukt"] ?? 0
        let uitgaand = try await store.countOutbox()["mislukt"] ?? 0
        var uit: [Bevinding] = []
        if inkomend + uitgaand > 0 {
            uit.append(
                Bevinding(
                    "berichten \(code)",
                    .bevinding,
                    "Mislukt: \(inkomend) in, \(uitgaand) uit.",
                    watTeDoen: "Bekijk 'regie bericht list --status mislukt'."
                )
            )
        }
        uit += try await Taakonderzoek(code: code, store: store).bevindingen()
        return uit.isEmpty ? [Bevinding("berichten \(code)", .goed, "Er is niets blijven liggen.")] : uit
    }
}
