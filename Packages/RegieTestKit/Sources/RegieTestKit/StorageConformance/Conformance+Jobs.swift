// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let jobs: [ConformanceCheck] = [
        ConformanceCheck("taken gaan op prioriteit en tijd, alleen van de gevraagde soort en niet te vroeg") {
            harness in
            let store = try await harness.store()
            let ids = try await store.enqueue([
                NewJob("a", inhoud: ["n": 1], vanaf: TestData.na(2)), NewJob("a", vanaf: TestData.na(1)),
                NewJob("b", vanaf: TestData.na(0)), NewJob("a", prioriteit: 10, vanaf: TestData.na(3)),
                NewJob("a", vanaf: TestData.na(60)),
            ]).compactMap { $0 }
            try requireEqual(ids.count, 5)
            try requireEqual(try await store.nextDue(soorten: ["a"]), TestData.na(1))
            try requireEqual(try await store.nextDue(soorten: ["a", "b"]), TestData.na(0))
            try require(try await store.nextDue(soorten: ["c"]) == nil)
            try requireEqual(try await claim(store, ["a"], 10, op: 0).map(\.id), [])
            try requireEqual(try await claim(store, ["a"], 2, op: 5).map(\.id), [ids[3], ids[1]])
            let rest = try await claim(store, ["a", "b"], 10, op: 5)
            try requireEqual(rest.map(\.id), [ids[2], ids[0]])
            try requireEqual(rest.last?.inhoud, ["n": 1])
            try requireEqual(rest.map(\.status), [.bezig, .bezig])
            try requireEqual(rest.map(\.pogingen), [1, 1])
            try requireEqual(try await claim(store, ["a", "b"], 10, op: 5), [])
        },
        ConformanceCheck("een taak waarmee is geknoeid gaat meteen opzij, met haar fout, en houdt niets op") {
            harness in
            let store = try await harness.store()
            let recurring = NewJob("a", prioriteit: 1, vanaf: TestData.moment, uniek: "a")
            let ids = try await store.enqueue([recurring, NewJob("a", vanaf: TestData.moment)]).compactMap { $0 }
            try await harness.tamper(.flipJob(ids[0]))
            try requireEqual(try await claim(store, ["a"], 10, op: 0).map(\.id), [ids[1]])
            let aside = try await store.findJob(ids[0])
            try requireEqual(aside?.status, .mislukt)
            try require(aside?.fout?.contains("verzegeling-faalt") == true, "\(aside?.fout ?? "")")
            try requireEqual(aside?.pogingen, 1)
            try require(try await store.nextDue(soorten: ["a"]) == nil)
            try requireEqual(try await claim(store, ["a"], 10, op: 60), [])
            // The next of its kind is not kept out, and is done.
            let next = try await store.enqueue([recurring]).first ?? nil
            try requireEqual(try await claim(store, ["a"], 10, op: 60).map(\.id), [next])
            while try await store.prune(voor: TestData.na(9_999), hoogstens: 9) > 0 {}
            try requireEqual(try await store.listJobs(status: .mislukt, limiet: 9).map(\.id), [ids[0]])
            // Until somebody has seen to it nothing is sealed and no copy counts; after that all goes on.
            let broken = try await store.verify(hoogstens: 9) { _ in }
            try requireEqual(broken.breuken.map(\.waar), ["taak \(ids[0])"])
            try requireEqual(try await store.cancel(ids[0], op: TestData.na(1)), true)
            try requireEqual(try await store.cancel(ids[0], op: TestData.na(1)), false)
            try requireEqual(try await store.verify(hoogstens: 9) { _ in }.breuken.count, 0)
            while try await store.prune(voor: TestData.na(9_999), hoogstens: 9) > 0 {}
            try require(try await store.findJob(ids[0]) == nil)
        },
        ConformanceCheck(
            "een taak waarvan de sleutel hier nog niet is houdt de andere niet op, en komt een minuut later weer"
        ) {
            harness in
            let store = try await harness.store()
            let ids = try await store.enqueue([
                NewJob("a", inhoud: ["n": 1], prioriteit: 1, vanaf: TestData.moment),
                NewJob("a", vanaf: TestData.moment),
            ]).compactMap { $0 }
            try await harness.tamper(.laterKeyOfJob(ids[0]))
            try requireEqual(try await claim(store, ["a"], 10, op: 0).map(\.id), [ids[1]])
            let back = try await store.findJob(ids[0])
            try requireEqual(back?.status, .klaar)
            try requireEqual(back?.pogingen, 0)
            try require(back?.fout?.isEmpty == false)
            try requireEqual(try await store.listJobs(status: .klaar, limiet: 9).map(\.id), [ids[0]])
            let later = TestData.moment.plus(milliseconden: 60_000)
            try requireEqual(try await store.nextDue(soorten: ["a"]), later)
            try await harness.tamper(.laterKeyOfJob(ids[0]))
            let opened = try one(try await store.claim(soorten: ["a"], aantal: 9, door: "later", op: later))
            try requireEqual(opened.inhoud, ["n": 1])
            try requireEqual(opened.pogingen, 1)
        },
        ConformanceCheck("een taak wordt nooit door twee processen tegelijk gepakt") { harness in
            let store = try await harness.store()
            let second = try await harness.second.open(TestData.gemeente, als: TestData.toegang)
            let ids = try await store.enqueue((0..<200).map { _ in NewJob("a", vanaf: TestData.moment) })
            let claimed = try await withThrowingTaskGroup(of: [Int64].self) { group in
                for worker in 0..<8 {
                    group.addTask {
                        var mine: [Int64] = []
                        while true {
                            let jobs = try await (worker.isMultiple(of: 2) ? store : second).claim(
                                soorten: ["a"],
                                aantal: 7,
                                door: "proces-\(worker)",
                                op: TestData.moment
                            )
                            if jobs.isEmpty { return mine }
                            mine += jobs.map(\.id)
                        }
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            try requireEqual(claimed.sorted(), ids.compactMap { $0 }.sorted())
        },
        ConformanceCheck("wie zijn lease kwijt is, kan de taak niet meer afronden") { harness in
            let store = try await harness.store()
            _ = try await store.enqueue([NewJob("a", vanaf: TestData.moment)])
            try await store.heartbeat("oud", op: TestData.na(0))
            let old = try one(try await claim(store, ["a"], 1, door: "oud", op: 0))
            try await harness.tamper(.silence("oud", minuten: 2))
            let rescued = try await store.rescue(naStilte: .seconds(60), soorten: ["a"], op: TestData.na(0))
            try requireEqual(rescued, [old.id])
            let new = try one(try await claim(store, ["a"], 1, door: "nieuw", op: 1))
            try requireEqual(new.id, old.id)
            try require(new.lease > old.lease)
            try requireEqual(new.pogingen, 2)
            try requireEqual(try await store.complete(old.id, lease: old.lease, op: TestData.na(2)), false)
            try requireEqual(try await store.fail(old.id, lease: old.lease, fout: "x", opnieuw: nil), false)
            try requireEqual(try await store.findJob(old.id)?.status, .bezig)
            try requireEqual(try await store.complete(new.id, lease: new.lease, op: TestData.na(2)), true)
            try requireEqual(try await store.findJob(new.id)?.status, .gedaan)
            try requireEqual(try await store.complete(old.id, lease: old.lease, op: TestData.na(3)), false)
        },
        ConformanceCheck("wie het antwoord niet hoorde en het nog eens zegt, was het zelf") { harness in
            let store = try await harness.store()
            _ = try await store.enqueue((0..<4).map { _ in NewJob("a", vanaf: TestData.moment, hoogstens: 2) })
            let jobs = try await claim(store, ["a"], 4, op: 0)
            try requireEqual(jobs.count, 4)
            let (done, failed, dead, later) = (jobs[0], jobs[1], jobs[2], jobs[3])
            try requireEqual(try await store.cancel(later.id, op: TestData.na(1)), true)
            // Together with one that is not: each has its own answer.
            for _ in 0..<2 {
                try requireEqual(
                    try await store.complete([later.greep, done.greep], op: TestData.na(1)),
                    [false, true]
                )
            }
            // The wait after a failure is another one each time.
            for turn in [5, 6] {
                let again = TestData.na(turn)
                try requireEqual(
                    try await store.fail(failed.id, lease: failed.lease, fout: "DUO is weg", opnieuw: again),
                    true
                )
                try requireEqual(try await store.findJob(failed.id)?.vanaf, TestData.na(5))
                try requireEqual(try await store.fail(dead.id, lease: dead.lease, fout: "x", opnieuw: nil), true)
            }
            try requireEqual(try await store.fail(dead.id, lease: dead.lease, fout: "iets anders", opnieuw: nil), false)
            // Somebody else's by now.
            let new = try one(try await claim(store, ["a"], 1, op: 9))
            try requireEqual(
                try await store.fail(failed.id, lease: failed.lease, fout: "DUO is weg", opnieuw: nil),
                false
            )
            for _ in 0..<2 {
                try requireEqual(
                    try await store.postpone(new.id, lease: new.lease, fout: "schijf vol", tot: TestData.na(20)),
                    true
                )
            }
            try requireEqual(try await store.findJob(new.id)?.pogingen, 1)
        },
        ConformanceCheck("een mislukte taak komt terug tot haar laatste poging en wordt dan bewaard") { harness in
            let store = try await harness.store()
            _ = try await store.enqueue([NewJob("a", vanaf: TestData.na(0), hoogstens: 2)])
            let first = try one(try await claim(store, ["a"], 1, op: 0))
            try requireEqual(
                try await store.fail(first.id, lease: first.lease, fout: "DUO is weg", opnieuw: TestData.na(5)),
                true
            )
            let waiting = try await store.findJob(first.id)
            try requireEqual(waiting?.status, .klaar)
            try requireEqual(waiting?.vanaf, TestData.na(5))
            try requireEqual(waiting?.fout, "DUO is weg")
            try requireEqual(try await claim(store, ["a"], 1, op: 4), [])
            let last = try one(try await claim(store, ["a"], 1, op: 5))
            _ = try await store.fail(last.id, lease: last.lease, fout: "nog weg", opnieuw: TestData.na(9))
            try requireEqual(try await store.findJob(first.id)?.status, .mislukt)
            try requireEqual(try await store.listJobs(status: .mislukt, limiet: 9).map(\.id), [first.id])
            _ = try await store.enqueue([NewJob("a", vanaf: TestData.na(0), hoogstens: 9)])
            let other = try one(try await claim(store, ["a"], 1, op: 0))
            _ = try await store.fail(other.id, lease: other.lease, fout: "voorgoed", opnieuw: nil)
            try requireEqual(try await store.findJob(other.id)?.status, .mislukt)
        },
        ConformanceCheck("een taak die wacht op de opslag raakt haar pogingen niet kwijt") { harness in
            let store = try await harness.store()
            _ = try await store.enqueue([NewJob("a", vanaf: TestData.na(0), hoogstens: 1)])
            for turn in 0..<4 {
                let job = try one(try await claim(store, ["a"], 1, op: turn))
                try requireEqual(job.pogingen, 1)
                let until = TestData.na(turn + 1)
                try requireEqual(
                    try await store.postpone(job.id, lease: job.lease, fout: "De schijf is vol.", tot: until),
                    true
                )
                try requireEqual(
                    try await store.postpone(job.id, lease: job.lease, fout: "te laat", tot: TestData.na(60)),
                    false
                )
                let waiting = try await store.findJob(job.id)
                try requireEqual(waiting?.status, .klaar)
                try requireEqual(waiting?.vanaf, until)
                try requireEqual(waiting?.fout, "De schijf is vol.")
                try requireEqual(try await claim(store, ["a"], 1, op: turn), [])
            }
            let job = try one(try await claim(store, ["a"], 1, op: 9))
            try requireEqual(try await store.postpone(job.id, lease: job.lease - 1, fout: "x", tot: job.vanaf), false)
            try requireEqual(try await store.complete(job.id, lease: job.lease, op: TestData.na(9)), true)
        },
        ConformanceCheck("een taak met een unieke sleutel wacht of loopt maar één keer") { harness in
            let store = try await harness.store()
            let job = NewJob("a", vanaf: TestData.moment, uniek: "nacht")
            let first = try await store.enqueue([job, job])
            try require(first[0] != nil && first[1] == nil)
            let claimed = try one(try await claim(store, ["a"], 1, op: 0))
            try requireEqual(try await store.enqueue([job]), [nil])
            _ = try await store.complete(claimed.id, lease: claimed.lease, op: TestData.moment)
            let again = try await store.enqueue([job])
            try require(again[0] != nil)
        },
        ConformanceCheck("een beheerder trekt een taak in, ook als zij loopt") { harness in
            let store = try await harness.store()
            let ids = try await store.enqueue([NewJob("a", vanaf: TestData.na(0)), NewJob("a", vanaf: TestData.na(9))])
            let running = try one(try await claim(store, ["a"], 1, op: 0))
            for id in ids.compactMap({ $0 }) { try requireEqual(try await store.cancel(id, op: TestData.na(1)), true) }
            try requireEqual(try await store.complete(running.id, lease: running.lease, op: TestData.na(1)), false)
            try requireEqual(try await store.listJobs(status: .geannuleerd, limiet: 9).count, 2)
            try requireEqual(try await store.cancel(running.id, op: TestData.na(1)), false)
            try requireEqual(try await store.cancel(999_999, op: TestData.na(1)), false)
            try require(try await store.findJob(999_999) == nil)
            try requireEqual(
                try await store.listJobs(status: nil, limiet: 1).map(\.id),
                [ids.compactMap { $0 }.max() ?? 0]
            )
        },
    ]

    static func claim(
        _ store: any GemeenteStore,
        _ soorten: [String],
        _ aantal: Int,
        door proces: String = "p",
        op minuten: Int
    ) async throws -> [Job] {
        try await store.claim(soorten: soorten, aantal: aantal, door: proces, op: TestData.na(minuten))
    }

    static func one(_ jobs: [Job]) throws -> Job {
        guard let job = jobs.first, jobs.count == 1 else {
            throw ConformanceFailure(description: "verwacht één taak, kreeg er \(jobs.count)")
        }
        return job
    }
}
