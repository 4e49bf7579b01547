// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let strangers: [ConformanceCheck] = [
        ConformanceCheck("een machine met een eigen sleutel wordt geweigerd voordat zij iets schrijft of opzij zet") {
            harness in
            // Whoever comes first makes the storage his, before anything stands in it.
            try await requireThrows(.verzegelingFaalt) { try await open(harness.stranger()) }
            try await requireThrows(.verzegelingFaalt) { try await migrate(harness.stranger()) }
            let store = try await harness.store()
            let job = try await store.enqueue([NewJob("a", vanaf: TestData.moment, uniek: "a")]).first ?? nil
            try await requireThrows(.verzegelingFaalt) { try await open(harness.stranger()) }
            try await requireThrows(.verzegelingFaalt) { try await migrate(harness.stranger()) }
            let id = DossierID.nieuw()
            try await store.append(
                Stap(dossier: id, laatsteVolgnummer: 0, feiten: [TestData.pip()], audit: TestData.audit(id))
            )
            try await requireThrows(.verzegelingFaalt) { try await open(harness.stranger()) }
            try await requireThrows(.verzegelingFaalt) { try await migrate(harness.stranger()) }
            try requireEqual(try await store.findJob(job ?? 0)?.status, .klaar)
            try requireEqual(try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 9).count, 1)
        },
        ConformanceCheck("na een nieuwe sleutel, en na knoeien met één regel, is de eigen sleutel nog de eigen") {
            harness in
            let store = try await harness.store()
            for _ in 0..<2 {
                let id = DossierID.nieuw()
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, feiten: [TestData.pip()], audit: TestData.audit(id))
                )
            }
            while try await store.linkAudit(hoogstens: 9) > 0 {}
            let old = try await harness.rotate() - 1
            var place: Herzegelplaats?
            repeat { place = try await store.reseal(na: place, hoogstens: 9).verder } while place != nil
            try await harness.retire(old)
            try await harness.tamper(.changeAudit(1))
            _ = try await harness.second.open(TestData.gemeente, als: TestData.toegang)
            try await requireThrows(.verzegelingFaalt) { try await open(harness.stranger()) }
        },
    ]

    private static func migrate(_ engine: any StorageEngine) async throws {
        do {
            _ = try await engine.migrate(TestData.gemeente)
        } catch {
            await engine.close()
            throw error
        }
        await engine.close()
    }

    private static func open(_ engine: any StorageEngine) async throws {
        do {
            _ = try await engine.open(TestData.gemeente, als: TestData.toegang)
        } catch {
            await engine.close()
            throw error
        }
        await engine.close()
    }
}
