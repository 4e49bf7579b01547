// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

extension StorageConformance {
    static let night: [ConformanceCheck] = [
        ConformanceCheck("de delen van een nacht dekken elk dossier één keer, ook wie er intussen bij komt") {
            harness in
            let store = try await harness.store()
            var ids = try await fill(store, 57)
            let begun = try await begin(store, by: try await nightJob(store))
            try requireEqual(begun.delen, 6)
            try requireEqual(begun.taken, 6)
            ids += try await fill(store, 40)
            // Before the first and after the last there was.
            let edges = ["000000000000", "zzzzzzzzzzzz"].compactMap { DossierID($0) }
            for id in edges {
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, feiten: [TestData.uren(1)], audit: TestData.audit(id))
                )
            }
            try requireEqual(edges.count, 2)
            ids += edges
            let seen = Mutex<[DossierID]>([])
            let outcomes = try await work(store) { dossier in seen.withLock { $0.append(dossier.id) } }
            try requireEqual(seen.withLock { $0.sorted() }, ids.sorted())
            try requireEqual(outcomes.reduce(0) { $0 + $1.gezien }, 99)
            try requireEqual(try await store.countWork(WorkFilter()), 99)
        },
        ConformanceCheck("twee processen delen de nacht; zij is klaar met haar laatste deel en telt alles één keer") {
            harness in
            let store = try await harness.store()
            let second = try await harness.second.open(TestData.gemeente, als: TestData.toegang)
            let ids = try await fill(store, 90)
            _ = try await begin(store, by: try await nightJob(store))
            let outcomes = try await withThrowingTaskGroup(of: [Deeluitkomst].self) { group in
                for other in [store, second, store, second] { group.addTask { try await work(other) } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try requireEqual(outcomes.count, 9)
            let whole = Nachtstand(peildatum: TestData.dag(1), delen: 9, gedaan: 9, gezien: 90, gewijzigd: 90)
            try requireEqual(outcomes.compactMap(\.nacht), [whole])
            try requireEqual(try await store.countWork(WorkFilter()), ids.count)
            let lines = try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 999)
            try requireEqual(
                lines.filter { $0.regel.actie == "nacht" }.map(\.regel.object),
                ["90 dossiers, 90 gewijzigd"]
            )
        },
        ConformanceCheck("een nacht die loopt wordt niet dubbel gedaan, hoe vaak zij ook wordt begonnen") { harness in
            let store = try await harness.store()
            _ = try await fill(store, 25)
            let first = try await nightJob(store)
            let begun = try await begin(store, by: first)
            try requireEqual(begun.taken, 3)
            // Taken over from a process that died after it had begun the night.
            try requireEqual(try await begin(store, by: first).taken, 0)
            let other = try await nightJob(store)
            let joined = try await begin(store, by: other)
            try requireEqual(joined.nacht, begun.nacht)
            try requireEqual(joined.taken, 0)
            // A part whose job is gone gets another one, those that are done do not.
            let jobs = try await claim(store, ["deel"], 2, op: 0)
            try requireEqual(try await assess(store, jobs[0])?.gezien, 10)
            try requireEqual(try await store.complete(jobs[0].id, lease: jobs[0].lease, op: TestData.moment), true)
            try requireEqual(try await store.cancel(jobs[1].id, op: TestData.na(1)), true)
            try requireEqual(try await begin(store, by: other).taken, 1)
            try requireEqual(try await work(store).compactMap(\.nacht?.gezien), [25])
            try requireEqual(try await begin(store, by: first).taken, 0)
            try requireEqual(try await begin(store, by: try await nightJob(store)).taken, 3)
        },
        ConformanceCheck("een nacht die een dag later nog openstaat wordt opgegeven en gemeld") { harness in
            let store = try await harness.store()
            _ = try await fill(store, 20)
            _ = try await begin(store, by: try await nightJob(store))
            let jobs = try await claim(store, ["deel"], 2, op: 0)
            _ = try await assess(store, jobs[0])
            let next = try await begin(store, by: try await nightJob(store), dag: 2)
            try requireEqual(next.taken, 2)
            try require(try await assess(store, jobs[1]) == nil)
            let lines = try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 99)
            try requireEqual(
                lines.filter { $0.regel.actie == "opgegeven" }.map(\.regel.object),
                ["1 van 2 delen, 10 dossiers"]
            )
            try requireEqual(try await work(store).compactMap(\.nacht?.peildatum), [TestData.dag(2)])
        },
        ConformanceCheck("van een nacht die elders is begonnen weet een opslag niets, en haar nummer is er geen ander")
        { harness in
            let store = try await harness.store()
            _ = try await fill(store, 20)
            let begun = try await begin(store, by: try await nightJob(store))
            let other = try await harness.empty()
            _ = try await other.migrate(TestData.gemeente)
            let elsewhere = try await other.open(TestData.gemeente, als: TestData.toegang)
            try requireEqual(try await shared(store).knowsNight(begun.nacht), true)
            try requireEqual(try await shared(elsewhere).knowsNight(begun.nacht), false)
            let neighbour = try await harness.engine.open(TestData.otherGemeente, als: TestData.toegang)
            try requireEqual(try await shared(neighbour).knowsNight(begun.nacht), false)
            // As with a job of a part that came along with a copy.
            let stray = try one(try await claim(store, ["deel"], 1, op: 0))
            _ = try await elsewhere.enqueue([NewJob("deel", inhoud: stray.inhoud, vanaf: TestData.moment)])
            let there = try one(try await claim(elsewhere, ["deel"], 1, op: 0))
            try require(try await assess(elsewhere, there) == nil)
            _ = try await fill(elsewhere, 20)
            let new = try await begin(elsewhere, by: try await nightJob(elsewhere))
            try require(new.nacht != begun.nacht, "hetzelfde nummer")
            try requireEqual(new.taken, 2)
            try requireEqual(try await shared(elsewhere).knowsNight(begun.nacht), false)
            // Also of two that come after each other within a moment.
            try await store.release("p", op: TestData.moment)
            _ = try await work(store)
            try requireEqual(try await begin(store, by: try await nightJob(store)).nacht > begun.nacht, true)
            await other.close()
        },
        ConformanceCheck("een oude nacht verdwijnt met haar delen, de laatste blijft") { harness in
            let store = try await harness.store()
            _ = try await fill(store, 20)
            let jobs = [try await nightJob(store), try await nightJob(store)]
            for job in jobs {
                try requireEqual(try await begin(store, by: job).taken, 2)
                try requireEqual(try await work(store).compactMap(\.nacht).count, 1)
            }
            while try await store.prune(voor: TestData.na(1), hoogstens: 1) > 0 {}
            try requireEqual(try await begin(store, by: jobs[1]).taken, 0)
            // Of a night that is gone nobody knows any more that it was begun.
            try requireEqual(try await begin(store, by: jobs[0]).taken, 2)
        },
        ConformanceCheck("wie zijn taak kwijt is, schrijft in de nacht niets meer") { harness in
            let store = try await harness.store()
            _ = try await fill(store, 10)
            let lost = try await nightJob(store)
            try requireEqual(try await store.cancel(lost.id, op: TestData.na(1)), true)
            try await requireThrows(.leaseVerlopen) { _ = try await begin(store, by: lost) }
            _ = try await begin(store, by: try await nightJob(store))
            let old = try one(try await claim(store, ["deel"], 1, door: "oud", op: 0))
            try await store.release("oud", op: TestData.moment)
            try await requireThrows(.leaseVerlopen) { _ = try await assess(store, old) }
            try requireEqual(try await store.countWork(WorkFilter()), 0)
            let new = try one(try await claim(store, ["deel"], 1, door: "nieuw", op: 0))
            try requireEqual(try await assess(store, new)?.nacht?.gewijzigd, 10)
            try requireEqual(try await store.countWork(WorkFilter()), 10)
            // The same part again, by a process that died before it could say that it was done.
            try require(try await assess(store, new) == nil)
        },
        ConformanceCheck("van een deel dat halverwege een ander krijgt telt elke wijziging één keer") { harness in
            let store = try await harness.store()
            let ids = try await fill(store, 10)
            _ = try await begin(store, by: try await nightJob(store))
            let old = try one(try await claim(store, ["deel"], 1, door: "oud", op: 0))
            try await harness.tamper(.flipFact(ids[4], volgnummer: 1))
            try await requireThrows(.verzegelingFaalt) { _ = try await assess(store, old) }
            try requireEqual(try await store.countWork(WorkFilter()), 9)
            try await harness.tamper(.flipFact(ids[4], volgnummer: 1))
            let end = try await assess(store, old)
            try requireEqual(end?.gewijzigd, 1)
            try requireEqual(end?.nacht?.gezien, 10)
            try requireEqual(end?.nacht?.gewijzigd, 10)
        },
        ConformanceCheck("een deel is pas klaar als wie het doet dat zegt, en telt ook dan elke wijziging één keer") {
            harness in
            let store = try await harness.store()
            _ = try await fill(store, 10)
            _ = try await begin(store, by: try await nightJob(store))
            let job = try one(try await claim(store, ["deel"], 1, op: 0))
            try await requireThrows(.opslagFaalt) {
                _ = try await assess(store, job) { () throws(RegieFout) in
                    throw RegieFout(.opslagFaalt, "Er is geen plek.")
                }
            }
            let seen = Mutex(0)
            let end = try await assess(store, job, zag: { _ in seen.withLock { $0 += 1 } })
            // The part was still open: all of it is done once more, so that nobody is passed over.
            try requireEqual(seen.withLock { $0 }, 10)
            try requireEqual(end?.nacht?.gezien, 10)
            try requireEqual(end?.nacht?.gewijzigd, 10)
        },
    ]

    /// A job that may begin a night, claimed.
    private static func nightJob(_ store: any GemeenteStore) async throws -> Job {
        _ = try await store.enqueue([NewJob("nacht", vanaf: TestData.moment)])
        return try one(try await claim(store, ["nacht"], 1, door: "nacht", op: 0))
    }

    private static func shared(_ store: any GemeenteStore) throws -> any NightStore {
        guard let shared = store as? any NightStore else {
            throw ConformanceFailure(description: "deze opslag deelt de nacht niet")
        }
        return shared
    }

    /// Parts of ten dossiers.
    private static func begin(_ store: any GemeenteStore, by job: Job, dag: Int = 1) async throws -> Nachtbegin {
        let plan = Nachtplan(
            peildatum: TestData.dag(dag),
            omvang: 10,
            tijdstip: TestData.moment,
            taak: { deel in
                NewJob(
                    "deel",
                    inhoud: ["nacht": .getal(Int(deel.nacht)), "nummer": .getal(deel.nummer)],
                    vanaf: TestData.moment,
                    uniek: "\(deel.nacht)/\(deel.nummer)"
                )
            },
            opgegeven: { stand in
                AuditRegel(
                    "opgegeven",
                    object: "\(stand.gedaan) van \(stand.delen) delen, \(stand.gezien) dossiers",
                    door: TestData.toegang,
                    op: TestData.moment
                )
            }
        )
        return try await shared(store).beginNight(plan, greep: job.greep)
    }

    private static func assess(
        _ store: any GemeenteStore,
        _ job: Job,
        voorKlaar: @Sendable () throws(RegieFout) -> Void = {},
        zag: @escaping @Sendable (Dossier) -> Void = { _ in }
    ) async throws -> Deeluitkomst? {
        guard let nacht = job.inhoud["nacht"]?.getal, let nummer = job.inhoud["nummer"]?.getal else {
            throw ConformanceFailure(description: "taak \(job.id) noemt geen deel")
        }
        return try await shared(store).assessPart(
            Nachtdeel(nacht: Int64(nacht), nummer: nummer),
            greep: job.greep,
            op: TestData.moment,
            omvang: 4,
            verwerk: { dossier, peildatum in
                zag(dossier)
                return [TestData.werkregel(dossier.id, voor: peildatum)]
            },
            voorKlaar: voorKlaar,
            verslag: { stand in
                AuditRegel(
                    "nacht",
                    object: "\(stand.gezien) dossiers, \(stand.gewijzigd) gewijzigd",
                    door: TestData.toegang,
                    op: TestData.moment
                )
            }
        )
    }

    /// Does parts until none is waiting.
    private static func work(
        _ store: any GemeenteStore,
        zag: @escaping @Sendable (Dossier) -> Void = { _ in }
    ) async throws -> [Deeluitkomst] {
        var outcomes: [Deeluitkomst] = []
        while let job = try await claim(store, ["deel"], 1, op: 0).first {
            if let outcome = try await assess(store, job, zag: zag) { outcomes.append(outcome) }
            try requireEqual(try await store.complete(job.id, lease: job.lease, op: TestData.moment), true)
        }
        return outcomes
    }
}
