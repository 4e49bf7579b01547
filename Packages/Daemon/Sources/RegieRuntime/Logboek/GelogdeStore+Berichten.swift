// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension GelogdeStore: InboxStore {
    func receive(_ berichten: [InkomendBericht], als status: InboxStatus) async throws(RegieFout) -> [Bool] {
        try await binnen(Verwerkingssoort.ontvangst) { verwerking throws(RegieFout) in
            for bericht in berichten {
                // A message that names nobody is about somebody all the same.
                if let wie = Betrokkene(bericht) { verwerking.raak(wie) } else { verwerking.altijd() }
            }
            try await logboek.vooraf(verwerking)
            return try await store.receive(berichten, als: status)
        }
    }

    /// The messages that wait are fetched for work that is a processing each; the fetching is part of that.
    func pendingInbox(op tijdstip: Tijdstip, deel: Int, van: Int, limiet: Int, greep: JobLease?) async throws(RegieFout)
        -> [InboxRegel]
    {
        try await store.pendingInbox(op: tijdstip, deel: deel, van: van, limiet: limiet, greep: greep)
    }

    func setInbox(_ sleutel: Berichtsleutel, _ status: InboxStatus, dossier: DossierID?, greep: JobLease?)
        async throws(RegieFout)
    {
        try await store.setInbox(sleutel, status, dossier: dossier, greep: greep)
    }

    func findInbox(_ sleutel: Berichtsleutel) async throws(RegieFout) -> InboxRegel? {
        let regel = try await store.findInbox(sleutel)
        try raak([regel].compactMap { $0 })
        return regel
    }

    func listInbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [InboxRegel] {
        let regels = try await store.listInbox(status: status, limiet: limiet, overslaan: overslaan)
        try raak(regels)
        return regels
    }

    func countInbox() async throws(RegieFout) -> [String: Int] { try await store.countInbox() }

    /// Only who asks in a processing looks at messages as such; the health check counts those that wait.
    private func raak(_ regels: [InboxRegel]) throws(RegieFout) {
        guard let verwerking = Verwerking.huidige else { return }
        try logboek.begin(verwerking)
        for regel in regels {
            if let dossier = regel.dossier {
                verwerking.raak(Betrokkene(regel.bericht) ?? .dossier(dossier), dossier)
            } else if let wie = Betrokkene(regel.bericht) {
                verwerking.raak(wie)
            } else {
                verwerking.altijd()
            }
        }
    }
}

extension GelogdeStore: OutboxStore {
    /// See `pendingInbox`.
    func pendingOutbox(op tijdstip: Tijdstip, deel: Int, van: Int, limiet: Int, greep: JobLease?)
        async throws(RegieFout) -> [OutboxRegel]
    {
        try await store.pendingOutbox(op: tijdstip, deel: deel, van: van, limiet: limiet, greep: greep)
    }

    func maySend(_ berichtId: String, greep: JobLease) async throws(RegieFout) -> Bool {
        try await store.maySend(berichtId, greep: greep)
    }

    func setOutbox(_ berichtId: String, _ status: OutboxStatus, greep: JobLease?) async throws(RegieFout) {
        try await store.setOutbox(berichtId, status, greep: greep)
    }

    func sentAfter(_ berichtId: String) async throws(RegieFout) -> String? { try await store.sentAfter(berichtId) }

    func findOutbox(_ berichtId: String) async throws(RegieFout) -> OutboxRegel? {
        let regel = try await store.findOutbox(berichtId)
        try raak([regel].compactMap { $0 })
        return regel
    }

    func listOutbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [OutboxRegel] {
        let regels = try await store.listOutbox(status: status, limiet: limiet, overslaan: overslaan)
        try raak(regels)
        return regels
    }

    func countOutbox() async throws(RegieFout) -> [String: Int] { try await store.countOutbox() }

    private func raak(_ regels: [OutboxRegel]) throws(RegieFout) {
        guard let verwerking = Verwerking.huidige else { return }
        try logboek.begin(verwerking)
        for regel in regels { verwerking.raak(regel.bericht.dossier) }
    }
}
