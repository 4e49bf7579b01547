// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let steps: [ConformanceCheck] = [
        ConformanceCheck("wie een verouderd dossier wijzigt, wordt geweigerd en laat niets achter") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            try await store.append(
                Stap(dossier: id, laatsteVolgnummer: 0, feiten: [TestData.persoon()], audit: TestData.audit(id))
            )
            _ = try await store.receive([TestData.inkomend("i-1")])
            let before = try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 99).count
            let late = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: [TestData.pip()],
                zoeksleutels: [.bsn(TestIdentity.bsn(8))],
                werkregels: [.beoordeling: [TestData.werkregel(id)]],
                uitgaand: [TestData.uitgaand(id, "u-1")],
                verwerkt: Stap.Verwerking(Berichtsleutel(.duo, "i-1"), .verwerkt),
                audit: TestData.audit(id)
            )
            try await requireThrows(.gelijktijdigGewijzigd) { try await store.append(late) }
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 1)
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(8))), [])
            try requireEqual(try await store.countWork(WorkFilter()), 0)
            try require(try await store.findOutbox("u-1") == nil)
            try requireEqual(try await store.findInbox(Berichtsleutel(.duo, "i-1"))?.status, .ontvangen)
            try requireEqual(try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 99).count, before)
        },
        ConformanceCheck("een feit dat niet terug te lezen zou zijn, wordt geweigerd, en het dossier blijft open") {
            harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            try await store.append(
                Stap(dossier: id, laatsteVolgnummer: 0, feiten: [TestData.persoon()], audit: TestData.audit(id))
            )
            let onleesbaar = Stap(
                dossier: id,
                laatsteVolgnummer: 1,
                feiten: [TestData.pip(), TestData.uren(-5)],
                audit: TestData.audit(id)
            )
            try await requireThrows(.feitOngeldig) { try await store.append(onleesbaar) }
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 1)
        },
        ConformanceCheck("een stap schrijft feiten, zoeksleutels, werk, berichten en auditregel in één keer") {
            harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            _ = try await store.receive([TestData.inkomend("i-1")])
            let stap = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: [TestData.persoon(), TestData.pip()],
                zoeksleutels: [.bsn(TestIdentity.bsn(0))],
                werkregels: [.beoordeling: [TestData.werkregel(id)]],
                uitgaand: [TestData.uitgaand(id, "u-1"), TestData.uitgaand(id, "u-2")],
                verwerkt: Stap.Verwerking(Berichtsleutel(.duo, "i-1"), .verwerkt),
                audit: TestData.audit(id, "pip.vaststellen", reden: "gesprek van vandaag")
            )
            try requireEqual(try await store.append(stap), [1, 2])
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(0))), [id])
            try requireEqual(try await store.listWork(WorkFilter(), limiet: 9, overslaan: 0), [TestData.werkregel(id)])
            try requireEqual(try await store.findOutbox("u-1")?.bericht, TestData.uitgaand(id, "u-1"))
            try requireEqual(try await store.findOutbox("u-2")?.status, .klaar)
            let inbox = try await store.findInbox(Berichtsleutel(.duo, "i-1"))
            try requireEqual(inbox?.status, .verwerkt)
            try requireEqual(inbox?.dossier, id)
            let lines = try await store.listAudit(object: id.tekst, actor: nil, voor: nil, limiet: 9)
            try requireEqual(lines.map(\.regel), [stap.audit])
            // The outcome of sending is recorded the same way.
            let sent = Stap(
                dossier: id,
                laatsteVolgnummer: 2,
                verzonden: Stap.Verzending("u-1", .verzonden),
                audit: TestData.audit(id)
            )
            try requireEqual(try await store.append(sent), [])
            try requireEqual(try await store.findOutbox("u-1")?.status, .verzonden)
        },
        ConformanceCheck("van stappen die samen gaan, mislukt alleen die ene") { harness in
            let store = try await harness.store()
            let ids = [DossierID.nieuw(), DossierID.nieuw(), DossierID.nieuw()]
            let outcomes = try await store.append([
                Stap(
                    dossier: ids[0],
                    laatsteVolgnummer: 0,
                    feiten: [TestData.persoon()],
                    audit: TestData.audit(ids[0])
                ),
                Stap(
                    dossier: ids[1],
                    laatsteVolgnummer: 7,
                    feiten: [TestData.persoon()],
                    audit: TestData.audit(ids[1])
                ),
                Stap(
                    dossier: ids[2],
                    laatsteVolgnummer: 0,
                    feiten: [TestData.persoon()],
                    audit: TestData.audit(ids[2])
                ),
                Stap(dossier: ids[0], laatsteVolgnummer: 1, feiten: [TestData.pip()], audit: TestData.audit(ids[0])),
            ])
            try requireEqual(try outcomes[0].get(), [1])
            try await requireThrows(.gelijktijdigGewijzigd) { _ = try outcomes[1].get() }
            try requireEqual(try outcomes[2].get(), [1])
            try requireEqual(try outcomes[3].get(), [2])
            try require(try await store.findDossier(ids[1], bekendOp: nil) == nil)
            try requireEqual(try await store.countDossiers(), 2)
        },
        ConformanceCheck("van veel gelijktijdige wijzigingen van één dossier wint er telkens één") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let won = try await withThrowingTaskGroup(of: Bool.self) { group in
                for uren in 0..<40 {
                    group.addTask {
                        let stap = Stap(
                            dossier: id,
                            laatsteVolgnummer: 0,
                            feiten: [TestData.uren(uren)],
                            audit: TestData.audit(id)
                        )
                        do {
                            try await store.append(stap)
                            return true
                        } catch let fout as RegieFout where fout.code == .gelijktijdigGewijzigd {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try requireEqual(won, 1)
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 1)
            try require(try await store.verifyChain(id) == nil)
        },
        ConformanceCheck("een bericht dat al verwerkt is, krijgt geen tweede gevolg") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            _ = try await store.receive([TestData.inkomend("i-1")])
            func stap(_ na: Int) -> Stap {
                Stap(
                    dossier: id,
                    laatsteVolgnummer: na,
                    feiten: [TestData.uren(10)],
                    verwerkt: Stap.Verwerking(Berichtsleutel(.duo, "i-1"), .verwerkt),
                    audit: TestData.audit(id)
                )
            }
            try requireEqual(try await store.append(stap(0)), [1])
            try await requireThrows(.gelijktijdigGewijzigd) { try await store.append(stap(1)) }
            try requireEqual(try await store.readDossier(id).laatsteVolgnummer, 1)
        },
        ConformanceCheck("een stap over een onbekend bericht, of met een gebruikt berichtId, wordt geweigerd") {
            harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let unknown = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                verwerkt: Stap.Verwerking(Berichtsleutel(.duo, "nooit"), .verwerkt),
                audit: TestData.audit(id)
            )
            try await requireThrows(.nietGevonden) { try await store.append(unknown) }
            let send = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                uitgaand: [TestData.uitgaand(id, "u-1")],
                audit: TestData.audit(id)
            )
            try await store.append(send)
            try await requireThrows(.opslagFaalt) { try await store.append(send) }
            try requireEqual(try await store.listOutbox(status: nil, limiet: 9, overslaan: 0).count, 1)
        },
        ConformanceCheck("een tweede proces ziet meteen wat het eerste schreef, en telt erop door") { harness in
            let store = try await harness.store()
            let second = try await harness.second.open(TestData.gemeente, als: TestData.toegang)
            let id = DossierID.nieuw()
            for number in 0..<10 {
                let writer = number.isMultiple(of: 2) ? store : second
                let dossier = try await (number.isMultiple(of: 2) ? second : store).findDossier(id, bekendOp: nil)
                let stap = Stap(
                    dossier: id,
                    laatsteVolgnummer: dossier?.laatsteVolgnummer ?? 0,
                    feiten: [TestData.uren(number)],
                    audit: TestData.audit(id)
                )
                try requireEqual(try await writer.append(stap), [number + 1])
            }
            try require(try await second.verifyChain(id) == nil)
        },
    ]
}
