// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieRuntime
import Sealing

/// The checks on what must be there on the day that something goes wrong: backup, seal, key.
struct Bewijsonderzoek {
    let installatie: Installatie
    let store: any GemeenteStore

    private static let dag: Int64 = 86_400_000

    func bevindingen() async throws(RegieFout) -> [Bevinding] {
        [try await backup(), try await zegel()] + (try await sleutel())
    }

    private func backup() async throws(RegieFout) -> Bevinding {
        let onderdeel = "backup \(store.gemeente)"
        let regels = try await store.listAudit(object: "backup", actor: nil, voor: nil, limiet: 1)
        guard let laatste = regels.first?.regel.tijdstip else {
            return Bevinding(onderdeel, .letOp, "Nog geen backup.", watTeDoen: "Draai dagelijks 'regie backup MAP'.")
        }
        let dagen = (installatie.klok.nu.milliseconden - laatste.milliseconden) / Self.dag
        if dagen >= 2 {
            return Bevinding(
                onderdeel,
                .bevinding,
                "De laatste backup is van \(laatste), \(dagen) dagen geleden.",
                watTeDoen: "Draai dagelijks 'regie backup MAP'."
            )
        }
        return Bevinding(onderdeel, .goed, "De laatste backup is van \(laatste) en is nagelopen.")
    }

    private func zegel() async throws(RegieFout) -> Bevinding {
        let onderdeel = "zegel \(store.gemeente)"
        guard installatie.config.bewijs != nil else {
            return Bevinding(
                onderdeel,
                .letOp,
                "Er wordt geen bewijs buiten de opslag geschreven.",
                watTeDoen: "Stel 'bewijs: PAD' in, op een andere schijf dan de opslag."
            )
        }
        var laatste: Zegel?
        while let volgende = try await store.listSeals(na: laatste?.nummer ?? 0, limiet: 500).last {
            laatste = volgende
        }
        guard let laatste else {
            return Bevinding(onderdeel, .letOp, "Er is nog geen zegel: het eerste komt vannacht.")
        }
        if installatie.klok.nu.milliseconden - laatste.tijdstip.milliseconden > 2 * Self.dag {
            return Bevinding(
                onderdeel,
                .bevinding,
                "Het laatste zegel is van \(laatste.tijdstip).",
                watTeDoen: "Bekijk 'regie job list --status mislukt' en draai 'regie audit verify'."
            )
        }
        return Bevinding(onderdeel, .goed, "Zegel \(laatste.nummer) is van \(laatste.tijdstip).")
    }

    private func sleutel() async throws(RegieFout) -> [Bevinding] {
        let versies = try await installatie.sleutelbeheer(store).lijst().filter { $0.versie.isFull }
        guard versies.count > 1 else { return [] }
        let oud = versies.dropLast().reduce(0) { $0 + $1.totaal }
        return [
            Bevinding(
                "sleutel \(store.gemeente)",
                .letOp,
                "Er zijn \(versies.count) versies; onder de oude zijn nog \(oud) rijen verzegeld.",
                watTeDoen: oud == 0 ? "Draai 'regie sleutel verwijderen'." : "regied herverzegelt; wacht dat af."
            )
        ]
    }
}
