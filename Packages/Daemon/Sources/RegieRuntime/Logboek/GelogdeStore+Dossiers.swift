// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Inburgering

extension GelogdeStore: DossierStore {
    var gemeente: Gemeentecode { store.gemeente }

    /// Audit lines name the trace, so that whoever may see both finds who did what the log says was done.
    var toegang: Toegang {
        let toegang = store.toegang
        guard let spoor = Verwerking.huidige?.spoor else { return toegang }
        return Toegang(
            actor: toegang.actor,
            rol: toegang.rol,
            doel: toegang.doel,
            oorsprong: "\(toegang.oorsprong) verwerking=\(spoor.traceID)"
        )
    }

    func append(_ stappen: [Stap]) async throws(RegieFout) -> [Result<[Int], RegieFout>] {
        try await binnen { verwerking throws(RegieFout) in
            for stap in stappen { verwerking.raak(stap.dossier, sleutels: stap.zoeksleutels) }
            try await logboek.vooraf(verwerking)
            return try await store.append(stappen)
        }
    }

    func findDossier(_ id: DossierID, bekendOp: Tijdstip?) async throws(RegieFout) -> Dossier? {
        try await binnen { verwerking throws(RegieFout) in
            let dossier = try await store.findDossier(id, bekendOp: bekendOp)
            if let dossier { verwerking.raak(dossier) }
            return dossier
        }
    }

    func findDossiers(by sleutel: Zoeksleutel) async throws(RegieFout) -> [DossierID] {
        try await binnen { verwerking throws(RegieFout) in
            verwerking.zocht(Betrokkene(sleutel))
            return try await store.findDossiers(by: sleutel)
        }
    }

    func assessAll(
        omvang: Int,
        verwerk: @escaping @Sendable (Dossier) -> [Werkregel]
    ) async throws(RegieFout) -> (gezien: Int, gewijzigd: Int) {
        try await nacht { reeks throws(RegieFout) in
            try await store.assessAll(omvang: omvang) { dossier in
                reeks.noteer(dossier)
                return verwerk(dossier)
            }
        }
    }

    func listDossiers(na: DossierID?, limiet: Int) async throws(RegieFout) -> [DossierID] {
        try await store.listDossiers(na: na, limiet: limiet)
    }

    func countDossiers() async throws(RegieFout) -> Int { try await store.countDossiers() }

    func verifyChain(_ id: DossierID) async throws(RegieFout) -> Int? { try await store.verifyChain(id) }
}

extension GelogdeStore: WorklistStore {
    func listWork(_ filter: WorkFilter, limiet: Int, overslaan: Int) async throws(RegieFout) -> [Werkregel] {
        try await binnen { verwerking throws(RegieFout) in
            let regels = try await store.listWork(filter, limiet: limiet, overslaan: overslaan)
            for regel in regels { verwerking.raak(regel.dossier) }
            return regels
        }
    }

    func countWork(_ filter: WorkFilter) async throws(RegieFout) -> Int { try await store.countWork(filter) }
}

extension GelogdeStore: DestructionStore {
    private static let vernietiging = "dossier.vernietig"

    func inspectDestruction(_ id: DossierID) async throws(RegieFout) -> Vernietiging {
        // Only the try-out of a destruction is a processing; chains are walked without anybody seeing anything.
        guard let verwerking = Verwerking.huidige, verwerking.doel == Self.vernietiging else {
            return try await store.inspectDestruction(id)
        }
        try logboek.begin(verwerking)
        if let dossier = try? await store.findDossier(id, bekendOp: nil) { verwerking.raak(dossier) }
        return try await store.inspectDestruction(id)
    }

    @discardableResult
    func destroyDossier(_ id: DossierID, op tijdstip: Tijdstip, audit: AuditRegel) async throws(RegieFout)
        -> Vernietiging
    {
        try await binnen(Self.vernietiging) { verwerking throws(RegieFout) in
            // The last moment at which it can be known whose dossier this is; one that cannot be read is destroyed too.
            let dossier = try? await store.findDossier(id, bekendOp: nil)
            if let dossier { verwerking.raak(dossier) } else { verwerking.raak(id) }
            try await logboek.vooraf(verwerking)
            return try await store.destroyDossier(id, op: tijdstip, audit: audit)
        }
    }

    func listDestroyed(na: DossierID?, limiet: Int) async throws(RegieFout) -> [(dossier: DossierID, op: Tijdstip)] {
        try await store.listDestroyed(na: na, limiet: limiet)
    }
}
