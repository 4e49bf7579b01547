// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let backups: [ConformanceCheck] = [
        ConformanceCheck("een kopie die onder schrijven is gemaakt, klopt en gaat in een lege opslag open") { harness in
            let (store, id) = try await person(1, harness)
            let map = try harness.directory()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for uren in 1...30 { try await add(TestData.uren(uren), to: id, store) }
                }
                group.addTask {
                    let names = try await harness.engine.backup(TestData.gemeente, naar: map)
                    try require(!names.isEmpty && names.allSatisfy { $0.hasPrefix("\(TestData.gemeente)") })
                }
                try await group.waitForAll()
            }
            let (bevindingen, kopie) = try await harness.engine.openBackup(
                TestData.gemeente,
                uit: map,
                als: TestData.toegang
            )
            try requireEqual(bevindingen, [])
            guard let kopie else { throw ConformanceFailure(description: "de kopie gaat niet open") }
            let gekopieerd = try await whole(kopie)
            let feiten = try await kopie.readDossier(id).laatsteVolgnummer
            try require((3...33).contains(feiten))
            // What happens in the storage afterwards does not reach the copy.
            try await add(TestData.uren(99), to: id, store)
            try requireEqual(try await kopie.readDossier(id).laatsteVolgnummer, feiten)
            let leeg = try await harness.empty()
            try await leeg.restore(TestData.gemeente, uit: map)
            _ = try await leeg.migrate(TestData.gemeente)
            let hersteld = try await leeg.open(TestData.gemeente, als: TestData.toegang)
            try requireEqual(try await whole(hersteld), gekopieerd)
            try await add(TestData.uren(100), to: id, hersteld)
            await leeg.close()
        },
        ConformanceCheck("er wordt niet over een opslag heen hersteld") { harness in
            let (store, id) = try await person(1, harness)
            let map = try harness.directory()
            _ = try await harness.engine.backup(TestData.gemeente, naar: map)
            try await add(TestData.uren(5), to: id, store)
            try await requireThrows(.bestaatAl) {
                try await harness.engine.restore(TestData.gemeente, uit: map)
            }
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 4)
        },
        ConformanceCheck("in een kopie staat geen sleutel van een dossier dat daarvoor is vernietigd") { harness in
            let (store, id) = try await person(1, harness)
            try await destroy(id, store)
            let map = try harness.directory()
            _ = try await harness.engine.backup(TestData.gemeente, naar: map)
            guard
                let kopie = try await harness.engine.openBackup(
                    TestData.gemeente,
                    uit: map,
                    als: TestData.toegang
                ).store
            else { throw ConformanceFailure(description: "de kopie gaat niet open") }
            try await requireThrows(.dossierVernietigd) { _ = try await kopie.readDossier(id) }
        },
        ConformanceCheck("een kopie die er niet is, wordt geweigerd en laat niets achter") { harness in
            let leeg = try await harness.empty()
            let map = try harness.directory()
            do {
                try await leeg.restore(TestData.gemeente, uit: map)
                throw ConformanceFailure(description: "er ging niets mis")
            } catch is RegieFout {}
            try require(try await leeg.inspect(TestData.gemeente).migrations.isEmpty)
            await leeg.close()
        },
    ]
}
