// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let dossiers: [ConformanceCheck] = [
        ConformanceCheck("een nieuw dossier komt terug zoals het is geschreven") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let facts = [TestData.persoon(), TestData.pip(), TestData.uren(120, berichtId: "b-1")]
            let stap = Stap(dossier: id, laatsteVolgnummer: 0, feiten: facts, audit: TestData.audit(id))
            try requireEqual(try await store.append(stap), [1, 2, 3])
            let dossier = try await store.readDossier(id)
            try requireEqual(dossier.gemeente, TestData.gemeente)
            let expected = facts.enumerated().map { $1.gebeurtenis(volgnummer: $0 + 1) }
            try requireEqual(dossier.gebeurtenissen, expected)
            try requireEqual(store.gemeente, TestData.gemeente)
            try requireEqual(store.toegang, TestData.toegang)
        },
        ConformanceCheck("een dossier dat er niet is, is er niet") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            try require(try await store.findDossier(id, bekendOp: nil) == nil)
            try require(try await store.verifyChain(id) == nil)
            try await requireThrows(.nietGevonden) { _ = try await store.readDossier(id) }
        },
        ConformanceCheck("wat wij op een dag wisten, laat weg wat later bekend werd") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let facts = [
                TestData.persoon(bekendOp: TestData.na(0)), TestData.uren(100, bekendOp: TestData.na(10)),
                TestData.uren(200, bekendOp: TestData.na(20)),
            ]
            try await store.append(Stap(dossier: id, laatsteVolgnummer: 0, feiten: facts, audit: TestData.audit(id)))
            let toen = try await store.readDossier(id, bekendOp: TestData.na(10))
            try requireEqual(toen.feiten.urenGeregistreerd.map(\.inhoud.uren), [100])
            let nu = try await store.readDossier(id)
            try requireEqual(nu.feiten.urenGeregistreerd.map(\.inhoud.uren), [100, 200])
            let ervoor = try await store.readDossier(id, bekendOp: TestData.na(-1))
            try require(ervoor.feiten.persoonsgegevensOntvangen.isEmpty)
        },
        ConformanceCheck("een dossier is te vinden op BSN, V-nummer en op naam zonder accenten of hoofdletters") {
            harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let facts = [TestData.persoon(3, naam: "Şahin-Ünal")]
            let dossier = Dossier(
                id: id,
                gemeente: TestData.gemeente,
                gebeurtenissen: facts.map { $0.gebeurtenis(volgnummer: 1) }
            )
            try await store.append(
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 0,
                    feiten: facts,
                    zoeksleutels: dossier.zoeksleutels,
                    audit: TestData.audit(id)
                )
            )
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(3))), [id])
            try requireEqual(try await store.findDossiers(by: .vnummer(TestIdentity.vnummer(3))), [id])
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(4))), [])
            guard let geboren = OnvolledigeDatum("1990-00-00"), let anders = OnvolledigeDatum("1990-01-00") else {
                return
            }
            let naam = Zoeksleutel.naam(geslachtsnaam: "SAHIN-unal", geboortedatum: geboren)
            try requireEqual(try await store.findDossiers(by: naam), [id])
            let ander = Zoeksleutel.naam(geslachtsnaam: "SAHIN-unal", geboortedatum: anders)
            try requireEqual(try await store.findDossiers(by: ander), [])
        },
        ConformanceCheck("nieuwe zoeksleutels vervangen de oude, en geen zoeksleutels laten ze staan") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let first = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                zoeksleutels: [.bsn(TestIdentity.bsn(1)), .vnummer(TestIdentity.vnummer(1))],
                audit: TestData.audit(id)
            )
            try await store.append(first)
            try await store.append(Stap(dossier: id, laatsteVolgnummer: 0, audit: TestData.audit(id)))
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(1))), [id])
            let second = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                zoeksleutels: [.bsn(TestIdentity.bsn(2)), .vnummer(TestIdentity.vnummer(1))],
                audit: TestData.audit(id)
            )
            try await store.append(second)
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(1))), [])
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(2))), [id])
            try requireEqual(try await store.findDossiers(by: .vnummer(TestIdentity.vnummer(1))), [id])
        },
        ConformanceCheck("twee dossiers met hetzelfde nummer worden beide gevonden") { harness in
            let store = try await harness.store()
            let ids = [DossierID.nieuw(), DossierID.nieuw()].sorted()
            for id in ids {
                // The second one gets the number later, when it has facts of its own.
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, feiten: [TestData.pip()], audit: TestData.audit(id))
                )
                let keys: Set<Zoeksleutel> = [.vnummer(TestIdentity.vnummer(9))]
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 1, zoeksleutels: keys, audit: TestData.audit(id))
                )
            }
            try requireEqual(try await store.findDossiers(by: .vnummer(TestIdentity.vnummer(9))), ids)
        },
        ConformanceCheck("dossiers staan op volgorde van hun nummer, bladzijde na bladzijde") { harness in
            let store = try await harness.store()
            let ids = (0..<7).map { _ in DossierID.nieuw() }
            let steps = ids.map { Stap(dossier: $0, laatsteVolgnummer: 0, audit: TestData.audit($0)) }
            for outcome in try await store.append(steps) { try requireEqual(try outcome.get(), []) }
            try requireEqual(try await store.countDossiers(), 7)
            var found: [DossierID] = []
            while true {
                let page = try await store.listDossiers(na: found.last, limiet: 3)
                if page.isEmpty { break }
                try require(page.count <= 3)
                found += page
            }
            try requireEqual(found, ids.sorted())
        },
        ConformanceCheck("een gemeente ziet niets van een andere") { harness in
            let store = try await harness.store()
            let other = try await harness.engine.open(TestData.otherGemeente, als: TestData.toegang)
            let id = DossierID.nieuw()
            let key = Zoeksleutel.bsn(TestIdentity.bsn(5))
            try await store.append(
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 0,
                    feiten: [TestData.persoon(5)],
                    zoeksleutels: [key],
                    werkregels: [.beoordeling: [TestData.werkregel(id)]],
                    uitgaand: [TestData.uitgaand(id, "u-1")],
                    audit: TestData.audit(id)
                )
            )
            _ = try await store.receive([TestData.inkomend("i-1")])
            _ = try await store.enqueue([NewJob("soort", vanaf: TestData.moment)])
            try require(try await other.findDossier(id, bekendOp: nil) == nil)
            try requireEqual(try await other.findDossiers(by: key), [])
            try requireEqual(try await other.countDossiers(), 0)
            try requireEqual(try await other.countWork(WorkFilter()), 0)
            try requireEqual(try await other.listAudit(object: nil, actor: nil, voor: nil, limiet: 9).count, 0)
            try require(try await other.findInbox(Berichtsleutel(.duo, "i-1")) == nil)
            try require(try await other.findOutbox("u-1") == nil)
            try requireEqual(try await other.listJobs(status: nil, limiet: 9), [])
        },
    ]
}
