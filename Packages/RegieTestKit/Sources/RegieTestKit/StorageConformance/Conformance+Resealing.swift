// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let resealing: [ConformanceCheck] = [
        ConformanceCheck("na een sleutelwissel staat alles onder de nieuwe, en kan de oude weg") { harness in
            let (store, id) = try await filled(harness)
            let before = try await store.countSealed()
            try requireEqual(Set(before.map(\.versie)), [1])
            try requireEqual(Set(before.map(\.soort)), Set(Verzegelsoort.allCases))
            try requireEqual(try await harness.rotate(), 2)
            // Everything opens before a row was sealed anew.
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 3)
            try requireEqual(try await resealAll(store, 2), before.reduce(0) { $0 + rows($1) })
            let after = try await store.countSealed()
            try requireEqual(
                after,
                before.map { Sleutelgebruik(versie: 2, soort: $0.soort, aantal: $0.aantal) }
            )
            try requireEqual(try await resealAll(store, 2), 0)
            try await harness.retire(1)
            try await readsAll(store, id)
            try await whole(store)
            // The former version vouches for what was chained under it, and opens nothing.
            try require(try await store.verifyAudit().breuk == nil)
            _ = try await store.seal(op: TestData.na(9))
            try await whole(store)
        },
        ConformanceCheck("zonder herverzegeling gaat na het weghalen van de oude sleutel niets open") { harness in
            let (store, id) = try await filled(harness)
            _ = try await harness.rotate()
            try await harness.retire(1)
            try await requireThrows(.verzegelingFaalt) { _ = try await store.readDossier(id) }
            try require(try await store.verify(hoogstens: 9) { _ in }.aantal > 0)
        },
        ConformanceCheck("wie leest en schrijft tijdens de wissel, merkt niets") { harness in
            let (store, id) = try await filled(harness)
            _ = try await harness.rotate()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await resealAll(store, 1) }
                group.addTask {
                    for uren in 1...20 {
                        try await add(TestData.uren(uren), to: id, store)
                        try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(1))), [id])
                    }
                }
                group.addTask {
                    for number in 0..<20 { _ = try await store.receive([TestData.inkomend("m-\(number)", persoon: 3)]) }
                }
                try await group.waitForAll()
            }
            _ = try await resealAll(store, 100)
            try requireEqual(Set(try await store.countSealed().map(\.versie)), [2])
            try await harness.retire(1)
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 23)
            try await whole(store)
        },
        ConformanceCheck("de volgorde per persoon blijft over een sleutelwissel heen") { harness in
            let store = try await harness.store()
            _ = try await store.receive([TestData.inkomend("a", persoon: 1)])
            _ = try await harness.rotate()
            _ = try await store.receive([TestData.inkomend("b", persoon: 1)])
            try requireEqual(try await open(store), ["a"])
            _ = try await resealAll(store, 1)
            try requireEqual(try await open(store), ["a"])
            try await harness.retire(1)
            _ = try await store.receive([TestData.inkomend("c", persoon: 1)])
            try requireEqual(try await open(store), ["a"])
            try await store.setInbox(Berichtsleutel(.duo, "a"), .verwerkt, dossier: nil)
            try requireEqual(try await open(store), ["b"])
        },
        ConformanceCheck("wat niet opengaat, houdt de rest niet op en blijft geteld") { harness in
            let (store, _) = try await filled(harness)
            try await harness.tamper(.flipInbox("i-1"))
            _ = try await harness.rotate()
            _ = try await resealAll(store, 1)
            try requireEqual(
                try await store.countSealed().filter { $0.versie == 1 },
                [Sleutelgebruik(versie: 1, soort: .inbox, aantal: 1)]
            )
        },
    ]

    private static func filled(_ harness: StorageHarness) async throws -> (any GemeenteStore, DossierID) {
        let (store, id) = try await person(1, harness)
        _ = try await person(2, harness)
        _ = try await store.receive([TestData.inkomend("i-1", persoon: 7, ruw: "{\"n\":1}")])
        _ = try await store.enqueue([NewJob("soort", inhoud: ["n": 1], vanaf: TestData.moment)])
        _ = try await store.seal(op: TestData.na(1))
        return (store, id)
    }

    /// How many times a count is sealed anew: look-up keys go a dossier at a time, of which each has three.
    private static func rows(_ gebruik: Sleutelgebruik) -> Int {
        gebruik.soort == .zoeksleutel ? gebruik.aantal / 3 : gebruik.aantal
    }

    private static func resealAll(_ store: any GemeenteStore, _ hoogstens: Int) async throws -> Int {
        var (total, place): (Int, Herzegelplaats?) = (0, nil)
        repeat {
            let (herzegeld, verder) = try await store.reseal(na: place, hoogstens: hoogstens)
            total += herzegeld
            place = verder
        } while place != nil
        return total
    }

    private static func readsAll(_ store: any GemeenteStore, _ id: DossierID) async throws {
        try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 3)
        try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(1))), [id])
        try requireEqual(
            try await store.findInbox(Berichtsleutel(.duo, "i-1"))?.bericht,
            TestData.inkomend("i-1", persoon: 7, ruw: "{\"n\":1}")
        )
        try requireEqual(try await store.findOutbox("u-1")?.bericht, TestData.uitgaand(id, "u-1"))
        try requireEqual(try await store.listJobs(status: nil, limiet: 1).first?.inhoud, ["n": 1])
        let regel = try await store.listAudit(object: id.tekst, actor: nil, voor: nil, limiet: 1).first
        try requireEqual(regel?.regel.reden, "reden 1")
    }

    private static func open(_ store: any GemeenteStore) async throws -> [String] {
        try await store.pendingInbox(op: TestData.na(9), deel: 0, van: 1, limiet: 9).map(\.bericht.sleutel.berichtId)
    }
}
