// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The jobs of one gemeente that will not be done by themselves.
struct Taakonderzoek {
    let code: Gemeentecode
    let store: any GemeenteStore

    /// Of very many no more than these.
    private static let hoogstens = 1_000
    private static let genoemd = 5

    func bevindingen() async throws(RegieFout) -> [Bevinding] {
        let mislukt = try await store.listJobs(status: .mislukt, limiet: Self.hoogstens).count { $0.zegel == .past }
        let gesloten = try await store.closedJobs(hoogstens: Self.hoogstens)
        let wacht = gesloten.filter { $0.zegel == .wachtOpSleutel && $0.status != .mislukt }
        let dicht = gesloten.filter { $0.zegel != .wachtOpSleutel || $0.status == .mislukt }
        var uit: [Bevinding] = []
        if mislukt > 0 {
            uit.append(
                Bevinding(
                    "taken \(code)",
                    .bevinding,
                    "Mislukt: \(mislukt).",
                    watTeDoen: "Bekijk 'regie job list --status mislukt'; 'regie job cancel ID' legt er een terzijde."
                )
            )
        }
        if !dicht.isEmpty {
            uit.append(
                Bevinding(
                    "taken \(code)",
                    .bevinding,
                    "verzegeling-faalt: het zegel klopt niet: \(namen(dicht)).",
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
                    "verzegeling-faalt: noemt een nieuwere sleutel dan hier is: \(namen(wacht)).",
                    watTeDoen:
                        "Is er onlangs een sleutel bijgekomen, zet dan binnen een uur het nieuwste sleutelbestand van gemeente"
                        + " \(code) op deze machine. Zo niet, dan veranderde iets dit buiten Regie om: meld het als incident."
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
