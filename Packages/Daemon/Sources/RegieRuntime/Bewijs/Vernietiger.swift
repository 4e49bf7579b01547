// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension Bewijs {
    /// Destroys a dossier: first in the proof file, so that a restored backup cannot bring it back, then in the storage.
    /// - Parameter proef: nothing is written.
    /// - Throws: `geweigerd` when the access is not that of a beheerder, `config-ongeldig` without a proof file,
    ///   `niet-gevonden`, `dossier-vernietigd` when it was destroyed before.
    public func vernietig(
        _ id: DossierID,
        reden: String,
        op tijdstip: Tijdstip,
        proef: Bool = false
    ) async throws(RegieFout) -> Vernietiging {
        guard store.toegang.rol == .beheerder else {
            throw RegieFout(.geweigerd, "Een dossier vernietigen doet alleen een beheerder.")
        }
        guard let bestand else {
            throw RegieFout(
                .configOngeldig,
                "Zonder bewijsbestand wordt niets vernietigd: een teruggezette reservekopie zou het dossier terugbrengen.",
                watTeDoen: "Stel 'bewijs: PAD' in, op een andere schijf dan de opslag."
            )
        }
        let gevolg = try await store.inspectDestruction(id)
        if let eerder = gevolg.eerder {
            throw RegieFout(.dossierVernietigd, "Dossier \(id) is al vernietigd op \(eerder).")
        }
        if proef { return gevolg }
        var op = tijdstip
        try bestand.voegToe { gelezen throws(RegieFout) in
            // Broken off before: the moment stays.
            if let eerder = Stand(gelezen.regels).vernietigd[id] {
                op = eerder
                return []
            }
            return [.vernietiging(id, op: tijdstip)]
        }
        return try await store.destroyDossier(id, op: op, audit: regel(id, reden: reden, op: tijdstip))
    }

    /// Does again what the proof file says was destroyed: after a restore, or when it was broken off.
    /// - Returns: the dossiers.
    func vernietigOpnieuw(op tijdstip: Tijdstip) async throws(RegieFout) -> [DossierID] {
        var uit: [DossierID] = []
        for (id, op) in try await nogTeVernietigen() {
            do throws(RegieFout) {
                let audit = regel(id, reden: "opnieuw, na herstel uit een reservekopie", op: tijdstip)
                try await store.destroyDossier(id, op: op, audit: audit)
                uit.append(id)
            } catch {
                // Made after the backup: then there is nothing to destroy.
                guard error.code == .nietGevonden else { throw error }
            }
        }
        return uit
    }

    /// What `vernietigOpnieuw` would destroy: what the proof file says of dossiers that this storage can still open.
    func opnieuwTeVernietigen() async throws(RegieFout) -> [DossierID] {
        var uit: [DossierID] = []
        for (id, _) in try await nogTeVernietigen() {
            do throws(RegieFout) {
                _ = try await store.inspectDestruction(id)
                uit.append(id)
            } catch {
                guard error.code == .nietGevonden else { throw error }
            }
        }
        return uit
    }

    private func nogTeVernietigen() async throws(RegieFout) -> [(DossierID, Tijdstip)] {
        guard let bestand else { return [] }
        let inOpslag = try await vernietigd()
        return Stand(try bestand.lees().regels).vernietigd.sorted { $0.key < $1.key }
            .filter { inOpslag[$0.key] == nil }.map { ($0.key, $0.value) }
    }

    private func regel(_ id: DossierID, reden: String, op tijdstip: Tijdstip) -> AuditRegel {
        AuditRegel("dossier.vernietig", object: id.tekst, door: store.toegang, op: tijdstip, reden: reden)
    }
}
