// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    /// One dossier per person, and what waits for something that a dossier learns.
    static let personen: [ConformanceCheck] = [
        ConformanceCheck("wie tegelijk voor dezelfde persoon een dossier maakt, krijgt er samen één") { harness in
            let store = try await harness.store()
            let second = try await harness.second.open(TestData.gemeente, als: TestData.toegang)
            let won = try await withThrowingTaskGroup(of: Bool.self) { group in
                for worker in 0..<20 {
                    group.addTask {
                        // Half of them know the V-nummer only.
                        let keys: Set<Zoeksleutel> =
                            worker.isMultiple(of: 2)
                            ? [.vnummer(TestIdentity.vnummer(1))]
                            : [.bsn(TestIdentity.bsn(1)), .vnummer(TestIdentity.vnummer(1))]
                        do {
                            try await (worker.isMultiple(of: 3) ? store : second).append(nieuw(.nieuw(), keys))
                            return true
                        } catch let fout as RegieFout where fout.code == .gelijktijdigGewijzigd {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try requireEqual(won, 1)
            try requireEqual(try await store.countDossiers(), 1)
            try requireEqual(try await store.findDossiers(by: .vnummer(TestIdentity.vnummer(1))).count, 1)
        },
        ConformanceCheck("een tweede nieuw dossier laat niets achter, ook niet als beide samen gaan") { harness in
            let store = try await harness.store()
            let ids = (0..<3).map { _ in DossierID.nieuw() }
            let outcomes = try await store.append([
                nieuw(ids[0], [.bsn(TestIdentity.bsn(1))]), nieuw(ids[1], [.bsn(TestIdentity.bsn(1))]),
                nieuw(ids[2], [.bsn(TestIdentity.bsn(2))]),
            ])
            try requireEqual(try outcomes[0].get(), [1])
            try await requireThrows(.gelijktijdigGewijzigd) { _ = try outcomes[1].get() }
            try requireEqual(try outcomes[2].get(), [1])
            try require(try await store.findDossier(ids[1], bekendOp: nil) == nil)
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(1))), [ids[0]])
        },
        ConformanceCheck("naamgenoten krijgen elk een dossier, en een nummer erbij wordt nooit geweigerd") { harness in
            let store = try await harness.store()
            let ids = [DossierID.nieuw(), DossierID.nieuw()].sorted()
            let geboren = try requireSome(OnvolledigeDatum("1990-00-00"))
            let naam = Zoeksleutel.naam(geslachtsnaam: "Jansen", geboortedatum: geboren)
            for (place, id) in ids.enumerated() {
                try requireEqual(try await store.append(nieuw(id, [naam, .bsn(TestIdentity.bsn(place))])), [1])
            }
            try requireEqual(try await store.findDossiers(by: naam), ids)
            // A human must see that these two may be one; the step that shows it goes through.
            let keys: Set<Zoeksleutel> = [naam, .bsn(TestIdentity.bsn(1)), .bsn(TestIdentity.bsn(0))]
            try await store.append(
                Stap(dossier: ids[1], laatsteVolgnummer: 1, zoeksleutels: keys, audit: TestData.audit(ids[1]))
            )
            try requireEqual(try await store.findDossiers(by: .bsn(TestIdentity.bsn(0))), ids)
        },
        ConformanceCheck("wat op een gegeven van het dossier wacht, komt met dat gegeven aan de beurt") { harness in
            let store = try await harness.store()
            let ids = [DossierID.nieuw(), DossierID.nieuw()]
            let berichten = (0..<4).map { (place: Int) in TestData.inkomend("i-\(place)", persoon: place) }
            _ = try await store.receive(berichten)
            let later = InboxStatus.wacht(tot: TestData.na(600), waarom: "wacht op BSN")
            for (bericht, id) in zip(berichten, [ids[0], ids[0], ids[1]]) {
                try await store.setInbox(bericht.sleutel, later, dossier: id)
            }
            try await store.append(
                Stap(
                    dossier: ids[0],
                    laatsteVolgnummer: 0,
                    feiten: [TestData.persoon(7)],
                    verwerkt: Stap.Verwerking(berichten[1].sleutel, later),
                    wekt: true,
                    audit: TestData.audit(ids[0])
                )
            )
            let found = try await store.findInbox(berichten[0].sleutel)
            try requireEqual(found?.status, .ontvangen)
            try requireEqual(found?.pogingen, 1)
            // The step's own message, and that of another dossier, wait on.
            try requireEqual(try await store.findInbox(berichten[1].sleutel)?.status, later)
            try requireEqual(try await store.findInbox(berichten[2].sleutel)?.status, later)
        },
        ConformanceCheck("alleen vergeefse pogingen tellen voor het opgeven, tot een beheerder opnieuw begint") {
            harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let sleutel = Berichtsleutel(.duo, "i-1")
            _ = try await store.receive([TestData.inkomend("i-1")])
            for vergeefs in [true, false, true] {
                let status = InboxStatus.wacht(tot: TestData.na(1), waarom: "later")
                try await store.append(
                    Stap(
                        dossier: id,
                        laatsteVolgnummer: 0,
                        verwerkt: Stap.Verwerking(sleutel, status, vergeefs: vergeefs),
                        audit: TestData.audit(id)
                    )
                )
            }
            try requireEqual(try await store.findInbox(sleutel)?.pogingen, 3)
            try requireEqual(try await store.findInbox(sleutel)?.vergeefs, 2)
            try await store.setInbox(sleutel, .ontvangen, dossier: nil)
            try requireEqual(try await store.findInbox(sleutel)?.pogingen, 3)
            try requireEqual(try await store.findInbox(sleutel)?.vergeefs, 0)
        },
    ]

    private static func nieuw(_ id: DossierID, _ keys: Set<Zoeksleutel>) -> Stap {
        Stap(
            dossier: id,
            laatsteVolgnummer: 0,
            feiten: [TestData.uren(1)],
            zoeksleutels: keys,
            audit: TestData.audit(id)
        )
    }

    private static func requireSome<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw ConformanceFailure(description: "een proefgegeven ontbreekt") }
        return value
    }
}
