// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension DossierService {
    /// What recording these facts makes us tell the partners, each message with its own berichtId.
    func berichten(over feiten: [Stap.NieuwFeit], in dossier: Dossier, op nu: Tijdstip) -> [UitgaandBericht] {
        berichtmakers.flatMap { maker in
            maker.berichten(feiten, in: dossier, op: nu).map { bericht($0, aan: maker.partner, over: dossier.id, nu) }
        }
    }

    /// Queues a message that follows from no fact yet: the answer brings the fact (a contactpersoon's id).
    ///
    /// - Parameters:
    ///   - ontwerp: what to say.
    ///   - partner: to whom.
    ///   - id: the dossier it is about; under its key the message is sealed.
    ///   - reden: why, for the audit log.
    ///   - proef: make the message and queue nothing.
    /// - Throws: `niet-gevonden`, `gelijktijdig-gewijzigd` after three tries, or what the store throws.
    public func stuur(
        _ ontwerp: BerichtOntwerp,
        aan partner: Partner,
        over id: DossierID,
        reden: String,
        proef: Bool = false
    ) async throws(RegieFout) -> UitgaandBericht {
        var poging = 1
        while true {
            let dossier = try await store.readDossier(id)
            let bericht = bericht(ontwerp, aan: partner, over: id, klok.nu)
            guard !proef else { return bericht }
            let (stap, _) = stap(
                [],
                bij: dossier,
                uitgaand: [bericht],
                audit: AuditRegel(
                    "bericht.\(ontwerp.soort)",
                    object: id.tekst,
                    door: store.toegang,
                    op: klok.nu,
                    reden: reden
                )
            )
            do throws(RegieFout) {
                try await store.append(stap)
                await wekVerzending(op: klok.nu)
                return bericht
            } catch {
                guard error.code == .gelijktijdigGewijzigd, poging < 3 else { throw error }
                poging += 1
            }
        }
    }

    private func bericht(
        _ ontwerp: BerichtOntwerp,
        aan partner: Partner,
        over dossier: DossierID,
        _ nu: Tijdstip
    ) -> UitgaandBericht {
        UitgaandBericht(
            berichtId: BerichtID.nieuw(),
            partner: partner,
            soort: ontwerp.soort,
            dossier: dossier,
            inhoud: ontwerp.inhoud,
            gemaaktOp: nu
        )
    }
}
