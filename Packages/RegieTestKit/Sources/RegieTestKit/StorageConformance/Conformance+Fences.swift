// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What a job may still say that another process has taken over.
extension StorageConformance {
    static let fences: [ConformanceCheck] = [
        ConformanceCheck("wie zijn taak kwijt is zegt niets meer over een ontvangen bericht") { harness in
            let store = try await harness.store()
            let sleutel = Berichtsleutel(.duo, "i-1")
            _ = try await store.receive([TestData.inkomend("i-1")])
            let (old, new) = try await takenOver(store)
            try await requireThrows(.leaseVerlopen) {
                _ = try await store.pendingInbox(op: TestData.moment, deel: 0, van: 1, limiet: 9, greep: old.greep)
            }
            try await requireThrows(.leaseVerlopen) {
                try await store.setInbox(sleutel, .mislukt(waarom: "te laat"), dossier: nil, greep: old.greep)
            }
            let id = DossierID.nieuw()
            var stap = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: [TestData.uren(1)],
                verwerkt: Stap.Verwerking(sleutel, .verwerkt),
                greep: old.greep,
                audit: TestData.audit(id)
            )
            try await requireThrows(.leaseVerlopen) { try await store.append(stap) }
            try requireEqual(try await store.findInbox(sleutel)?.status, .ontvangen)
            try require(try await store.findDossier(id, bekendOp: nil) == nil)
            stap.greep = new.greep
            let pending = try await store.pendingInbox(
                op: TestData.moment,
                deel: 0,
                van: 1,
                limiet: 9,
                greep: new.greep
            )
            try requireEqual(pending.count, 1)
            try requireEqual(try await store.append(stap), [1])
            try requireEqual(try await store.findInbox(sleutel)?.status, .verwerkt)
            try requireEqual(try await store.findInbox(sleutel)?.pogingen, 1)
        },
        ConformanceCheck("wie zijn taak kwijt is verzendt niets meer; wat de partner al nam, mag hij nog melden") {
            harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            try await store.append(
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 0,
                    uitgaand: [TestData.uitgaand(id, "u-1")],
                    audit: TestData.audit(id)
                )
            )
            let (old, new) = try await takenOver(store)
            func pending(_ greep: JobLease) async throws -> [String] {
                try await store.pendingOutbox(op: TestData.moment, deel: 0, van: 1, limiet: 9, greep: greep)
                    .map(\.bericht.berichtId)
            }
            func outcome(_ status: OutboxStatus, _ greep: JobLease) -> Stap {
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 0,
                    verzonden: Stap.Verzending("u-1", status),
                    greep: greep,
                    audit: TestData.audit(id)
                )
            }
            try await requireThrows(.leaseVerlopen) { _ = try await pending(old.greep) }
            try requireEqual(try await pending(new.greep), ["u-1"])
            try await requireThrows(.leaseVerlopen) { _ = try await store.maySend("u-1", greep: old.greep) }
            try requireEqual(try await store.maySend("u-1", greep: new.greep), true)
            for status in [OutboxStatus.wacht(tot: TestData.na(1), waarom: "503"), .mislukt(waarom: "400")] {
                try await requireThrows(.leaseVerlopen) { try await store.append(outcome(status, old.greep)) }
                try await requireThrows(.leaseVerlopen) {
                    try await store.setOutbox("u-1", status, greep: old.greep)
                }
            }
            try requireEqual(try await store.findOutbox("u-1")?.pogingen, 0)
            try requireEqual(try await store.append(outcome(.verzonden, old.greep)), [])
            try requireEqual(try await store.findOutbox("u-1")?.status, .verzonden)
            try requireEqual(try await store.maySend("u-1", greep: new.greep), false)
            try await requireThrows(.gelijktijdigGewijzigd) { try await store.append(outcome(.verzonden, new.greep)) }
            try requireEqual(try await store.findOutbox("u-1")?.pogingen, 1)
        },
    ]

    /// A job as it was claimed first, and as another process has it now.
    private static func takenOver(_ store: any GemeenteStore) async throws -> (old: Job, new: Job) {
        _ = try await store.enqueue([NewJob("keten", vanaf: TestData.moment)])
        let old = try one(try await claim(store, ["keten"], 1, door: "oud", op: 0))
        try await store.release("oud", op: TestData.moment)
        return (old, try one(try await claim(store, ["keten"], 1, door: "nieuw", op: 0)))
    }
}
