// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

extension StorageConformance {
    static let chains: [ConformanceCheck] = [
        ConformanceCheck("wie een feit verandert, wordt gezien, en het dossier gaat niet open") { harness in
            let (store, id) = try await dossier(of: 4, harness)
            try require(try await store.verifyChain(id) == nil)
            try await harness.tamper(.flipFact(id, volgnummer: 3))
            try requireEqual(try await store.verifyChain(id), 3)
            try await requireThrows(.verzegelingFaalt) { _ = try await store.readDossier(id) }
        },
        ConformanceCheck("een getal dat te groot is voor een feit wordt gezien, en houdt niemand anders op") {
            harness in
            for column in ["volgnummer", "geldig_op", "versie"] {
                let (store, id) = try await dossier(of: 2, harness)
                try await harness.tamper(.widenFact(id, kolom: column))
                try requireEqual(try await store.verifyChain(id), 2)
                try await requireThrows(.verzegelingFaalt) { _ = try await store.readDossier(id) }
                let name = "dossier \(id)"
                try require(try await store.verify(hoogstens: 9) { _ in }.breuken.contains { $0.waar == name })
            }
            let (store, _) = try await dossier(of: 2, harness)
            let seen = Mutex(0)
            try await requireThrows(.verzegelingFaalt) {
                _ = try await store.assessAll(omvang: 9) { _ in
                    seen.withLock { $0 += 1 }
                    return []
                }
            }
            try requireEqual(seen.withLock { $0 }, 1)
        },
        ConformanceCheck("wie het laatste feit wegneemt, wordt gezien") { harness in
            let (store, id) = try await dossier(of: 4, harness)
            try await harness.tamper(.cutLastFact(id))
            try requireEqual(try await store.verifyChain(id), 4)
            try await requireThrows(.verzegelingFaalt) { _ = try await store.readDossier(id) }
        },
        ConformanceCheck("een verzegeld feit gaat in een ander dossier niet open") { harness in
            let (store, from) = try await dossier(of: 2, harness)
            let (_, to) = try await dossier(of: 2, harness)
            try await harness.tamper(.copyFact(from: from, to: to, volgnummer: 2))
            try requireEqual(try await store.verifyChain(to), 2)
            try await requireThrows(.verzegelingFaalt) { _ = try await store.readDossier(to) }
            try require(try await store.verifyChain(from) == nil)
        },
        ConformanceCheck("een dossier zonder feiten heeft een keten die klopt") { harness in
            let (store, id) = try await dossier(of: 0, harness)
            try require(try await store.verifyChain(id) == nil)
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 0)
        },
    ]

    /// A dossier with a number of facts, written one step at a time.
    static func dossier(of facts: Int, _ harness: StorageHarness) async throws -> (any GemeenteStore, DossierID) {
        let store = try await harness.store()
        let id = DossierID.nieuw()
        if facts == 0 { try await store.append(Stap(dossier: id, laatsteVolgnummer: 0, audit: TestData.audit(id))) }
        for number in 0..<facts {
            let stap = Stap(
                dossier: id,
                laatsteVolgnummer: number,
                feiten: [TestData.uren(number)],
                audit: TestData.audit(id)
            )
            try await store.append(stap)
        }
        return (store, id)
    }
}
