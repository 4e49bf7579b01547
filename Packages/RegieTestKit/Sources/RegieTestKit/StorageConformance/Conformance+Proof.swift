// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let proof: [ConformanceCheck] = [
        ConformanceCheck("een zegel telt wat er staat, koppelt wat los was, en het bewijs klopt") { harness in
            let (store, id) = try await person(1, harness)
            let zegel = try await store.seal(op: TestData.na(1))
            try requireEqual(zegel.nummer, 1)
            try requireEqual(zegel.dossiers, 1)
            try requireEqual(zegel.feiten, 3)
            try requireEqual(zegel.vernietigd, 0)
            try requireEqual(zegel.auditNummer, Int64(try await store.verifyAudit().geketend))
            try requireEqual(try await store.verifyAudit().nogLos, 0)
            try requireEqual(try await store.listSeals(na: 0, limiet: 9), [zegel])
            let uitkomst = try await whole(store)
            try requireEqual(uitkomst.dossiers, 1)
            try requireEqual(uitkomst.feiten, 3)
            try requireEqual(uitkomst.zegels, 1)
            try requireEqual(uitkomst.koppen, zegel.koppen)
            try requireEqual(uitkomst.auditCode, zegel.auditCode)
            // What comes after it changes nothing to what it vouches for.
            try await add(TestData.uren(9), to: id, store)
            _ = try await person(2, harness)
            _ = try await whole(store)
            let tweede = try await store.seal(op: TestData.na(2))
            try requireEqual(tweede.nummer, 2)
            try requireEqual(tweede.dossiers, 2)
            try requireEqual(tweede.feiten, 7)
            try require(tweede.koppen != zegel.koppen)
            try requireEqual(try await store.listSeals(na: 1, limiet: 9), [tweede])
            _ = try await whole(store)
        },
        ConformanceCheck("een lege opslag kan worden verzegeld") { harness in
            let store = try await harness.store()
            let zegel = try await store.seal(op: TestData.moment)
            try requireEqual(zegel.dossiers, 0)
            try requireEqual(zegel.auditNummer, 0)
            _ = try await whole(store)
        },
        found("wie een bit van een feit omdraait, wordt gevonden", "dossier") { .flipFact($0, volgnummer: 2) },
        found("wie het laatste feit wegneemt, wordt ook zo gevonden", "dossier") { .cutLastFact($0) },
        found("wie een dossier inkort en de kop bijwerkt, wordt gevonden", "dossier") { .shortenDossier($0) },
        found("wie een dossier met alles erin wegneemt, wordt gevonden", "dossier") { .dropDossier($0) },
        found("wie een zoeksleutel wegneemt, wordt gevonden", "dossier") { .dropLookup($0) },
        found("wie een regel van de werkvoorraad wegneemt, wordt gevonden", "dossier") { .dropLines($0) },
        found("wie een bit van een bericht omdraait, wordt gevonden", "inkomend bericht") { _ in .flipInbox("i-1") },
        found("wie een auditregel verandert, wordt gevonden", "auditregel 2") { _ in .changeAudit(2) },
        found("wie een auditregel wegneemt, wordt gevonden", "auditregel 2") { _ in .removeAudit(2) },
        found("wie een auditregel toevoegt, wordt gevonden", "auditregel") { _ in .addAudit },
        found("wie de nieuwste auditregels wegneemt, wordt gevonden", "auditregel") { _ in .cutAudit(after: 1) },
        found("wie een zegel verandert, wordt gevonden", "zegel 1") { _ in .changeSeal(1) },
        ConformanceCheck("een bericht dat nog eens komt laat geen gat na in de nummers") { harness in
            let store = try await harness.store()
            _ = try await store.receive([TestData.inkomend("i-1")])
            for _ in 0..<3 { _ = try await store.receive([TestData.inkomend("i-1")]) }
            _ = try await store.receive([TestData.inkomend("i-2"), TestData.inkomend("i-1")])
            _ = try await whole(store)
            _ = try await store.receive([TestData.inkomend("i-3")])
            _ = try await whole(store)
        },
        ConformanceCheck("wie een dossier wegneemt voor er een zegel was, wordt gevonden door het auditlog") {
            harness in
            let (store, id) = try await person(1, harness)
            _ = try await person(2, harness)
            try await harness.tamper(.dropDossier(id))
            let uitkomst = try await store.verify(hoogstens: 9) { _ in }
            try require(
                uitkomst.breuken.contains { $0.waar == "dossier \(id)" && $0.wat.hasPrefix("Auditregel") },
                "gevonden: \(uitkomst.breuken)"
            )
        },
        ConformanceCheck("over wat weg is, wordt geen nieuw zegel gezet") { harness in
            let (store, id) = try await person(1, harness)
            _ = try await person(2, harness)
            _ = try await store.seal(op: TestData.na(1))
            try await harness.tamper(.dropDossier(id))
            try await requireThrows(.verzegelingFaalt) { _ = try await store.seal(op: TestData.na(2)) }
            try requireEqual(try await store.listSeals(na: 0, limiet: 9).count, 1)
        },
        ConformanceCheck("wie een feit verandert en de hele keten narekent, wordt gevonden door het zegel") { harness in
            // The chain of a dossier has no key; its mark has, and so has the seal.
            let (store, id) = try await person(1, harness)
            _ = try await store.seal(op: TestData.na(1))
            try await harness.tamper(.shortenDossier(id))
            let uitkomst = try await store.verify(hoogstens: 9) { _ in }
            try require(uitkomst.breuken.contains { $0.wat.contains("zegel") }, "het zegel zegt niets")
        },
    ]

    /// A check that tampering is found, and nothing was found before it.
    private static func found(
        _ name: String,
        _ place: String,
        _ tampering: @escaping @Sendable (DossierID) -> Tampering
    ) -> ConformanceCheck {
        ConformanceCheck(name) { harness in
            let (store, id) = try await person(1, harness)
            _ = try await person(2, harness)
            _ = try await store.receive([TestData.inkomend("i-1")])
            _ = try await store.seal(op: TestData.na(1))
            try await add(TestData.uren(9), to: id, store)
            _ = try await whole(store)
            try await harness.tamper(tampering(id))
            let uitkomst = try await store.verify(hoogstens: 9) { _ in }
            try require(uitkomst.aantal > 0, "er werd niets gevonden")
            try require(uitkomst.breuken.contains { $0.waar.hasPrefix(place) }, "gevonden: \(uitkomst.breuken)")
        }
    }

    /// What the walk counts; fails when it finds anything.
    @discardableResult
    static func whole(_ store: any GemeenteStore) async throws -> Bewijsuitkomst {
        let uitkomst = try await store.verify(hoogstens: 9) { _ in }
        try require(uitkomst.aantal == 0, "gevonden: \(uitkomst.breuken)")
        return uitkomst
    }

    /// A dossier as the service writes it: facts, the look-up keys that follow from them, a line and a message.
    static func person(
        _ place: Int,
        _ harness: StorageHarness,
        bericht: String? = nil
    ) async throws -> (any GemeenteStore, DossierID) {
        let store = try await harness.store()
        let id = DossierID.nieuw()
        let feiten = [TestData.persoon(place), TestData.pip(), TestData.uren(place)]
        let dossier = Dossier(
            id: id,
            gemeente: store.gemeente,
            gebeurtenissen: feiten.enumerated().map { $1.gebeurtenis(volgnummer: $0 + 1) }
        )
        try await store.append(
            Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: feiten,
                zoeksleutels: dossier.zoeksleutels,
                werkregels: [.beoordeling: [TestData.werkregel(id)]],
                uitgaand: [TestData.uitgaand(id, bericht ?? "u-\(place)")],
                audit: TestData.audit(id, "feit.PIPVastgesteld", reden: "reden \(place)")
            )
        )
        return (store, id)
    }

    static func add(_ feit: Stap.NieuwFeit, to id: DossierID, _ store: any GemeenteStore) async throws {
        let laatste = try await store.readDossier(id).laatsteVolgnummer
        try await store.append(
            Stap(dossier: id, laatsteVolgnummer: laatste, feiten: [feit], audit: TestData.audit(id))
        )
    }
}
