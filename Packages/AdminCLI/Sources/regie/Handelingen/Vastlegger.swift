// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieRuntime

/// Records facts through the service that all ways in share, and shows what came of it.
struct Vastlegger {
    let algemeen: Algemeen
    let wijziging: Wijziging

    init(_ algemeen: Algemeen, _ wijziging: Wijziging) {
        self.algemeen = algemeen
        self.wijziging = wijziging
    }

    /// - Parameters:
    ///   - dossier: where; nil for a new one.
    ///   - slot: what to say of it besides; nil for nothing.
    ///   - maak: the facts, from the session and the dossier as it is.
    func leg(
        in dossier: DossierID?,
        slot: (Vastlegging) -> String? = { _ in nil },
        _ maak: (Sessie, Dossier?) async throws -> [Stap.NieuwFeit]
    ) async throws -> Antwoord {
        try await algemeen.werk("feit.vastleggen", aan: dossier?.tekst) { sessie in
            var bestaand: Dossier?
            if let dossier { bestaand = try await sessie.store.readDossier(dossier) }
            let feiten = try await maak(sessie, bestaand)
            let vastlegging = try await sessie.dienst.leg(
                vast: feiten,
                in: dossier,
                reden: wijziging.waarom,
                proef: wijziging.proef
            )
            if wijziging.proef { try await sessie.noteer(vastlegging.dossier.tekst, reden: wijziging.reden) }
            return antwoord(vastlegging, feiten, slot: slot(vastlegging))
        }
    }

    private func antwoord(_ vastlegging: Vastlegging, _ feiten: [Stap.NieuwFeit], slot: String?) -> Antwoord {
        let berichten = vastlegging.berichten
        // A try-out of a new dossier has no number that will last.
        let nummers = vastlegging.volgnummers.map(String.init).joined(separator: ", ")
        let gedaan =
            wijziging.proef ? "Proef: er is niets vastgelegd." : "Vastgelegd in dossier \(vastlegging.dossier)."
        return Antwoord(
            json: [
                "id": vastlegging.dossier.json, "proef": .waarheid(wijziging.proef),
                "volgnummers": .lijst(vastlegging.volgnummers.map { .getal($0) }),
                "gebeurtenissen": .lijst(
                    feiten.map {
                        .object([JSON.Lid("soort", .tekst($0.feit.soort)), JSON.Lid("geldigOp", $0.geldigOp.json)])
                    }
                ),
                "berichten": .lijst(
                    berichten.map { bericht in
                        var leden: [JSON.Lid] = [
                            JSON.Lid("partner", .tekst(bericht.partner.rawValue)),
                            JSON.Lid("soort", .tekst(bericht.soort)),
                        ]
                        if !wijziging.proef { leden.insert(JSON.Lid("berichtId", .tekst(bericht.berichtId)), at: 0) }
                        return .object(leden)
                    }
                ),
                "beoordeling": vastlegging.beoordeling.json,
            ],
            tabel: .gegevens([
                ("dossier", vastlegging.dossier.tekst), ("feiten", nummers),
                ("soort", feiten.map(\.feit.soort).joined(separator: ", ")),
                (
                    "berichten",
                    berichten.isEmpty ? "geen" : berichten.map { "\($0.partner) \($0.soort)" }.joined(separator: ", ")
                ),
            ]),
            melding: [gedaan, slot].compactMap(\.self).joined(separator: "\n")
        )
    }
}
