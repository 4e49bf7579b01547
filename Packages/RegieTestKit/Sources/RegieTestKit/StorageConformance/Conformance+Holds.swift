// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Two jobs about messages, in two processes at the same time.
extension StorageConformance {
    static let holds: [ConformanceCheck] = [
        ConformanceCheck("twee taken tegelijk krijgen nooit hetzelfde bericht, en per persoon blijft de volgorde") {
            harness in
            let store = try await harness.store()
            let second = try await harness.second.open(TestData.gemeente, als: TestData.toegang)
            _ = try await store.receive((0..<80).map { TestData.inkomend("i-\($0)", persoon: $0 % 40) })
            let ids = (0..<40).map { _ in DossierID.nieuw() }
            for id in ids {
                let messages = [TestData.uitgaand(id, "\(id)-a"), TestData.uitgaand(id, "\(id)-b")]
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, uitgaand: messages, audit: TestData.audit(id))
                )
            }
            let jobs = try await working(store, 4)
            let taken = try await withThrowingTaskGroup(of: (inbox: [String], outbox: [String]).self) { group in
                for (place, job) in jobs.enumerated() {
                    let mine = place.isMultiple(of: 2) ? store : second
                    group.addTask { (try await inbox(mine, job, 20), try await outbox(mine, job, 20)) }
                }
                return try await group.reduce(into: [(inbox: [String], outbox: [String])]()) { $0.append($1) }
            }
            let inboxes = taken.flatMap(\.inbox)
            let outboxes = taken.flatMap(\.outbox)
            // Two of the four found nothing left: forty people, twenty at a time.
            try requireEqual(inboxes.sorted(), (0..<40).map { "i-\($0)" }.sorted())
            try requireEqual(outboxes.sorted(), ids.map { "\($0)-a" }.sorted())
        },
        ConformanceCheck("een bericht komt vrij met zijn uitkomst, en met het einde van wie het vasthield") { harness in
            let store = try await harness.store()
            for place in 0..<3 { _ = try await store.receive([TestData.inkomend("i-\(place)", persoon: place)]) }
            let ids = (0..<3).map { _ in DossierID.nieuw() }
            for (place, id) in ids.enumerated() {
                let message = TestData.uitgaand(id, "u-\(place)")
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, uitgaand: [message], audit: TestData.audit(id))
                )
            }
            let jobs = try await working(store, 2)
            try requireEqual(try await inbox(store, jobs[0], 2), ["i-0", "i-1"])
            try requireEqual(try await outbox(store, jobs[0], 2), ["u-0", "u-1"])
            // Who holds them gets them again, and nobody else.
            try requireEqual(try await inbox(store, jobs[0], 2), ["i-0", "i-1"])
            try requireEqual(try await outbox(store, jobs[0], 2), ["u-0", "u-1"])
            try requireEqual(try await inbox(store, jobs[1], 9), ["i-2"])
            try requireEqual(try await outbox(store, jobs[1], 9), ["u-2"])
            try requireEqual(try await store.maySend("u-0", greep: jobs[1].greep), false)
            let sleutel = Berichtsleutel(.duo, "i-0")
            let wacht = (tot: TestData.na(1), waarom: "later")
            try await store.setInbox(
                sleutel,
                .wacht(tot: wacht.tot, waarom: wacht.waarom),
                dossier: nil,
                greep: jobs[0].greep
            )
            try await store.setOutbox("u-0", .wacht(tot: wacht.tot, waarom: wacht.waarom), greep: jobs[0].greep)
            try requireEqual(try await inbox(store, jobs[1], 9, op: 1), ["i-0", "i-2"])
            try requireEqual(try await outbox(store, jobs[1], 9, op: 1), ["u-0", "u-2"])
            try requireEqual(
                try await store.complete(jobs[0].id, lease: jobs[0].lease, op: TestData.moment),
                true
            )
            try requireEqual(try await inbox(store, jobs[1], 9, op: 1), ["i-0", "i-1", "i-2"])
            try requireEqual(try await outbox(store, jobs[1], 9, op: 1), ["u-0", "u-1", "u-2"])
            // Whoever only looks sees them all.
            try requireEqual(
                try await store.pendingInbox(op: TestData.na(1), deel: 0, van: 1, limiet: 9).count,
                3
            )
        },
    ]

    private static func working(_ store: any GemeenteStore, _ count: Int) async throws -> [Job] {
        _ = try await store.enqueue((0..<count).map { _ in NewJob("keten", vanaf: TestData.moment) })
        return try await claim(store, ["keten"], count, door: "p", op: 0)
    }

    private static func inbox(_ store: any GemeenteStore, _ job: Job, _ limiet: Int, op minuten: Int = 0) async throws
        -> [String]
    {
        try await store.pendingInbox(op: TestData.na(minuten), deel: 0, van: 1, limiet: limiet, greep: job.greep)
            .map(\.bericht.sleutel.berichtId)
    }

    private static func outbox(_ store: any GemeenteStore, _ job: Job, _ limiet: Int, op minuten: Int = 0) async throws
        -> [String]
    {
        try await store.pendingOutbox(op: TestData.na(minuten), deel: 0, van: 1, limiet: limiet, greep: job.greep)
            .map(\.bericht.berichtId)
    }
}
