// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Whether an answer can be about the person who was asked about: pure.
///
/// DUO's answers name no person, so little can be seen: an answer that does carry a BSN (outside its specification), and
/// one with a date before the person was born. That an answer belongs to another request is seen from its berichtId.
/// An answer with plausible dates of another person cannot be detected here.
enum Aannemelijkheid {
    /// Why not, without personal data; nil when nothing speaks against it.
    static func bezwaar(_ json: JSON, bsn: Bsn) -> String? {
        for deel in json.lijst ?? [json] {
            for lid in deel.leden ?? [] where ["bsn", "burgerservicenummer"].contains(lid.sleutel.lowercased()) {
                if lid.waarde.tekst != bsn.cijfers { return "Het antwoord van DUO noemt het BSN van een ander." }
            }
        }
        return nil
    }

    /// Why the facts cannot be this person's; nil when nothing speaks against it.
    static func bezwaar(_ feiten: [Stap.NieuwFeit], in dossier: Dossier) -> String? {
        let geboorte = dossier.feiten.persoonsgegevensOntvangen.last { $0.inhoud.geboortedatum != nil }
        guard let dag = geboorte?.inhoud.geboortedatum?.volledig,
            let vroeger = feiten.first(where: { $0.geldigOp < dag })
        else { return nil }
        return "\(vroeger.feit.soort) van DUO ligt voor de geboorte van deze persoon: het antwoord is van een ander."
    }
}
