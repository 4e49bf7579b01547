// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The jobs of one gemeente that will not be done by themselves.
struct Taakonderzoek {
    let code: Gemeentecode
    let store: any GemeenteStore

    /// Of very many, the newest.
    private static let hoogstens = 1_000
    private static let genoemd = 5

    func bevindingen() async throws(RegieFout) -> [Bevinding] {
        let mislukt = try await store.listJobs(status: .mislukt, limiet: Self.hoogstens)
        let dicht = mislukt.filter(\.isGesloten)
        let wacht = try await store.listJobs(status: .klaar, limiet: Self.hoogstens).filter(\.isGesloten)
        var uit: [Bevinding] = []
        if mislukt.count > dicht.count {
            uit.append(
                Bevinding(
                    "taken \(code)",
                    .bevinding,
                    "Mislukt: \(mislukt.count - dicht.count).",
                    watTeDoen: "Bekijk 'regie job list --status mislukt'; 'regie job cancel ID' legt er een terzijde."
                )
            )
        }
        if !dicht.isEmpty {
            uit.append(
                Bevinding(
                    "taken \(code)",
                    .bevinding,
                    "verzegeling-faalt: opzij gezet, want het zegel klopt niet: \(namen(dicht)).",
                    watTeDoen:
                        "Iets veranderde dit buiten Regie om, of een sleutel is weg: meld het als incident. Zoek het"
                        + " uit, leg de taak terzijde met 'regie job cancel ID' en zet het werk klaar met 'regie job run'."
                )
            )
        }
        if !wacht.isEmpty {
            uit.append(
                Bevinding(
                    "taken \(code)",
                    .bevinding,
                    "verzegeling-faalt: wacht op een sleutel die hier nog niet is: \(namen(wacht)).",
                    watTeDoen: "Zet het nieuwste sleutelbestand van gemeente \(code) op deze machine."
                )
            )
        }
        return uit
    }

    private func namen(_ jobs: [Job]) -> String {
        let eerste = jobs.prefix(Self.genoemd).map { "taak \($0.id) (\($0.soort))" }.joined(separator: ", ")
        return jobs.count > Self.genoemd ? "\(eerste) en nog \(jobs.count - Self.genoemd)" : eerste
    }
}
