// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let destruction: [ConformanceCheck] = [
        ConformanceCheck("van een vernietigd dossier is niets meer te lezen, te vinden of te schrijven") { harness in
            let (store, id) = try await person(1, harness)
            let (_, ander) = try await person(2, harness)
            try await receiveAndFinish("i-1", of: id, store)
            let before = try await store.inspectDestruction(id)
            try requireEqual(
                before,
                Vernietiging(feiten: 3, zoeksleutels: 3, werkregels: 1, inkomend: 1, uitgaand: 1)
            )
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 3)
            try requireEqual(try await destroy(id, store), before)
            try await requireThrows(.dossierVernietigd) { _ = try await store.readDossier(id) }
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(1))), [])
            try requireEqual(try await store.findDossiers(by: .vnummer(TestIdentity.vnummer(1))), [])
            try requireEqual(try await store.listDossiers(na: nil, limiet: 9), [ander])
            try requireEqual(try await store.countDossiers(), 1)
            try requireEqual(try await store.listWork(WorkFilter(), limiet: 9, overslaan: 0).map(\.dossier), [ander])
            try await requireThrows(.verzegelingFaalt) {
                _ = try await store.findInbox(Berichtsleutel(.duo, "i-1"))
            }
            try await requireThrows(.verzegelingFaalt) { _ = try await store.findOutbox("u-1") }
            try await requireThrows(.dossierVernietigd) {
                try await store.append(
                    Stap(
                        dossier: id,
                        laatsteVolgnummer: 3,
                        feiten: [TestData.uren(1)],
                        audit: TestData.audit(id)
                    )
                )
            }
            // It is somebody else's: that stays.
            try requireEqual(try await store.readDossier(ander).laatsteVolgnummer, 3)
        },
        ConformanceCheck("de keten van een vernietigd dossier klopt nog, en de auditregels staan er nog") { harness in
            let (store, id) = try await person(1, harness)
            _ = try await store.seal(op: TestData.na(1))
            try await destroy(id, store, reden: "bewaartermijn verstreken")
            try require(try await store.verifyChain(id) == nil)
            try await whole(store)
            let regels = try await store.listAudit(object: id.tekst, actor: nil, voor: nil, limiet: 9)
            try requireEqual(regels.map(\.regel.actie), ["dossier.vernietig", "feit.PIPVastgesteld"])
            try requireEqual(regels.first?.regel.reden, "bewaartermijn verstreken")
            let zegel = try await store.seal(op: TestData.na(9))
            try requireEqual(zegel.vernietigd, 1)
            try requireEqual(zegel.dossiers, 1)
            try await whole(store)
        },
        ConformanceCheck("nog eens vernietigen verandert niets en schrijft geen regel") { harness in
            let (store, id) = try await person(1, harness)
            try await destroy(id, store, op: TestData.na(5))
            let regels = try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 9).count
            try requireEqual(try await destroy(id, store, op: TestData.na(6)).eerder, TestData.na(5))
            try requireEqual(try await store.inspectDestruction(id).eerder, TestData.na(5))
            try requireEqual(try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 9).count, regels)
            let lijst = try await store.listDestroyed(na: nil, limiet: 9)
            try requireEqual(lijst.map(\.dossier), [id])
            try requireEqual(lijst.map(\.op), [TestData.na(5)])
            try requireEqual(try await store.listDestroyed(na: id, limiet: 9).count, 0)
        },
        ConformanceCheck("een dossier dat er niet is, kan niet worden vernietigd") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            try await requireThrows(.nietGevonden) { _ = try await store.inspectDestruction(id) }
            try await requireThrows(.nietGevonden) { try await destroy(id, store) }
            try requireEqual(try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 9).count, 0)
        },
        ConformanceCheck("wat nog open stond, vervalt; wat van niemand is en nog open staat, blijft") { harness in
            let (store, id) = try await person(1, harness)
            _ = try await store.receive([TestData.inkomend("wacht", persoon: 1), TestData.inkomend("oud", persoon: 1)])
            try await store.setInbox(
                Berichtsleutel(.duo, "wacht"),
                .wacht(tot: TestData.moment, waarom: "wacht"),
                dossier: id
            )
            try await store.setInbox(Berichtsleutel(.duo, "oud"), .mislukt(waarom: "onleesbaar"), dossier: nil)
            _ = try await store.receive([TestData.inkomend("nieuw", persoon: 1, ruw: "{\"n\":1}")])
            try await destroy(id, store)
            try requireEqual(
                try await store.pendingOutbox(op: TestData.na(9), deel: 0, van: 1, limiet: 9).count,
                0
            )
            try requireEqual(try await store.countOutbox()["vervallen"], 1)
            try requireEqual(
                try await store.pendingInbox(op: TestData.na(9), deel: 0, van: 1, limiet: 9).map(\.bericht),
                [TestData.inkomend("nieuw", persoon: 1, ruw: "{\"n\":1}")]
            )
            for gone in ["wacht", "oud"] {
                try await requireThrows(.verzegelingFaalt) {
                    _ = try await store.findInbox(Berichtsleutel(.duo, gone))
                }
            }
            try requireEqual(try await store.listInbox(status: nil, limiet: 9, overslaan: 0).count, 3)
            try await whole(store)
        },
        ConformanceCheck("na vernietiging maakt dezelfde persoon een nieuw dossier, en de nacht gaat door") { harness in
            let (store, id) = try await person(1, harness)
            _ = try await person(2, harness)
            try await destroy(id, store)
            let (_, nieuw) = try await person(1, harness, bericht: "u-1b")
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(1))), [nieuw])
            let nacht = try await store.assessAll(omvang: 10) { [TestData.werkregel($0.id, actie: "nieuw")] }
            try requireEqual(nacht.gezien, 2)
            try requireEqual(nacht.gewijzigd, 2)
            try await whole(store)
        },
        ConformanceCheck("op de schijf staat na vernietiging geen sleutel meer van het dossier") { harness in
            let (store, id) = try await person(1, harness)
            let before = try await harness.wrappedKey(id)
            try require(before.count > 32, "de sleutel werd niet gevonden")
            await harness.second.close()
            try require(try await harness.bytesOnDisk().contains { contains($0, before) }, "de sleutel staat er niet")
            try await destroy(id, store)
            try require(try await !harness.bytesOnDisk().contains { contains($0, before) }, "de sleutel staat er nog")
        },
        ConformanceCheck("wie doet alsof een dossier is vernietigd, wordt gevonden") { harness in
            let (store, id) = try await person(1, harness)
            try await harness.tamper(.pretendDestroyed(id))
            try require(try await store.verify(hoogstens: 9) { _ in }.aantal > 0)
        },
    ]

    @discardableResult
    static func destroy(
        _ id: DossierID,
        _ store: any GemeenteStore,
        op tijdstip: Tijdstip = TestData.na(5),
        reden: String? = nil
    ) async throws -> Vernietiging {
        try await store.destroyDossier(
            id,
            op: tijdstip,
            audit: TestData.audit(id, "dossier.vernietig", reden: reden)
        )
    }

    private static func receiveAndFinish(
        _ berichtId: String,
        of id: DossierID,
        _ store: any GemeenteStore
    ) async throws {
        _ = try await store.receive([TestData.inkomend(berichtId, persoon: 1)])
        try await store.setInbox(Berichtsleutel(.duo, berichtId), .verwerkt, dossier: id)
    }

    private static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first, bytes.count >= part.count else { return false }
        var from = 0
        while let place = bytes[from...].firstIndex(of: first), place + part.count <= bytes.count {
            if bytes[place..<place + part.count].elementsEqual(part) { return true }
            from = place + 1
        }
        return false
    }
}
