// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

extension StorageConformance {
    static let assessment: [ConformanceCheck] = [
        ConformanceCheck("de nachtelijke beoordeling ziet elk dossier één keer en schrijft alleen wat verandert") {
            harness in
            let store = try await harness.store()
            let ids = try await fill(store, 57)
            let seen = Mutex<[DossierID]>([])
            let first = try await store.assessAll(omvang: 10) { dossier in
                seen.withLock { $0.append(dossier.id) }
                return [TestData.werkregel(dossier.id, voor: TestData.dag(dossier.feiten.urenGeregistreerd.count))]
            }
            try requireEqual(first.gezien, 57)
            try requireEqual(first.gewijzigd, 57)
            try requireEqual(seen.withLock { $0.sorted() }, ids)
            try requireEqual(try await store.countWork(WorkFilter()), 57)

            let again = try await store.assessAll(omvang: 25) {
                [TestData.werkregel($0.id, voor: TestData.dag($0.feiten.urenGeregistreerd.count))]
            }
            try requireEqual(again.gezien, 57)
            try requireEqual(again.gewijzigd, 0)

            let odd = ids[13]
            let third = try await store.assessAll(omvang: 1) { dossier in
                dossier.id == odd ? [] : [TestData.werkregel(dossier.id, voor: TestData.dag(1))]
            }
            try requireEqual(third.gewijzigd, 1)
            try requireEqual(try await store.countWork(WorkFilter(dossier: odd)), 0)
            try requireEqual(try await store.countWork(WorkFilter()), 56)
        },
        ConformanceCheck("de nachtelijke beoordeling laat regels over geweigerde berichten staan") { harness in
            let store = try await harness.store()
            let ids = try await fill(store, 3)
            let refused = TestData.werkregel(ids[1], "GEWEIGERD", herkomst: .bericht("u-1"), ernst: .dringend)
            try await store.append(
                Stap(
                    dossier: ids[1],
                    laatsteVolgnummer: 1,
                    werkregels: [.bericht("u-1"): [refused]],
                    audit: TestData.audit(ids[1])
                )
            )
            for code in ["A", "B"] {
                _ = try await store.assessAll(omvang: 2) { [TestData.werkregel($0.id, code)] }
                let found = try await store.listWork(WorkFilter(dossier: ids[1]), limiet: 9, overslaan: 0)
                try requireEqual(found, [refused, TestData.werkregel(ids[1], code)])
            }
        },
        ConformanceCheck("wat een stap aan regels schreef, schrijft de nacht niet nog eens") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let line = TestData.werkregel(id, "A", voor: TestData.dag(4), klantmanager: "noor")
            try await store.append(
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 0,
                    feiten: [TestData.uren(1)],
                    werkregels: [.beoordeling: [line]],
                    audit: TestData.audit(id)
                )
            )
            try requireEqual(try await store.assessAll(omvang: 10) { _ in [line] }.gewijzigd, 0)
            let moved = TestData.werkregel(id, "A", voor: TestData.dag(5), klantmanager: "noor")
            try requireEqual(try await store.assessAll(omvang: 10) { _ in [moved] }.gewijzigd, 1)
            try requireEqual(try await store.listWork(WorkFilter(), limiet: 9, overslaan: 0), [moved])
            // Each part of a line counts, and each comes back.
            let day = TestData.dag(5)
            let changes = [
                TestData.werkregel(id, "B", voor: day), TestData.werkregel(id, "B", ernst: .info, voor: day),
                TestData.werkregel(id, "B", ernst: .info, voor: nil),
                TestData.werkregel(id, "B", ernst: .info, actie: "Iets anders."),
                TestData.werkregel(id, "B", ernst: .info, actie: "Iets anders.", velden: ["geboortedatum"]),
                TestData.werkregel(id, "B", ernst: .info, klantmanager: "sam", velden: ["geboortedatum"]),
            ]
            for change in changes {
                try requireEqual(try await store.assessAll(omvang: 10) { _ in [change] }.gewijzigd, 1)
                try requireEqual(try await store.listWork(WorkFilter(), limiet: 9, overslaan: 0), [change])
            }
        },
        ConformanceCheck("een dossier dat niet open gaat, houdt de andere niet tegen en wordt gemeld") { harness in
            let store = try await harness.store()
            let ids = try await fill(store, 9)
            try await harness.tamper(.flipFact(ids[4], volgnummer: 1))
            try await requireThrows(.verzegelingFaalt) {
                _ = try await store.assessAll(omvang: 3) { [TestData.werkregel($0.id)] }
            }
            try requireEqual(try await store.countWork(WorkFilter()), 8)
            try requireEqual(try await store.countWork(WorkFilter(dossier: ids[4])), 0)
        },
        ConformanceCheck("een lege opslag is zo beoordeeld") { harness in
            let store = try await harness.store()
            let outcome = try await store.assessAll(omvang: 100) { [TestData.werkregel($0.id)] }
            try requireEqual(outcome.gezien, 0)
            try requireEqual(outcome.gewijzigd, 0)
        },
    ]

    /// A number of dossiers with one fact each; their ids in order.
    static func fill(_ store: any GemeenteStore, _ count: Int) async throws -> [DossierID] {
        let ids = (0..<count).map { _ in DossierID.nieuw() }.sorted()
        let steps = ids.map {
            Stap(dossier: $0, laatsteVolgnummer: 0, feiten: [TestData.uren(100)], audit: TestData.audit($0))
        }
        for outcome in try await store.append(steps) { _ = try outcome.get() }
        return ids
    }
}
