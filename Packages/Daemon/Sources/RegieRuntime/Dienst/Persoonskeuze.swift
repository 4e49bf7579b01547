// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Which dossier a message is about, and what it says of the identity that the dossier does not know yet.
struct Persoonskeuze: Sendable {
    /// The dossier; empty when the person is new here.
    let dossier: Dossier
    /// Identity facts to record.
    let identiteit: [Stap.NieuwFeit]

    /// Finds the dossier by BSN, then by V-nummer. Fails when the two lead to different people, or when the dossier knows
    /// another number: a machine does not choose between them.
    static func kies(
        _ bericht: InkomendBericht,
        in store: any GemeenteStore,
        op nu: Tijdstip
    ) async throws(RegieFout) -> Result<Persoonskeuze, RegieFout> {
        var gevonden: Set<DossierID> = []
        if let bsn = bericht.bsn { gevonden.formUnion(try await store.findDossiers(by: .bsn(bsn))) }
        if let vnummer = bericht.vnummer { gevonden.formUnion(try await store.findDossiers(by: .vnummer(vnummer))) }
        guard bericht.bsn != nil || bericht.vnummer != nil else {
            return .failure(RegieFout(.geenPersoon, "Het bericht noemt geen BSN en geen V-nummer."))
        }
        guard gevonden.count <= 1 else {
            return .failure(
                RegieFout(.geenPersoon, "Het BSN en het V-nummer van het bericht wijzen naar verschillende dossiers.")
            )
        }
        let dossier: Dossier
        if let id = gevonden.first {
            dossier = try await store.readDossier(id)
        } else {
            dossier = Dossier(id: .nieuw(), gemeente: store.gemeente, gebeurtenissen: [])
        }
        // A number that differs from the known one is no news of this person but a sign of another: what is recorded here
        // decides under whose BSN every later message goes out. A human must choose.
        guard dossier.bsn == nil || bericht.bsn == nil || bericht.bsn == dossier.bsn else {
            return .failure(anderePersoon("BSN", dossier.id))
        }
        guard dossier.vnummer == nil || bericht.vnummer == nil || bericht.vnummer == dossier.vnummer else {
            return .failure(anderePersoon("V-nummer", dossier.id))
        }
        let bsn = bericht.bsn == dossier.bsn ? nil : bericht.bsn
        let vnummer = bericht.vnummer == dossier.vnummer ? nil : bericht.vnummer
        guard bsn != nil || vnummer != nil else { return .success(Persoonskeuze(dossier: dossier, identiteit: [])) }
        let feit = Stap.NieuwFeit(
            geldigOp: Amsterdam.datum(van: bericht.ontvangenOp),
            bekendOp: nu,
            bron: .duo,
            berichtId: bericht.sleutel.berichtId,
            feit: .persoonsgegevensOntvangen(PersoonsgegevensOntvangen(bsn: bsn, vnummer: vnummer))
        )
        return .success(Persoonskeuze(dossier: dossier, identiteit: [feit]))
    }

    private static func anderePersoon(_ nummer: String, _ dossier: DossierID) -> RegieFout {
        RegieFout(
            .geenPersoon,
            "Het bericht noemt een ander \(nummer) dan dossier \(dossier): gaat het over dezelfde persoon? Is het nummer"
                + " gewijzigd, leg het dan vast als PersoonsgegevensOntvangen en bied het bericht opnieuw aan."
        )
    }
}

extension RegieFout.Code {
    /// A message that leads to no one person.
    static let geenPersoon = RegieFout.Code(rawValue: "geen-persoon")
}
